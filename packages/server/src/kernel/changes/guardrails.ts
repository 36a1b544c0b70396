import {
  dayMilliseconds,
  type Feature,
  type Guardrail,
  type Impact,
  type Place,
  toInstant,
  type Verdict,
} from '@latchkey/model';
import { sql } from 'kysely';
import type { Principal } from '../access/principal.ts';
import { matchesGlob } from '../access/resource-specifier.ts';
import type { Reader } from '../store/database.ts';
import type { Change } from './change.ts';
import type { Computed } from './compute.ts';
import { deedsOf, featuresOf } from './deeds.ts';
import { type Concern, concerns, weigh, withOwnWish } from './weigh.ts';

type Asked = Pick<Change, 'place' | 'principal' | 'now' | 'requestApproval'>;

/**
 * What the guardrails say about a computed change. They bind people and the tokens that act for them; a connection is
 * limited by its own statements, and the product by its own code. Figures that take time are asked for only when needed.
 */
export async function verdictOn(
  db: Reader,
  computed: readonly Computed[],
  { place, principal, now, requestApproval = false }: Asked,
  impact: () => Promise<Impact>,
): Promise<Verdict> {
  const concerned = await concernsOf(db, computed, place, principal);
  const timesBefore = new Map<string, ReadonlyMap<string, number>>();
  for (const one of concerned) {
    if (one.guardrail.when.maxTimes) timesBefore.set(one.guardrail.key, await timesOf(db, place, one, now));
  }
  const countsCustomers = concerned.some(({ guardrail: { when } }) => when.maxCustomers !== undefined);
  const customers = countsCustomers ? touchedBy(await impact()) : 0;
  const verdict = weigh(concerned, { customers, timesBefore });
  return requestApproval ? withOwnWish(verdict) : verdict;
}

async function concernsOf(
  db: Reader,
  computed: readonly Computed[],
  place: Place,
  principal: Principal,
): Promise<readonly Concern[]> {
  if (place.project === '' || (principal.kind !== 'member' && principal.kind !== 'token')) return [];
  const guardrails = await inProject<Guardrail>(db, place, 'guardrail', null);
  if (guardrails.length === 0) return [];
  const keys = featuresOf(computed);
  const features = keys.length === 0 ? [] : await inProject<Feature>(db, place, 'feature', keys);
  const tags = new Map(features.map((feature) => [feature.key, feature.tags]));
  const deeds = deedsOf(computed, (key) => tags.get(key) ?? []);
  return concerns(guardrails, deeds, { roles: principal.roles, environment: place.environment });
}

/** More than a preview looks at is more than any limit. */
const touchedBy = ({ customers, complete }: Impact): number =>
  complete ? customers.touched : Number.POSITIVE_INFINITY;

async function inProject<Body>(
  db: Reader,
  { project }: Place,
  kind: 'guardrail' | 'feature',
  keys: readonly string[] | null,
): Promise<readonly Body[]> {
  let query = db
    .selectFrom('resource')
    .select('body')
    .where('project', '=', project)
    .where('environment', '=', '')
    .where('kind', '=', kind);
  if (keys !== null) query = query.where('id', 'in', keys);
  return (await query.orderBy('id').execute()).map(({ body }) => body as Body);
}

/** How often the like was done for each customer, by anybody, as the ledger has it. */
async function timesOf(
  db: Reader,
  { project, environment }: Place,
  { guardrail: { actions, when }, deeds }: Concern,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const customers = [...new Set(deeds.flatMap((deed) => [...deed.customers]))];
  if (customers.length === 0 || !when.maxTimes) return new Map();
  const origins = (when.tags ?? []).flatMap((tag) => (tag.startsWith('origin:') ? [tag.slice(7)] : []));
  const since = toInstant(now - when.maxTimes.days * dayMilliseconds);
  let query = db
    .selectFrom('ledger_entry')
    .select(['customer', 'change_id', 'action'])
    .distinct()
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('customer', 'in', customers)
    .where('resource_kind', '!=', 'change')
    .where('at', '>=', since);
  if (when.features) query = query.where('feature', 'in', when.features);
  if (origins.length > 0) query = query.where(sql<string>`after ->> 'origin'`, 'in', origins);
  const rows = await query.execute();
  const times = new Map<string, number>();
  for (const { customer, action } of rows) {
    if (customer === null || !actions.some((pattern) => matchesGlob(pattern, action))) continue;
    times.set(customer, (times.get(customer) ?? 0) + 1);
  }
  return times;
}
