import { useInfiniteQuery } from '@tanstack/react-query';
import { customersIn } from '../../../api/queries.ts';
import type { CustomerRow } from '../../../api/replies.ts';
import { usePlace } from '../../../shell/place.ts';

/** What applications usually tell of a user or a device; any other name can be typed. */
const usual: Readonly<Record<string, readonly string[]>> = {
  user: ['key', 'name', 'email', 'country', 'role'],
  device: ['key', 'os', 'version', 'model'],
  customer: ['key', 'name', 'tags'],
};

/** More than these are looked up by whoever needs them; an attribute with so many values is no choice. */
const valuesMax = 30;

/** What to offer for a condition: attributes by kind, and the values that customers have. Both are read off those that there are. */
export function useOffers(kind: string): {
  readonly attributes: readonly string[];
  readonly valuesOf: (attribute: string) => readonly string[];
} {
  const isCustomer = kind === 'customer';
  const asked = useInfiniteQuery({ ...customersIn(usePlace()), enabled: isCustomer, staleTime: 60_000 });
  const customers = isCustomer ? (asked.data?.pages[0]?.items ?? []) : [];
  const theirs = customers.flatMap(({ attributes }) => Object.keys(attributes));
  return {
    attributes: [...new Set([...theirs, ...(usual[kind] ?? ['key', 'name'])])],
    valuesOf: (attribute) => valuesIn(customers, attribute),
  };
}

function valuesIn(customers: readonly CustomerRow[], attribute: string): readonly string[] {
  const values = customers.flatMap((customer) => {
    const value = attribute === 'key' ? customer.key : customer.attributes[attribute];
    return typeof value === 'string' ? [value] : [];
  });
  const different = [...new Set(values)].toSorted();
  return different.length > valuesMax ? [] : different;
}
