import { CompiledFlag } from './compiled-flag.ts';
import {
  type Evaluation,
  type EvaluationReason,
  evaluation,
  malformedFlag,
  variationAnswer,
} from './evaluation.ts';
import type { LaunchDarklyData, LaunchDarklyFlag, LaunchDarklySegment } from './launchdarkly-model.ts';
import type { Report } from './operators/operator.ts';
import type { Prerequisite } from './prerequisites.ts';
import { orderByReference, type Reach, reachThrough } from './references.ts';
import { compileServe } from './rollout.ts';
import { compileRules } from './rules.ts';
import { type Clause, CompiledSegment, fillSegment, isSoundItself } from './segments.ts';
import { compileTargets } from './targets.ts';
import { depthMax, stepsMax } from './trail.ts';

/** The flags and segments of an environment, ready to be evaluated any number of times. */
export type CompiledFlags = {
  readonly flagsByKey: ReadonlyMap<string, CompiledFlag>;
  readonly segmentsByKey: ReadonlyMap<string, CompiledSegment>;
  /** What a person should look at. Each affects the flag or segment that it names, and what refers to that, alone. */
  readonly problems: readonly FlagProblem[];
};

export type FlagProblem = { readonly of: 'flag' | 'segment'; readonly key: string; readonly detail: string };

/**
 * Compiles once what is then evaluated many times: lists become hashed sets, dates, versions and patterns are parsed,
 * references are linked, and every answer that can be given is made beforehand. Total: what has the wrong shape
 * answers `MALFORMED_FLAG` for itself and is listed under `problems`. The data given is neither changed nor copied.
 */
export function compileFlags(data: LaunchDarklyData): CompiledFlags {
  const problems: FlagProblem[] = [];
  const reporter =
    (of: FlagProblem['of'], key: string): Report =>
    (detail) =>
      problems.push({ of, key, detail });

  const segmentsByKey = compileSegments(presentIn(data.segments), reporter);
  const flagsByKey = compileAll(presentIn(data.flags), segmentsByKey, reporter);
  return { flagsByKey, segmentsByKey, problems };
}

type Reporter = (of: FlagProblem['of'], key: string) => Report;

/** By own key, `__proto__` and its like included; without what is deleted. */
function presentIn<Item extends { readonly deleted?: boolean | null | undefined }>(
  itemsByKey: Readonly<Record<string, Item>> | null | undefined,
): readonly (readonly [string, Item])[] {
  return Object.entries(itemsByKey ?? {}).filter(([, item]) => item && !item.deleted);
}

function compileSegments(
  entries: readonly (readonly [string, LaunchDarklySegment])[],
  reporter: Reporter,
): ReadonlyMap<string, CompiledSegment> {
  const segmentsByKey = new Map(entries.map(([key]) => [key, new CompiledSegment(key)]));
  for (const [key, source] of entries) {
    const segment = segmentsByKey.get(key) as CompiledSegment;
    const report = reporter('segment', key);
    try {
      fillSegment(segment, source, segmentsByKey, report);
    } catch {
      breakDown(segment, report, 'It is not written as a segment.');
    }
  }
  const referencesOf = (segment: CompiledSegment) =>
    segment.rules.flatMap(({ clauses }) => segmentsIn(clauses));
  const { ordered, tangled } = orderByReference(segmentsByKey.values(), referencesOf);
  for (const segment of tangled) {
    segment.needsTrail = true;
    reporter('segment', segment.key)('Its rules lead into a circle of segments.');
  }
  for (const segment of ordered) {
    const references = referencesOf(segment);
    segment.needsTrail = segment.big !== null || references.some(({ needsTrail }) => needsTrail);
    segment.reach = reachThrough(references.map(({ reach }) => reach));
    if (isTooFar(segment.reach)) breakDown(segment, reporter('segment', segment.key), tooFar);
    segment.isSound = isSoundItself(segment);
  }
  return segmentsByKey;
}

function breakDown(segment: CompiledSegment, report: Report, detail: string): void {
  segment.malformed = true;
  segment.rules = [];
  report(detail);
}

const segmentsIn = (clauses: readonly Clause[]): readonly CompiledSegment[] =>
  clauses.flatMap((clause) => (clause.kind === 'segment' ? clause.anyOf : []));

const isTooFar = ({ depth, steps }: Reach): boolean => depth > depthMax || steps > stepsMax;
const tooFar = 'It leads through too many other flags and segments.';

function compileAll(
  entries: readonly (readonly [string, LaunchDarklyFlag])[],
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  reporter: Reporter,
): ReadonlyMap<string, CompiledFlag> {
  const flagsByKey = new Map(entries.map(([key, source]) => [key, new CompiledFlag(key, source)]));
  for (const flag of flagsByKey.values())
    fillFlag(flag, flagsByKey, segmentsByKey, reporter('flag', flag.key));

  const referencesOf = (flag: CompiledFlag) =>
    flag.prerequisites.flatMap((prerequisite) => prerequisite.flag ?? []);
  const { ordered, tangled } = orderByReference(flagsByKey.values(), referencesOf);
  for (const flag of tangled) {
    flag.needsTrail = true;
    reporter('flag', flag.key)('Its prerequisites lead into a circle of flags.');
  }
  for (const flag of ordered) {
    const references = [...referencesOf(flag), ...flag.rules.flatMap(({ clauses }) => segmentsIn(clauses))];
    flag.needsTrail = references.some(({ needsTrail }) => needsTrail);
    flag.reach = reachThrough(references.map(({ reach }) => reach));
    if (!isTooFar(flag.reach)) continue;
    flag.breakDown();
    reporter('flag', flag.key)(tooFar);
  }
  return flagsByKey;
}

function fillFlag(
  flag: CompiledFlag,
  flagsByKey: ReadonlyMap<string, CompiledFlag>,
  segmentsByKey: ReadonlyMap<string, CompiledSegment>,
  report: Report,
): void {
  const { source } = flag;
  flag.on = Boolean(source.on);
  try {
    flag.off = offAnswer(source, { kind: 'OFF' });
    flag.prerequisites = compilePrerequisites(source, flagsByKey);
    flag.targets = compileTargets(source);
    flag.rules = compileRules(source, segmentsByKey, report);
    flag.fallthrough = compileServe(source.fallthrough, source, { kind: 'FALLTHROUGH' });
  } catch {
    flag.breakDown();
    report('It is not written as a flag.');
    return;
  }
  if (flag.off === malformedFlag) report('The variation for when it is off does not exist.');
  for (const [name, serve] of [
    ...flag.rules.map(({ serve }, index) => [`Rule ${index + 1}`, serve] as const),
    ['The fallthrough', flag.fallthrough] as const,
  ]) {
    if (serve.answer === malformedFlag) report(`${name} serves no variation that exists.`);
  }
}

/** Without an off variation there is no value and no index, and that is no error: callers get their default. */
function offAnswer(flag: LaunchDarklyFlag, reason: EvaluationReason): Evaluation {
  const { offVariation, variations } = flag;
  return typeof offVariation === 'number'
    ? variationAnswer(variations ?? [], offVariation, reason)
    : evaluation(null, null, reason);
}

function compilePrerequisites(
  flag: LaunchDarklyFlag,
  flagsByKey: ReadonlyMap<string, CompiledFlag>,
): readonly Prerequisite<CompiledFlag>[] {
  return (flag.prerequisites ?? []).map(({ key, variation }) => ({
    key,
    flag: flagsByKey.get(key) ?? null,
    variation: variation ?? null,
    answerIfFailed: offAnswer(flag, { kind: 'PREREQUISITE_FAILED', prerequisiteKey: key }),
  }));
}
