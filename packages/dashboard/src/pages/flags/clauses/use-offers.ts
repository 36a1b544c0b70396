import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { planMatrix } from '../../../api/catalogue-queries.ts';
import { customersIn } from '../../../api/queries.ts';
import type { CustomerRow } from '../../../api/replies.ts';
import { usePlace } from '../../../shell/place.ts';

/** What applications usually tell of a user or a device; any other name can be typed. */
const usual: Readonly<Record<string, readonly string[]>> = {
  user: ['key', 'name', 'email', 'country', 'role'],
  device: ['key', 'os', 'version', 'model'],
  customer: ['key', 'name', 'tags'],
};

/** What the product itself knows of customers; docs/reference/facts.md says what each means. Plans are offered by key. */
const facts: Readonly<Record<string, readonly string[]>> = {
  'latchkey.planType': [],
  'latchkey.plans': [],
  'latchkey.subscriptionStatus': ['active', 'suspended', 'scheduled', 'draft', 'ended', 'closed', 'none'],
  'latchkey.orderQuantity': [],
  'latchkey.trial': ['running', 'planned', 'ended', 'none'],
  'latchkey.customerState': ['prospect', 'active', 'suspended', 'archived'],
};
const factsOfPlans: ReadonlySet<string> = new Set(['latchkey.planType', 'latchkey.plans']);

/** More than these are looked up by whoever needs them; an attribute with so many values is no choice. */
const valuesMax = 30;

/** What to offer for a condition: attributes by kind, and the values that customers have. Both are read off those that there are. */
export function useOffers(kind: string): {
  readonly attributes: readonly string[];
  readonly valuesOf: (attribute: string) => readonly string[];
} {
  const isCustomer = kind === 'customer';
  const place = usePlace();
  const plans = useQuery({ ...planMatrix(place), enabled: isCustomer, staleTime: 60_000 });
  const asked = useInfiniteQuery({ ...customersIn(place), enabled: isCustomer, staleTime: 60_000 });
  const customers = isCustomer ? (asked.data?.pages[0]?.items ?? []) : [];
  const theirs = customers.flatMap(({ attributes }) => Object.keys(attributes));
  return {
    attributes: [
      ...new Set([...theirs, ...(usual[kind] ?? ['key', 'name']), ...(isCustomer ? Object.keys(facts) : [])]),
    ],
    valuesOf(attribute) {
      if (factsOfPlans.has(attribute)) return plans.data?.items.map(({ key }) => key) ?? [];
      return facts[attribute] ?? valuesIn(customers, attribute);
    },
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
