import { useQuery } from '@tanstack/react-query';
import { featuresIn, planMatrix } from '../../api/catalogue-queries.ts';
import { usePlace } from '../../shell/place.ts';

/** What people call the plans and features that programmes speak of by key. */
export function useNames() {
  const place = usePlace();
  const plans = useQuery(planMatrix(place));
  const features = useQuery(featuresIn(place));
  return {
    plan: (key: string): string => plans.data?.items.find((one) => one.key === key)?.name ?? key,
    feature: (key: string): string => features.data?.items.find((one) => one.key === key)?.name ?? key,
    plans: (plans.data?.items ?? []).filter(({ state }) => state === 'live'),
    features: (features.data?.items ?? []).filter(({ state }) => state !== 'retired'),
  };
}
