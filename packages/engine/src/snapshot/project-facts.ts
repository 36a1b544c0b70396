import { compileAttributeClause, matchesAttributeClause } from '../flags/clauses.ts';
import type {
  LaunchDarklyClause,
  LaunchDarklyFlag,
  LaunchDarklySegment,
} from '../flags/launchdarkly-model.ts';
import { stableHash } from '../grants/stable-hash.ts';
import type { CompiledCustomer } from './compile-customer.ts';
import { factOf } from './fact-names.ts';
import type { ProjectedFlags } from './project-to-launchdarkly.ts';

/** A clause on a fact, and the generated segment that lists the customers of whom it is true. */
export interface FactClause {
  readonly segment: string;
  readonly clause: LaunchDarklyClause;
}

/**
 * For SDKs that evaluate by themselves and know no facts: every clause on one asks for a segment instead, of whose
 * customers it is true. The generated segments are empty; whoever sends them lists the keys for which `isTrueOf` holds,
 * under the context kind `customer`. Of a customer whom nobody knows that is asked as of any; who names none is in none.
 */
export function projectFacts({ flags, segments }: ProjectedFlags): ProjectedFlags & {
  readonly factClauses: readonly FactClause[];
} {
  const found = new Map<string, FactClause>();
  const withRules = <Ruled extends LaunchDarklyFlag | LaunchDarklySegment>(
    ruled: Readonly<Record<string, Ruled>>,
  ): readonly (readonly [string, Ruled])[] =>
    Object.entries(ruled).map(([key, each]) => {
      const rules = each.rules?.map((rule) => ({
        ...rule,
        ...(rule.clauses && { clauses: rule.clauses.map((clause) => replaced(clause, found)) }),
      }));
      return [key, rules === undefined ? each : ({ ...each, rules } as Ruled)];
    });
  const projectedFlags = withRules(flags);
  const projectedSegments = withRules(segments);
  const version = Math.max(0, ...Object.values(flags).map((flag) => flag.version ?? 0));
  const generated = [...found.keys()].map((key): [string, LaunchDarklySegment] => [
    key,
    { key, version, salt: key, included: [], excluded: [], includedContexts: [], rules: [] },
  ]);
  return {
    flags: Object.fromEntries(projectedFlags),
    segments: Object.fromEntries([...projectedSegments, ...generated]),
    factClauses: [...found.values()],
  };
}

function replaced(clause: LaunchDarklyClause, found: Map<string, FactClause>): LaunchDarklyClause {
  if (clause.op === 'segmentMatch' || factOf(clause.attribute) === null) return clause;
  const { attribute, op, values, negate } = clause;
  const segment = `latchkey:fact:${stableHash(JSON.stringify([attribute, op, values, negate ?? false]))}`;
  found.set(segment, { segment, clause });
  // A clause without the attribute is not true, negated or not: the segment has those for whom the whole clause is.
  return { contextKind: 'customer', attribute: '', op: 'segmentMatch', values: [segment], negate: false };
}

/** Whether a clause on a fact is true of the customer at the moment. */
export function isTrueOf({ clause }: FactClause, customer: CompiledCustomer, now: number): boolean {
  const compiled = compileAttributeClause(clause, () => undefined);
  const { alone } = customer.ownContext.at(now);
  return compiled !== null && alone !== null && matchesAttributeClause(compiled, alone);
}
