import type { Impact } from '@latchkey/model';
import { useQuery } from '@tanstack/react-query';
import { featuresIn, flagsIn } from '../api/catalogue-queries.ts';
import type { Names } from '../ui/impact-panel.tsx';
import { usePlace } from './place.ts';

/** Features, flags and variations by the names that people gave them. Flags are asked for only where a preview has some. */
export function useImpactNames(impact: Impact | null): Names {
  const place = usePlace();
  const features = useQuery(featuresIn(place));
  const flags = useQuery({ ...flagsIn(place), enabled: (impact?.flags ?? []).length > 0 });
  const named = new Map(features.data?.items.map(({ key, name }) => [key, name]));
  const known = new Map(flags.data?.items.map((flag) => [flag.key, flag]));
  return {
    feature: (key) => named.get(key) ?? key,
    flag: (key) => known.get(key)?.name ?? key,
    variation(key, index) {
      if (index === null) return 'the application’s default';
      const variation = known.get(key)?.variations[index];
      return variation ? variation.name || JSON.stringify(variation.value) : `variation ${index + 1}`;
    },
  };
}
