import { parseAttributeReference } from './attribute.ts';
import { type Bucketing, bucketing, shareOf } from './bucket.ts';
import { type AttributeClause, compileAttributeClause, matchesAttributeClause } from './clauses.ts';
import { keyOf, type PreparedContext } from './context.ts';
import type {
  LaunchDarklyClause,
  LaunchDarklySegment,
  LaunchDarklySegmentRule,
  LaunchDarklyTarget,
} from './launchdarkly-model.ts';
import type { Report } from './operators/operator.ts';
import type { Reach } from './references.ts';
import type { Trail } from './trail.ts';

/**
 * Clauses and segments are matched together, because each may ask for the other: a clause for the members of a
 * segment, a segment's rules for their clauses.
 */
export type Clause =
  | AttributeClause
  | { readonly kind: 'segment'; readonly anyOf: readonly CompiledSegment[]; readonly negate: boolean }
  | { readonly kind: 'malformed' };

/** Created empty and filled afterwards, so that segments can refer to one another in any order. */
export class CompiledSegment {
  readonly key: string;
  included: readonly Members[] = [];
  excluded: readonly Members[] = [];
  rules: readonly SegmentRule[] = [];
  big: { readonly contextKind: string; readonly reference: string | null } | null = null;
  malformed = false;
  /** Whether it can reach a big segment or a cycle, so that an evaluation has something to remember. */
  needsTrail = false;
  /** Whether it is certain to answer yes or no, by itself and by whatever it refers to. */
  isSound = false;
  reach: Reach = { depth: 1, steps: 1 };

  constructor(key: string) {
    this.key = key;
  }
}

type Members = { readonly contextKind: string; readonly keys: ReadonlySet<string> };

type SegmentRule = {
  readonly clauses: readonly Clause[];
  readonly rollout: { readonly bucketing: Bucketing | null; readonly upTo: readonly [number] } | null;
};

type Match = 'yes' | 'no' | 'malformed';

/** In the order in which they cost: members of a segment are asked for last. Only where the order cannot be noticed. */
export function cheapestFirst(clauses: readonly Clause[]): readonly Clause[] {
  if (!areSound(clauses)) return clauses;
  const isDear = ({ kind }: Clause) => kind === 'segment';
  return [...clauses.filter((clause) => !isDear(clause)), ...clauses.filter(isDear)];
}

const areSound = (clauses: readonly Clause[]): boolean =>
  clauses.every(
    (clause) =>
      clause.kind === 'attribute' ||
      (clause.kind === 'segment' && clause.anyOf.every(({ isSound }) => isSound)),
  );

/** Asked after whatever the segment refers to. */
export const isSoundItself = ({ malformed, needsTrail, rules }: CompiledSegment): boolean =>
  !malformed &&
  !needsTrail &&
  rules.every(({ clauses, rollout }) => areSound(clauses) && rollout?.bucketing !== null);

/** Fills a segment from what was received. Throws on data of the wrong shape. */
export function fillSegment(
  segment: CompiledSegment,
  from: LaunchDarklySegment,
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  report: Report,
): void {
  segment.included = compileMembers(from.included, from.includedContexts);
  segment.excluded = compileMembers(from.excluded, from.excludedContexts);
  segment.rules = (from.rules ?? []).flatMap((rule) => compileSegmentRule(rule, from, segmentsByKey, report));
  if (from.unbounded) {
    const reference = from.generation ? `${from.key}.g${from.generation}` : null;
    segment.big = { contextKind: from.unboundedContextKind || 'user', reference };
  }
}

function compileMembers(
  userKeys: readonly string[] | null | undefined,
  targets: readonly LaunchDarklyTarget[] | null | undefined,
): readonly Members[] {
  const keysByKind = new Map<string, Set<string>>();
  for (const { contextKind, values } of [
    ...(targets ?? []),
    { contextKind: 'user', values: userKeys ?? [] },
  ]) {
    const kind = contextKind ?? 'user';
    const keys = keysByKind.get(kind) ?? new Set();
    for (const key of values ?? []) if (key !== '') keys.add(key);
    keysByKind.set(kind, keys);
  }
  return [...keysByKind]
    .filter(([, keys]) => keys.size > 0)
    .map(([contextKind, keys]) => ({ contextKind, keys }));
}

function compileSegmentRule(
  rule: LaunchDarklySegmentRule,
  segment: LaunchDarklySegment,
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  report: Report,
): SegmentRule[] {
  if (!Array.isArray(rule.clauses)) return [];
  const clauses = compileClauses(rule.clauses, segmentsByKey, report);
  const { weight, rolloutContextKind: contextKind, bucketBy } = rule;
  if (weight === undefined || weight === null) return [{ clauses, rollout: null }];
  const attribute = parseAttributeReference(bucketBy || 'key', { literal: !contextKind });
  const by = { contextKind: contextKind ?? 'user', key: segment.key, salt: segment.salt };
  const spread = attribute === null ? null : bucketing({ ...by, attribute });
  return [{ clauses, rollout: { bucketing: spread, upTo: [weight / 100_000] } }];
}

