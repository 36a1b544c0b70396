import type { DenialReason, JsonValue, Milliseconds } from '@latchkey/model';
import { readAttribute } from '../flags/attribute.ts';
import type { CompiledFlags } from '../flags/compile.ts';
import type { PreparedContext } from '../flags/context.ts';
import { evaluateFlag } from '../flags/evaluate.ts';
import type { Evaluation } from '../flags/evaluation.ts';
import type { LaunchDarklyFlag } from '../flags/launchdarkly-model.ts';
import { type Clause, compileClauses, matchClauses } from '../flags/segments.ts';
import { answerForTarget, compileTargets } from '../flags/targets.ts';
import { Trail } from '../flags/trail.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { type Asking, guardedFlags, prepareAsking } from './guarded-flags.ts';

/** One clause of a rule as it was asked. */
export interface ClauseStep {
  /** `not_asked`: an earlier clause had settled it. `malformed`: it can be matched by nobody. */
  readonly outcome: 'matched' | 'not_matched' | 'not_asked' | 'malformed';
  /** What the context says there; null where it says nothing, and for segments. */
  readonly found: JsonValue;
}

/** What was looked at on the way to an answer, in order. `decided` is true of the one that gave it. */
export type FlagStep = { readonly decided: boolean } & (
  | { readonly kind: 'on'; readonly passed: boolean }
  /** What the flag guards: of these features at least one must be had. */
  | {
      readonly kind: 'right';
      readonly passed: boolean;
      readonly feature: string;
      readonly reason: DenialReason | null;
    }
  | {
      readonly kind: 'prerequisite';
      readonly passed: boolean;
      readonly flag: string;
      readonly wanted: number | null;
      readonly served: number | null;
    }
  | { readonly kind: 'target'; readonly passed: boolean }
  | {
      readonly kind: 'rule';
      readonly passed: boolean;
      readonly index: number;
      readonly id: string | null;
      readonly asked: boolean;
      readonly clauses: readonly ClauseStep[];
    }
  | { readonly kind: 'fallthrough'; readonly passed: boolean }
);

type Undecided<S> = S extends unknown ? Omit<S, 'decided'> : never;

export interface ExplainedFlag {
  readonly evaluation: Evaluation;
  /** None for a flag that is not there, and for a context that is not valid. */
  readonly steps: readonly FlagStep[];
}

/**
 * The answer of a flag with every step that led to it. The answer is the evaluator's own, and each step asks the same
 * functions as the evaluator does; what it passes over because it knows enough, is told as not asked.
 */
export function explainFlag(
  configuration: CompiledConfiguration,
  asking: Asking,
  flagKey: string,
  now: Milliseconds,
): ExplainedFlag {
  const flags = guardedFlags(configuration, asking, now);
  const evaluation = flags.answer(flagKey);
  const { prepared } = prepareAsking(configuration, asking, now);
  const flag = configuration.flags.flagsByKey.get(flagKey);
  if (flag === undefined) return { evaluation, steps: [] };
  const withheld = flags.withheldBy(flagKey);
  const first = (configuration.guardedByFlag.get(flagKey) ?? [])[0]?.[0];
  const guard = withheld?.feature ?? first?.key;
  const steps: Undecided<FlagStep>[] = [{ kind: 'on', passed: flag.on }];
  if (guard !== undefined) {
    steps.push({
      kind: 'right',
      passed: withheld === null,
      feature: guard,
      reason: withheld?.reason ?? null,
    });
  }
  if (prepared !== null) steps.push(...stepsOfTargeting(configuration.flags, flag.source, prepared));
  // Rights come before the context is looked at: one that is not valid may be refused for them all the same.
  else if (evaluation.reason.kind === 'ERROR') return { evaluation, steps: [] };
  return { evaluation, steps: marked(steps) };
}

function stepsOfTargeting(
  compiled: CompiledFlags,
  flag: LaunchDarklyFlag,
  context: PreparedContext,
): readonly Undecided<FlagStep>[] {
  const prerequisites = (flag.prerequisites ?? []).map(({ key, variation }) => {
    const theirs = evaluateFlag(compiled, key, context);
    const served = compiled.flagsByKey.get(key)?.on === true ? theirs.variationIndex : null;
    const passed = served !== null && served === variation;
    return { kind: 'prerequisite' as const, passed, flag: key, wanted: variation ?? null, served };
  });
  const isTarget = answerForTarget(compileTargets(flag), context) !== null;
  let isOpen = prerequisites.every(({ passed }) => passed) && !isTarget;
  const rules = (flag.rules ?? []).map((rule, index) => {
    const written = compileClauses(rule.clauses ?? [], compiled.segmentsByKey, silent);
    const clauses = written.map(stepsOfClauses(context, isOpen));
    const asked = isOpen;
    const match = matchClauses(written, context, new Trail());
    const passed = isOpen && match === 'yes';
    // A rule that is malformed for this context ends the evaluation as well, without an answer.
    if (match !== 'no') isOpen = false;
    return { kind: 'rule' as const, passed, index, id: rule.id ?? null, asked, clauses };
  });
  return [
    ...prerequisites,
    { kind: 'target', passed: isTarget },
    ...rules,
    { kind: 'fallthrough', passed: isOpen },
  ];
}

const silent = () => undefined;

/** Asks clause after clause, until one settles that the rule does not match. */
function stepsOfClauses(context: PreparedContext, isAsked: boolean): (clause: Clause) => ClauseStep {
  let isOpen = isAsked;
  return (clause) => {
    const isAttribute = clause.kind === 'attribute';
    const found = (isAttribute ? readAttribute(context, clause.contextKind, clause) : null) ?? null;
    if (!isOpen) return { outcome: 'not_asked', found: found as JsonValue };
    const match = matchClauses([clause], context, new Trail());
    isOpen = match !== 'no';
    const outcome = ({ yes: 'matched', no: 'not_matched', malformed: 'malformed' } as const)[match];
    return { outcome, found: found as JsonValue };
  };
}

/** The first that did not let through, or the first that served, decided; the rest was there but did not matter. */
function marked(steps: readonly Undecided<FlagStep>[]): readonly FlagStep[] {
  const isGate = ({ kind }: Undecided<FlagStep>) =>
    kind === 'on' || kind === 'right' || kind === 'prerequisite';
  const at = steps.findIndex((step) => (isGate(step) ? !step.passed : step.passed));
  return steps.map((step, index) => ({ ...step, decided: index === at }) as FlagStep);
}
