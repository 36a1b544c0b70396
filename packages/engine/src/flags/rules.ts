import type { PreparedContext } from './context.ts';
import { type Evaluation, malformedFlag } from './evaluation.ts';
import type { LaunchDarklyFlag, LaunchDarklyRule } from './launchdarkly-model.ts';
import type { Report } from './operators/operator.ts';
import { compileServe, type Serve, serveTo } from './rollout.ts';
import {
  type Clause,
  type CompiledSegment,
  cheapestFirst,
  compileClauses,
  matchClauses,
} from './segments.ts';
import type { Trail } from './trail.ts';

export type Rule = { readonly clauses: readonly Clause[]; readonly serve: Serve };

/** A rule without a list of clauses never matches; one with an empty list always does. */
export function compileRules(
  flag: LaunchDarklyFlag,
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  report: Report,
): readonly Rule[] {
  return (flag.rules ?? []).flatMap((rule: LaunchDarklyRule, ruleIndex) => {
    if (!Array.isArray(rule.clauses)) return [];
    const { id } = rule;
    const reason = {
      kind: 'RULE_MATCH' as const,
      ruleIndex,
      ...(id !== undefined && id !== null && { ruleId: id }),
    };
    return {
      clauses: cheapestFirst(compileClauses(rule.clauses, segmentsByKey, report)),
      serve: compileServe(rule, flag, reason),
    };
  });
}

/** The first rule whose clauses all match. Null when none does. */
export function answerOfRules(
  rules: readonly Rule[],
  context: PreparedContext,
  trail: Trail | null,
): Evaluation | null {
  for (const rule of rules) {
    const match = matchClauses(rule.clauses, context, trail);
    if (match === 'yes') return serveTo(context, rule.serve);
    if (match === 'malformed') return malformedFlag;
  }
  return null;
}
