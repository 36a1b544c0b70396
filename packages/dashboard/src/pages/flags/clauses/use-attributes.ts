import { useInfiniteQuery } from '@tanstack/react-query';
import { customersIn } from '../../../api/queries.ts';
import { usePlace } from '../../../shell/place.ts';

/** What applications usually tell of a user or a device; any other name can be typed. */
const usual: Readonly<Record<string, readonly string[]>> = {
  user: ['key', 'name', 'email', 'country', 'role'],
  device: ['key', 'os', 'version', 'model'],
  customer: ['key', 'name', 'tags'],
};

/** Names of attributes to offer for a kind. What customers have is read off those that there are. */
export function useAttributes(kind: string): readonly string[] {
  const customers = useInfiniteQuery({
    ...customersIn(usePlace()),
    enabled: kind === 'customer',
    staleTime: 60_000,
  });
  const seen = kind === 'customer' ? (customers.data?.pages[0]?.items ?? []) : [];
  const theirs = seen.flatMap((customer) => Object.keys(customer.attributes));
  return [...new Set([...theirs, ...(usual[kind] ?? ['key', 'name'])])];
}
