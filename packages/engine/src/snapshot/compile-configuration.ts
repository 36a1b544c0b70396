import type {
  Configuration,
  Feature,
  Flag,
  FlagTargeting,
  Grant,
  Milliseconds,
  Plan,
  PlanVersion,
} from '@latchkey/model';
import { type CompiledFlags, compileFlags } from '../flags/compile.ts';
import { forever, fromInstant } from '../time.ts';
import { type FactsAsked, factsAsked } from './facts-asked.ts';
import { membershipFlags, toLaunchDarkly } from './project-to-launchdarkly.ts';
import { type ConfigurationProblem, siftConfiguration } from './sift.ts';

/** A version of a plan while it is the current one; half-open, in epoch milliseconds. */
export interface Edition {
  readonly version: number;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** An environment's configuration with everything found by key. Made once per revision, shared by all questions. */
export interface CompiledConfiguration {
  /** What was given, without what cannot be read. */
  readonly source: Configuration;
  /** What a person should look at: one entry a resource. Each degrades itself, and what builds on it, alone. */
  readonly problems: readonly ConfigurationProblem[];
  readonly features: ReadonlyMap<string, Feature>;
  /** In text order. */
  readonly featureKeys: readonly string[];
  readonly plans: ReadonlyMap<string, Plan>;
  /** Plans from the smallest to the largest. */
  readonly plansByRank: readonly Plan[];
  /** Oldest first, without gaps; before the first nothing is published. */
  readonly editions: (plan: string) => readonly Edition[];
  readonly planVersion: (plan: string, version: number) => PlanVersion | undefined;
  /** What is published at a moment. */
  readonly currentVersion: (plan: string, now: Milliseconds) => PlanVersion | undefined;
  readonly grantsByPlan: ReadonlyMap<string, readonly Grant[]>;
  readonly grantsBySegment: ReadonlyMap<string, readonly Grant[]>;
  readonly grantsForEveryone: readonly Grant[];
  readonly flags: CompiledFlags;
  /** Live flags only: an archived flag guards as if it were off. */
  readonly flagsByKey: ReadonlyMap<string, FlagWithTargeting>;
  /**
   * For each flag that rests on rights: what it guards, and what each flag that it builds on guards, near or far. Of
   * every group at least one feature must be had.
   */
  readonly guardedByFlag: ReadonlyMap<string, readonly (readonly Feature[])[]>;
  readonly factsAsked: FactsAsked;
  /** One flag for each segment that grants are for, on for its members: segments are matched by the flag rules. */
  readonly memberships: CompiledFlags;
}

export interface FlagWithTargeting {
  readonly flag: Flag;
  /** Null as long as the flag was never touched in this environment: it is off. */
  readonly targeting: FlagTargeting | null;
}

/** Total: rows written by another version, or by hand, are listed under `problems` and disturb no other. */
export function compileConfiguration(given: Configuration): CompiledConfiguration {
  const { configuration, problems } = siftConfiguration(given);
  const planVersions = new Map(
    configuration.planVersions.map((each) => [`${each.plan}@${each.version}`, each]),
  );
  const editionsByPlan = new Map(
    configuration.publications.map(({ plan, editions }) => [plan, spread(editions)]),
  );
  const editions = (plan: string): readonly Edition[] => editionsByPlan.get(plan) ?? [];
  const planVersion = (plan: string, version: number) => planVersions.get(`${plan}@${version}`);
  const targetings = new Map(configuration.targeting.map((targeting) => [targeting.flag, targeting]));
  const live = configuration.flags.filter(({ state }) => state !== 'archived');
  const data = toLaunchDarkly(given);
  const flags = compileFlags(data);
  const { plan, segment, everyone } = grantsByAudience(configuration.grants);
  return {
    source: configuration,
    problems: onceEach([
      ...problems,
      // A flag that was never touched here says nothing yet, and nothing is wrong with that.
      ...flags.problems
        .filter(({ of, key }) => of === 'segment' || targetings.has(key))
        .map(({ of, key, detail }) => ({ kind: of, id: key, detail })),
    ]),
    features: new Map(configuration.features.map((feature) => [feature.key, feature])),
    featureKeys: configuration.features.map(({ key }) => key).sort(),
    plans: new Map(configuration.plans.map((each) => [each.key, each])),
    plansByRank: configuration.plans.toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1)),
    editions,
    planVersion,
    currentVersion(key, now) {
      const edition = editions(key).find(({ from, to }) => now >= from && now < to);
      return edition && planVersion(key, edition.version);
    },
    grantsByPlan: plan,
    grantsBySegment: segment,
    grantsForEveryone: everyone,
    flags,
    flagsByKey: new Map(
      live.map((flag) => [flag.key, { flag, targeting: targetings.get(flag.key) ?? null }]),
    ),
    guardedByFlag: guardedByFlag(configuration),
    factsAsked: factsAsked(configuration),
    memberships: compileFlags({ flags: membershipFlags(segment.keys()), segments: data.segments }),
  };
}

/** The first that is said of each. What is wrong with a flag's targeting is not said again of the flag. */
function onceEach(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  const nameOf = ({ kind, id }: ConfigurationProblem) => `${kind === 'flag_targeting' ? 'flag' : kind} ${id}`;
  const firsts = new Map<string, ConfigurationProblem>();
  for (const problem of problems) if (!firsts.has(nameOf(problem))) firsts.set(nameOf(problem), problem);
  return [...firsts.values()];
}

/** Each edition lasts until the next; of two announced for the same moment the later entry counts. */
function spread(
  editions: readonly { readonly version: number; readonly from: string }[],
): readonly Edition[] {
  const starts = editions
    .map(({ version, from }) => ({ version, from: fromInstant(from) }))
    .sort((a, b) => a.from - b.from);
  return starts
    .map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? forever }))
    .filter(({ from, to }) => from < to);
}

function guardedByFlag({
  features,
  targeting,
}: Configuration): ReadonlyMap<string, readonly (readonly Feature[])[]> {
  const guarded = groupBy(features, ({ flagKey }) => flagKey ?? '');
  const prerequisites = new Map(targeting.map((each) => [each.flag, each.prerequisites]));
  const flags = new Set([...guarded.keys(), ...prerequisites.keys()]);
  flags.delete('');
  return new Map(
    [...flags].flatMap((flag) => {
      const below = new Set([flag]);
      for (const key of below)
        for (const prerequisite of prerequisites.get(key) ?? []) below.add(prerequisite.flag);
      const groups = [...below].flatMap((key) => [guarded.get(key) ?? []]).filter(({ length }) => length > 0);
      return groups.length > 0 ? [[flag, groups]] : [];
    }),
  );
}

function grantsByAudience(grants: readonly Grant[]) {
  const keyOf = ({ subject }: Grant) => ('key' in subject ? subject.key : '');
  const of = (kind: Grant['subject']['kind']) => grants.filter(({ subject }) => subject.kind === kind);
  return {
    plan: groupBy(of('plan'), keyOf),
    segment: groupBy(of('segment'), keyOf),
    everyone: of('everyone'),
  };
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
