import type { Configuration, ConfigurationKind, CustomerSnapshot } from '@latchkey/model';
import {
  isCustomer,
  isFeature,
  isFields,
  isFlag,
  isGrant,
  isHold,
  isItem,
  isMeterState,
  isPlan,
  isPlanItem,
  isPlanVersion,
  isPublication,
  isSeatUse,
  isSegment,
  isSubscription,
  isTargeting,
} from './shapes.ts';

/** A resource that cannot be read as what it should be. It is left out, or answers for itself that it is malformed. */
export interface ConfigurationProblem {
  readonly kind: ConfigurationKind;
  /** Its place in the list, as `#3`, if not even its name can be read. */
  readonly id: string;
  readonly detail: string;
}

/** What can be decided by, and a list of the rest. Without any, it is the very one that was given. */
export function siftConfiguration(source: Configuration): {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
} {
  const problems: ConfigurationProblem[] = [];
  const sift = <Member>(
    list: readonly Member[],
    kind: ConfigurationKind,
    isWhole: (member: unknown) => boolean,
    idOf: (member: { readonly [name: string]: unknown }) => unknown,
  ): readonly Member[] =>
    membersOf(list, (member, index) => {
      if (isWhole(member)) return true;
      const id = isFields(member) ? idOf(member) : undefined;
      const known = typeof id === 'string' && id !== '';
      problems.push({
        kind,
        id: known ? id : `#${index + 1}`,
        detail: `It is not written as a ${said[kind]}.`,
      });
      return false;
    });
  const keyOf = ({ key }: { readonly [name: string]: unknown }) => key;
  const versionOf = ({ plan, version }: { readonly [name: string]: unknown }) => `${plan}@${version}`;
  const versions = sift(source.planVersions, 'plan_version', isPlanVersion, versionOf);
  const configuration: Configuration = {
    ...source,
    defaultPlan: typeof source.defaultPlan === 'string' ? source.defaultPlan : null,
    flags: sift(source.flags, 'flag', isFlag, keyOf),
    targeting: sift(source.targeting, 'flag_targeting', isTargeting, ({ flag }) => flag),
    segments: sift(source.segments, 'segment', isSegment, keyOf),
    features: sift(source.features, 'feature', isFeature, keyOf),
    plans: sift(source.plans, 'plan', isPlan, keyOf),
    planVersions: versions.map((version) => {
      const resolvedItems = membersOf(version.resolvedItems, isPlanItem);
      if (resolvedItems === version.resolvedItems) return version;
      const id = `${version.plan}@${version.version}`;
      problems.push({ kind: 'plan_version', id, detail: 'Some of its items are not written as such.' });
      return { ...version, resolvedItems };
    }),
    publications: sift(source.publications, 'plan_publication', isPublication, ({ plan }) => plan),
    grants: sift(source.grants, 'grant', isGrant, ({ id }) => id),
  };
  const isWhole =
    problems.length === 0 && isEqualByName({ ...configuration, planVersions: versions }, source);
  return { configuration: isWhole ? source : configuration, problems };
}

const said: { readonly [K in ConfigurationKind]: string } = {
  flag: 'flag',
  flag_targeting: 'flag’s targeting',
  segment: 'segment',
  feature: 'feature',
  plan: 'plan',
  plan_version: 'version of a plan',
  plan_publication: 'publication of a plan',
  grant: 'grant',
  environment: 'environment',
};

/** A customer's snapshot without what cannot be read. A customer whose own row cannot be is not known. */
export function siftSnapshot(source: CustomerSnapshot): CustomerSnapshot {
  const customer = isCustomer(source.customer) ? source.customer : null;
  const subscriptions = membersOf(source.subscriptions, isSubscription);
  const sifted: CustomerSnapshot = {
    ...source,
    customer,
    segments: isFields(source.segments) ? source.segments : {},
    ancestors: membersOf(source.ancestors, (key) => typeof key === 'string'),
    subscriptions: subscriptions.every(({ items }) => items.every(isItem))
      ? subscriptions
      : subscriptions.map((one) => ({ ...one, items: membersOf(one.items, isItem) })),
    grants: membersOf(source.grants, isGrant),
    seats: membersOf(source.seats, isSeatUse),
    ...(source.holds !== undefined && { holds: membersOf(source.holds, isHold) }),
    ...(source.meters !== undefined && { meters: metersOf(source.meters) }),
  };
  return isEqualByName(sifted, source) ? source : sifted;
}

/** The very same when every one of them can be read. */
function metersOf(meters: NonNullable<CustomerSnapshot['meters']>): NonNullable<CustomerSnapshot['meters']> {
  const entries = isFields(meters) ? Object.entries(meters) : [];
  const whole = entries.filter(([, state]) => isMeterState(state));
  return isFields(meters) && whole.length === entries.length ? meters : Object.fromEntries(whole);
}

const isEqualByName = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(one) as (keyof T)[]).every((name) => one[name] === other[name]);

/** The list itself when there is nothing to leave out, and an empty one for what is no list. */
function membersOf<List extends readonly unknown[]>(
  list: List,
  isWhole: (member: List[number], index: number) => boolean,
): List {
  const members: readonly unknown[] = Array.isArray(list) ? list : [];
  const kept = members.filter(isWhole);
  return kept.length === members.length && members === list ? list : (kept as readonly unknown[] as List);
}
