import type { CustomerRows } from '../../delivery/load-customers.ts';

/**
 * The rows of a page of customers, cut by customer once: to look through all of them for each customer would take longer
 * than to read them. Grants of ancestors go with those who may inherit them.
 */
export function rowsOfEach(rows: CustomerRows): (key: string) => CustomerRows {
  const subscriptions = byCustomer(rows.subscriptions, ({ customer }) => customer ?? '');
  const activations = byCustomer(rows.activations, ({ customer }) => customer ?? '');
  const holds = byCustomer(rows.holds, ({ customer }) => customer);
  const members = byCustomer(rows.members, ({ contextKey }) => contextKey);
  const grants = byCustomer(rows.grants, ({ subject }) => ('key' in subject ? subject.key : ''));
  const upwards = (key: string): readonly string[] => {
    const line = new Set<string>();
    for (let each: string | null = key; each !== null && !line.has(each); ) {
      line.add(each);
      each = rows.customers.get(each)?.parent ?? null;
    }
    return [...line];
  };
  return (key) => ({
    ...rows,
    subscriptions: subscriptions.get(key) ?? [],
    activations: activations.get(key) ?? [],
    holds: holds.get(key) ?? [],
    members: members.get(key) ?? [],
    grants: upwards(key).flatMap((each) => grants.get(each) ?? []),
  });
}

function byCustomer<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const others = grouped.get(keyOf(row));
    if (others) others.push(row);
    else grouped.set(keyOf(row), [row]);
  }
  return grouped;
}
