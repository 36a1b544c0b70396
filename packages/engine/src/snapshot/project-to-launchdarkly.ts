import type { Clause, Configuration, Flag, FlagTargeting, Segment } from '@latchkey/model';
import type {
  LaunchDarklyFlag,
  LaunchDarklySegment,
  LaunchDarklyTarget,
} from '../flags/launchdarkly-model.ts';
import { factOf } from './fact-names.ts';
import { isFields, isFlag, isSegment, isTargeting } from './shapes.ts';

export interface ProjectedFlags {
  readonly flags: Readonly<Record<string, LaunchDarklyFlag>>;
  readonly segments: Readonly<Record<string, LaunchDarklySegment>>;
}

/**
 * Our flags and segments in LaunchDarkly's data model. Listed members of segments are not in it: who is listed is asked
 * of the customer's snapshot, however many there are. Archived flags do not exist for applications. Total: what cannot be
 * read answers that it is malformed, in our evaluator and in LaunchDarkly's.
 */
export function toLaunchDarkly(
  configuration: Pick<Configuration, 'flags' | 'targeting' | 'segments' | 'revision'>,
): ProjectedFlags {
  const { revision } = configuration;
  const targetings = new Map(named(configuration.targeting, 'flag'));
  const flags = named(configuration.flags, 'key').filter(([, { state }]) => state !== 'archived');
  return {
    flags: byKey(
      flags.map(([key, flag]) => {
        const targeting = targetings.get(key) ?? null;
        return isFlag(flag) && (targeting === null || isTargeting(targeting))
          ? toLaunchDarklyFlag(flag, targeting, revision)
          : brokenFlag(key, flag, revision);
      }),
    ),
    segments: byKey(
      named(configuration.segments, 'key').map(([key, segment]) =>
        isSegment(segment) ? toLaunchDarklySegment(segment, revision) : brokenSegment(key, revision),
      ),
    ),
  };
}

type Fields = { readonly [name: string]: unknown };

/** Those whose name can be read, with it. */
const named = (list: unknown, name: string): readonly (readonly [string, Fields])[] =>
  (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((member) => {
    const key = isFields(member) ? member[name] : undefined;
    return isFields(member) && typeof key === 'string' ? [[key, member] as const] : [];
  });

/** On, and without anything to serve. */
const brokenFlag = (key: string, { clientSide }: Fields, version: number): LaunchDarklyFlag => ({
  key,
  version,
  on: true,
  variations: [],
  clientSide: clientSide === true,
  clientSideAvailability: { usingEnvironmentId: clientSide === true, usingMobileKey: clientSide === true },
});

/** With a rule that cannot be asked: to be a member of it is neither true nor false. */
const brokenSegment = (key: string, version: number): LaunchDarklySegment => ({
  key,
  version,
  included: [],
  excluded: [],
  rules: [{ clauses: [{ attribute: '', op: 'in', values: [] }] }],
});

/** `fromEntries` makes own properties of all keys, `__proto__` included. */
const byKey = <Item extends { readonly key: string }>(
  items: readonly Item[],
): Readonly<Record<string, Item>> => Object.fromEntries(items.map((item) => [item.key, item]));

/** A flag that was never touched in the environment is off and without an off variation. */
export function toLaunchDarklyFlag(
  flag: Flag,
  targeting: FlagTargeting | null,
  version: number,
): LaunchDarklyFlag {
  const shared = {
    key: flag.key,
    version,
    variations: flag.variations.map(({ value }) => value),
    clientSide: flag.clientSide,
    clientSideAvailability: { usingEnvironmentId: flag.clientSide, usingMobileKey: flag.clientSide },
    trackEvents: false,
    trackEventsFallthrough: false,
    debugEventsUntilDate: null,
  };
  if (targeting === null) return { ...shared, on: false, salt: flag.key };
  const { on, offVariation, fallthrough, rules, prerequisites, salt } = targeting;
  return {
    ...shared,
    on,
    offVariation,
    fallthrough,
    rules: rules.map((rule) => withoutWords(aboutTheCustomer(rule))),
    prerequisites: prerequisites.map(({ flag: key, variation }) => ({ key, variation })),
    ...targetsOf(targeting),
    salt,
  };
}

/**
 * Users are listed under `targets`, other kinds under `contextTargets`. That list also gives the order of all, so each
 * user target has an entry without values in it.
 */
function targetsOf({ targets }: FlagTargeting) {
  const all: LaunchDarklyTarget[] = targets.map(({ contextKind = 'user', ...rest }) => ({
    ...rest,
    contextKind,
  }));
  return {
    targets: all.filter(isOfUsers).map(({ variation, values }) => ({ variation, values })),
    contextTargets: all.every(isOfUsers)
      ? []
      : all.map((target) => (isOfUsers(target) ? { ...target, values: [] } : target)),
  };
}

const isOfUsers = ({ contextKind }: LaunchDarklyTarget): boolean => contextKind === 'user';

/** What people call a rule, and what edits call its clauses, is nothing that evaluates. */
function withoutWords<R extends { readonly description?: unknown; readonly clauses: readonly Clause[] }>({
  description: _,
  ...rule
}: R) {
  return { ...rule, clauses: rule.clauses.map(({ id: __, ...clause }) => clause) };
}

function toLaunchDarklySegment({ key, salt, rules }: Segment, version: number): LaunchDarklySegment {
  return {
    key,
    version,
    salt,
    included: [],
    excluded: [],
    rules: rules.map((rule) => withoutWords(aboutTheCustomer(rule))),
  };
}

/** Whatever kind of context a clause on a fact names, or none: facts are the customer's. */
function aboutTheCustomer<Rule extends { readonly clauses: readonly Clause[] }>(rule: Rule): Rule {
  if (!rule.clauses.some(({ attribute }) => factOf(attribute) !== null)) return rule;
  const clauses = rule.clauses.map((clause) => {
    const fact = factOf(clause.attribute);
    if (fact === null || clause.op === 'segmentMatch') return clause;
    const attribute = clause.attribute.startsWith('/') ? `/${fact}` : fact;
    return { ...clause, contextKind: 'customer', attribute };
  });
  return { ...rule, clauses };
}

/** A flag for each segment that answers true for its members and false for others. */
export function membershipFlags(segments: Iterable<string>): Readonly<Record<string, LaunchDarklyFlag>> {
  return byKey(
    [...segments].map((key) => ({
      key,
      on: true,
      variations: [false, true],
      rules: [{ clauses: [{ attribute: '', op: 'segmentMatch', values: [key] }], variation: 1 }],
      fallthrough: { variation: 0 },
    })),
  );
}
