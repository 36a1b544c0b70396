import type {
  ConfigurationChange,
  ConfigurationKind,
  Grant,
  LedgerEntry,
  Patch,
  SegmentImport,
} from '@latchkey/model';
import type { Commit } from '../kernel/ledger/tail.ts';

/** More names than this say less than "all of them" and cost every stream more. */
const customersMax = 1000;

const configurationKinds: ReadonlySet<string> = new Set<ConfigurationKind>([
  'flag',
  'flag_targeting',
  'segment',
  'feature',
  'plan',
  'plan_version',
  'plan_publication',
  'grant',
  'environment',
]);

/** What a commit means to those who follow its environment: the configuration that moved, and whose snapshots are old. */
export function patchOf({ place, epoch, revision, entries }: Commit): Patch {
  const here = entries.filter(({ environment }) => environment === '' || environment === place.environment);
  const changes = here
    .filter(isConfiguration)
    .map(
      ({ resourceKind, resourceId, after }) =>
        ({ kind: resourceKind, id: resourceId, after }) as ConfigurationChange,
    );
  const customers = [...new Set(here.flatMap(customersOf))];
  if (here.some(endsAnImport)) return { epoch, revision, changes, customers: 'all' };
  return { epoch, revision, changes, customers: customers.length > customersMax ? 'all' : customers };
}

function isConfiguration({ resourceKind, before, after }: LedgerEntry): boolean {
  if (resourceKind !== 'grant') return configurationKinds.has(resourceKind);
  return ((after ?? before) as Partial<Grant>).subject?.kind !== 'customer';
}

/** A long list of customers went into a segment: told once, at its end, and not by each of its parts. */
function endsAnImport({ resourceKind, after }: LedgerEntry): boolean {
  if (resourceKind !== 'segment_import') return false;
  const { contextKind, state } = (after ?? {}) as Partial<SegmentImport>;
  return contextKind === 'customer' && state !== 'applying';
}

/** A subscription may have been without a customer, or with another one, before. */
function customersOf({ customer, before }: LedgerEntry): readonly string[] {
  const former =
    typeof before === 'object' &&
    before !== null &&
    'customer' in before &&
    typeof before.customer === 'string'
      ? [before.customer]
      : [];
  return customer === null ? former : [customer, ...former];
}
