import { toInstant } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';
import { loadCatalogue } from './catalogue.ts';
import type { Asked, Desk } from './endpoint.ts';
import { stateNamed } from './entitlement-form.ts';
import { invalid } from './failure.ts';
import { assertMaySee, customerFilters, customerWanted } from './find.ts';
import { assertKnown, patternAsked, single, wanted } from './lists.ts';

const filters = [
  'eId',
  'externalId',
  'pkId',
  'state',
  'productName',
  'featureName',
  'isTest',
  'excludeExpired',
  ...customerFilters,
];

/** Lists that grow with the customers are not sorted or searched freely: they are newest first, by exact values. */
export function assertPlainSearch({ query }: Asked): void {
  const sorting = ['sortByAsc', 'sortByDesc'].find((name) => single(query, name) !== null);
  if (sorting) throw invalid('These come newest first and are not sorted otherwise.', sorting);
  if (patternAsked(query) !== 'exact')
    throw invalid('These are found by exact values only.', 'searchPattern');
}

/** The search of entitlements as conditions of the database. */
export async function conditionsOf(asked: Asked, desk: Desk): Promise<readonly RawBuilder<boolean>[]> {
  const { query, now } = asked;
  assertKnown(query, filters);
  assertPlainSearch(asked);
  const conditions: RawBuilder<boolean>[] = [];
  const customer = await customerWanted(asked, desk, query);
  if (customer !== null) {
    assertMaySee(asked, 'subscription', customer);
    conditions.push(sql<boolean>`parent = ${customer}`);
  }
  const eIds = wanted(query, 'eId');
  if (eIds) conditions.push(sql<boolean>`id = any(${eIds})`);
  const externalIds = wanted(query, 'externalId');
  if (externalIds) conditions.push(sql<boolean>`body -> 'source' ->> 'ref' = any(${externalIds})`);
  const pkIds = wanted(query, 'pkId');
  if (pkIds) conditions.push(holdsAny(pkIds.map((pkId) => ({ pkId }))));
  const states = wanted(query, 'state');
  if (states) conditions.push(sql<boolean>`secondary = any(${states.map(stateOf)})`);
  const plans = await plansWanted(asked, desk);
  if (plans) conditions.push(holdsAny(plans.map((plan) => ({ plan }))));
  if (single(query, 'isTest') === 'true') conditions.push(sql<boolean>`false`);
  if (single(query, 'excludeExpired') === 'true') {
    const at = toInstant(now);
    conditions.push(
      sql<boolean>`exists (select from jsonb_array_elements(body -> 'items') as item
        where item.value ->> 'to' is null or item.value ->> 'to' > ${at})`,
    );
  }
  return conditions;
}

function stateOf(written: string): string {
  const state = stateNamed[written];
  if (state) return state;
  throw invalid(`state is one of ${Object.keys(stateNamed).join(', ')}.`, 'state');
}

function holdsAny(parts: readonly object[]): RawBuilder<boolean> {
  if (parts.length === 0) return sql<boolean>`false`;
  const each = parts.map((part) => sql<boolean>`body -> 'items' @> ${JSON.stringify([part])}::jsonb`);
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** The plans of the named products, or of those with the named features. */
async function plansWanted({ query, place, now }: Asked, { db }: Desk): Promise<readonly string[] | null> {
  const names = wanted(query, 'productName');
  const features = wanted(query, 'featureName');
  if (!names && !features) return null;
  const { products } = await loadCatalogue(db.reader, place, now);
  const fitting = products.filter(
    ({ plan, edition }) =>
      (names?.includes(plan.name) ?? true) &&
      (features === null || edition.body.resolvedItems.some(({ feature }) => features.includes(feature))),
  );
  return [...new Set(fitting.map(({ plan }) => plan.key))];
}