export function compileClauses(
  clauses: readonly LaunchDarklyClause[],
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  report: Report,
): readonly Clause[] {
  return clauses.map((clause) => {
    if (clause.op !== 'segmentMatch') {
      const compiled = compileAttributeClause(clause, report);
      if (compiled === null) report('A clause has no valid attribute or no values.');
      return compiled ?? { kind: 'malformed' };
    }
    const anyOf = (clause.values ?? []).flatMap((key) => segmentsByKey.get(String(key)) ?? []);
    return { kind: 'segment', anyOf, negate: Boolean(clause.negate) };
  });
}

/**
 * All clauses match. A malformed clause stops nothing: the later ones are still asked, and only when it is the last one
 * does it make the whole malformed. That is what the official evaluator does.
 */
export function matchClauses(
  clauses: readonly Clause[],
  context: PreparedContext,
  trail: Trail | null,
): Match {
  let match: Match = 'yes';
  for (const clause of clauses) {
    match = matchClause(clause, context, trail);
    if (match === 'no') return match;
  }
  return match;
}

function matchClause(clause: Clause, context: PreparedContext, trail: Trail | null): Match {
  switch (clause.kind) {
    case 'attribute':
      return matchesAttributeClause(clause, context) ? 'yes' : 'no';
    case 'segment': {
      for (const segment of clause.anyOf) {
        const match = matchSegment(segment, context, trail);
        if (match === 'malformed') return match;
        if (match === 'yes') return clause.negate ? 'no' : 'yes';
      }
      return clause.negate ? 'yes' : 'no';
    }
    case 'malformed':
      return 'malformed';
  }
}

function matchSegment(segment: CompiledSegment, context: PreparedContext, trail: Trail | null): Match {
  if (segment.malformed) return 'malformed';
  if (trail === null || !segment.needsTrail) return isMember(segment, context, trail);
  if (trail.segments.includes(segment.key) || !trail.mayGoOn()) return 'malformed';
  trail.segments.push(segment.key);
  const match = isMember(segment, context, trail);
  trail.segments.pop();
  return match;
}

function isMember(segment: CompiledSegment, context: PreparedContext, trail: Trail | null): Match {
  const kept = context.lookups?.memberships?.get(segment.key);
  if (kept !== undefined) return kept ? 'yes' : 'no';
  if (segment.big !== null) {
    const key = keyOf(context, segment.big.contextKind);
    if (!key) return 'no';
    if (segment.big.reference === null) {
      trail?.noteBigSegments('NOT_CONFIGURED');
      return 'no';
    }
    const stored = askBigSegments(segment.big.reference, key, context, trail);
    if (stored !== null) return stored ? 'yes' : 'no';
  } else {
    if (isListed(segment.included, context)) return 'yes';
    if (isListed(segment.excluded, context)) return 'no';
  }
  for (const rule of segment.rules) {
    const match = matchSegmentRule(rule, context, trail);
    if (match !== 'no') return match;
  }
  return 'no';
}

function isListed(members: readonly Members[], context: PreparedContext): boolean {
  for (const { contextKind, keys } of members) {
    const key = keyOf(context, contextKind);
    if (key !== undefined && keys.has(key)) return true;
  }
  return false;
}

/** In, out, or null: then the segment's rules decide. */
function askBigSegments(
  reference: string,
  key: string,
  context: PreparedContext,
  trail: Trail | null,
): boolean | null {
  const ask = context.lookups?.bigSegments;
  if (ask === undefined || trail === null) {
    trail?.noteBigSegments('NOT_CONFIGURED');
    return null;
  }
  const membership = trail.membershipOf(key, () => {
    try {
      const answer = ask(key);
      trail.noteBigSegments(answer.status);
      return answer.membership;
    } catch {
      trail.noteBigSegments('STORE_ERROR');
      return null; // the store's trouble is told by the status; evaluation goes on
    }
  });
  return membership !== null && Object.hasOwn(membership, reference) ? (membership[reference] ?? null) : null;
}

function matchSegmentRule(rule: SegmentRule, context: PreparedContext, trail: Trail | null): Match {
  const match = matchClauses(rule.clauses, context, trail);
  if (match !== 'yes' || rule.rollout === null) return match;
  if (rule.rollout.bucketing === null) return 'malformed';
  return shareOf(rule.rollout.bucketing, rule.rollout.upTo, context) === 0 ? 'yes' : 'no';
}
