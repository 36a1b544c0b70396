import {
  applyPatch,
  type CompiledConfiguration,
  compareDecisions,
  compileConfiguration,
  compileCustomer,
  entitlements,
  type Movement,
  tally,
} from '@latchkey/engine';
import type { AnyMutation, ConfigurationChange, FlagImpact, Impact, Place, Resources } from '@latchkey/model';
import type { Change } from '../kernel/changes/change.ts';
import type { Edits } from '../kernel/changes/view.ts';
import { subjectsOf } from '../kernel/ledger/subjects.ts';
import type { Reader } from '../kernel/store/database.ts';
import { FlagImpacts } from './flag-impact.ts';
import { importedMembers } from './imported-members.ts';
import { loadConfiguration } from './load-configuration.ts';
import { type CustomerRows, loadCustomerRows, snapshotOf } from './load-customers.ts';

/** One preview looks at this many customers at most; the figures then say that they are not complete. */
const customersMax = 5000;
/** Customers read and decided at a time: bounds memory, and gives other requests their turn in between. */
const pageSize = 250;

const nobody: Impact = {
  customers: { touched: 0, gain: 0, lose: 0, overLimit: 0 },
  features: [],
  examples: [],
  complete: true,
};

/**
 * Who gains, loses or goes over a limit by these edits: every customer they touch, decided by the engine as things are
 * and as they would be. For a project's edits, over all its environments.
 */
export async function impactOf(
  db: Reader,
  edits: Edits,
  { place, now }: Pick<Change, 'place' | 'now'>,
): Promise<Impact> {
  const environments = place.environment === '' ? await environmentsOf(db, place.project) : [place];
  const movements: Movement[] = [];
  const flags: FlagImpact[] = [];
  let complete = true;
  for (const environment of environments) {
    const here = [...edits.values()].filter(
      (edit) => edit.place.environment === '' || edit.place.environment === environment.environment,
    );
    const imported = await importedMembers(db, environment, here, customersMax);
    const answer = await movementsIn(db, environment, [...here, ...imported], now);
    movements.push(...answer.movements);
    flags.push(...answer.flags);
    complete &&= answer.complete;
  }
  const figures = movements.length === 0 && complete ? nobody : { ...tally(movements), complete };
  return { ...figures, ...(flags.length > 0 && { flags }) };
}

async function environmentsOf(db: Reader, project: string): Promise<readonly Place[]> {
  const rows = await db
    .selectFrom('resource')
    .select('environment')
    .where('project', '=', project)
    .where('kind', '=', 'environment')
    .execute();
  return rows.map(({ environment }) => ({ project, environment }));
}

async function movementsIn(
  db: Reader,
  place: Place,
  edits: readonly AnyMutation[],
  now: number,
): Promise<{ movements: readonly Movement[]; flags: readonly FlagImpact[]; complete: boolean }> {
  const before = await loadConfiguration(db, place);
  const changes = edits
    .filter(isConfiguration)
    .map(({ resource, id, after }) => ({ kind: resource, id, after }) as ConfigurationChange);
  const named = customersNamed(edits);
  if (!before || (changes.length === 0 && named.length === 0))
    return { movements: [], flags: [], complete: true };
  const after = applyPatch(before, { epoch: before.epoch, revision: before.revision, changes });
  const keys = changes.length === 0 ? named : await allCustomers(db, place, named);
  const shown = keys.slice(0, customersMax);
  const compiledBefore = compileConfiguration(before);
  const compiledAfter = changes.length === 0 ? compiledBefore : compileConfiguration(after);
  const flags = new FlagImpacts(compiledBefore.source, compiledAfter.source, edits);
  const movements: Movement[] = [];
  for (let first = 0; first < shown.length; first += pageSize) {
    const page = shown.slice(first, first + pageSize);
    const rows = await loadCustomerRows(db, place, page);
    movements.push(
      ...compare(rows, page, { before: compiledBefore, after: compiledAfter, edits, flags }, now),
    );
  }
  return { movements, flags: flags.results(place.environment), complete: keys.length <= customersMax };
}

function compare(
  rows: CustomerRows,
  keys: readonly string[],
  { before, after, edits, flags }: Compared,
  now: number,
): readonly Movement[] {
  const rowsAfter = withEdits(rows, edits);
  return keys.map((key) => {
    const was = { configuration: before, customer: compileCustomer(before, snapshotOf(rows, key)) };
    const is = { configuration: after, customer: compileCustomer(after, snapshotOf(rowsAfter, key)) };
    flags.add(was, is, now);
    const name = (rowsAfter.customers.get(key) ?? rows.customers.get(key))?.name ?? key;
    return compareDecisions(
      { customer: key, name },
      entitlements(before, was.customer, now),
      entitlements(after, is.customer, now),
    );
  });
}

interface Compared {
  readonly before: CompiledConfiguration;
  readonly after: CompiledConfiguration;
  readonly edits: readonly AnyMutation[];
  readonly flags: FlagImpacts;
}

const isConfiguration = (edit: AnyMutation): boolean => {
  if (edit.resource === 'grant') return (edit.after ?? edit.before)?.subject.kind !== 'customer';
  return [
    'flag',
    'flag_targeting',
    'segment',
    'feature',
    'plan',
    'plan_version',
    'plan_publication',
    'environment',
  ].includes(edit.resource);
};

function customersNamed(edits: readonly AnyMutation[]): readonly string[] {
  const named = edits.flatMap(({ resource, before, after }) =>
    [before, after].map((one) => one && subjectsOf(resource, one as never).customer),
  );
  return [...new Set(named.filter((key) => key !== null))];
}

/** A change of configuration may concern anybody, also those who are only created by the same change. */
async function allCustomers(
  db: Reader,
  { project, environment }: Place,
  named: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('resource')
    .select('id')
    .where('project', '=', project)
    .where('environment', '=', environment)
    .where('kind', '=', 'customer')
    .orderBy('id')
    .limit(customersMax + 1)
    .execute();
  return [...new Set([...named, ...rows.map(({ id }) => id)])];
}

/** The rows as they would be: each edited resource in its last state. */
function withEdits(rows: CustomerRows, edits: readonly AnyMutation[]): CustomerRows {
  const customers = new Map(rows.customers);
  for (const edit of edits) {
    if (edit.resource !== 'customer') continue;
    if (edit.after) customers.set(edit.id, edit.after);
    else customers.delete(edit.id);
  }
  return {
    ...rows,
    customers,
    subscriptions: replaced('subscription', rows.subscriptions, ({ eId }) => eId, edits),
    activations: replaced('activation', rows.activations, ({ aId }) => aId, edits),
    grants: replaced('grant', rows.grants, ({ id }) => id, edits),
    holds: replaced('hold', rows.holds, ({ id }) => id, edits),
    members: replaced(
      'segment_member',
      rows.members,
      ({ segment, contextKind, contextKey }) => `${segment}/${contextKind}/${contextKey}`,
      edits,
    ),
  };
}

function replaced<K extends 'subscription' | 'activation' | 'grant' | 'hold' | 'segment_member'>(
  kind: K,
  rows: readonly Resources[K][],
  idOf: (row: Resources[K]) => string,
  edits: readonly AnyMutation[],
): readonly Resources[K][] {
  const edited = edits.filter((edit) => edit.resource === kind);
  const ids = new Set(edited.map(({ id }) => id));
  return [
    ...rows.filter((row) => !ids.has(idOf(row))),
    ...edited.flatMap(({ after }) => (after === null ? [] : [after as Resources[K]])),
  ];
}
