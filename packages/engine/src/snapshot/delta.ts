import type { Configuration, ConfigurationChange, ConfigurationKind, Patch } from '@latchkey/model';
import { isFields } from './shapes.ts';

type ListName =
  | 'flags'
  | 'targeting'
  | 'segments'
  | 'features'
  | 'plans'
  | 'planVersions'
  | 'publications'
  | 'grants';

const lists: { readonly [K in Exclude<ConfigurationKind, 'environment'>]: ListName } = {
  flag: 'flags',
  flag_targeting: 'targeting',
  segment: 'segments',
  feature: 'features',
  plan: 'plans',
  plan_version: 'planVersions',
  plan_publication: 'publications',
  grant: 'grants',
};

/** How each list names its members; the ids of the model, which this package must not import at run time. */
const ids: { readonly [N in ListName]: (member: Configuration[N][number]) => string } = {
  flags: ({ key }) => key,
  targeting: ({ flag }) => flag,
  segments: ({ key }) => key,
  features: ({ key }) => key,
  plans: ({ key }) => key,
  planVersions: ({ plan, version }) => `${plan}@${version}`,
  publications: ({ plan }) => plan,
  grants: ({ id }) => id,
};

/** The configuration after a patch. The one before is left as it was: whoever still reads it reads one revision. */
export function applyPatch(
  configuration: Configuration,
  { epoch, revision, changes }: Omit<Patch, 'customers'>,
): Configuration {
  const next: { -readonly [N in keyof Configuration]: Configuration[N] } = {
    ...configuration,
    epoch,
    revision,
  };
  for (const [name, changed] of byList(changes)) {
    const id = ids[name] as (member: unknown) => string;
    const kept = (configuration[name] as readonly unknown[]).filter(
      (member) => !isFields(member) || !changed.has(id(member)),
    );
    const added = [...changed.values()].filter((after) => after !== null);
    Object.assign(next, { [name]: [...kept, ...added] });
  }
  for (const change of changes) {
    if (change.kind === 'environment' && change.after !== null) next.defaultPlan = change.after.defaultPlan;
  }
  return next;
}

/** The last change of each resource, by the list it belongs to. */
function byList(
  changes: readonly ConfigurationChange[],
): ReadonlyMap<ListName, ReadonlyMap<string, unknown>> {
  const grouped = new Map<ListName, Map<string, unknown>>();
  for (const change of changes) {
    if (change.kind === 'environment') continue;
    const name = lists[change.kind];
    const list = grouped.get(name) ?? new Map<string, unknown>();
    list.set(change.id, change.after);
    grouped.set(name, list);
  }
  return grouped;
}
