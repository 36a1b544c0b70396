import type { Variation } from '@latchkey/model';
import type { FlagAnswer, FlagInEnvironment } from '../../api/replies.ts';
import { conditionInWords } from '../flags/targeting/changes.ts';
import { clauseInWords, serveInWords, variationInWords } from '../flags/words.ts';

type Step = FlagAnswer['steps'][number];
type Flag = Pick<
  FlagInEnvironment,
  'variations' | 'rules' | 'fallthrough' | 'offVariation' | 'prerequisites' | 'targets'
>;

/** One step as a sentence, with what the conditions of a rule found. */
export interface ToldStep {
  readonly sentence: string;
  /** How far it let the question come: on, stopped here, or was not even asked. */
  readonly outcome: 'passed' | 'failed' | 'decided' | 'skipped';
  readonly details: readonly ToldClause[];
}

interface ToldClause {
  readonly sentence: string;
  readonly outcome: 'matched' | 'not_matched' | 'not_asked' | 'malformed';
  /** What the context said there, where it said anything. */
  readonly found: string | null;
}

export function stepInWords(step: Step, flag: Flag, names: Names): ToldStep {
  const outcome = outcomeOf(step);
  switch (step.kind) {
    case 'on':
      return { sentence: step.passed ? 'The flag is on.' : 'The flag is off.', outcome, details: [] };
    case 'right':
      return { sentence: rightInWords(step, names), outcome, details: [] };
    case 'prerequisite':
      return { sentence: prerequisiteInWords(step, names), outcome, details: [] };
    case 'target':
      return {
        sentence: step.passed ? 'They are named.' : 'They are not named.',
        outcome,
        details: [],
      };
    case 'rule':
      return ruleInWords(step, flag, outcome);
    case 'fallthrough':
      return {
        sentence: step.passed
          ? `No rule fits, so they get what everybody else gets: ${serveInWords(flag.variations, flag.fallthrough)}.`
          : 'What everybody else gets was not needed.',
        outcome,
        details: [],
      };
  }
}

interface Names {
  readonly feature: (key: string) => string;
  readonly flag: (key: string) => string;
  readonly variation: (flag: string, index: number | null) => string;
}

function outcomeOf(step: Step): ToldStep['outcome'] {
  if (step.decided) return 'decided';
  if (step.kind === 'rule' && !step.asked) return 'skipped';
  if (step.kind === 'fallthrough') return 'skipped';
  return step.passed ? 'passed' : 'failed';
}

function rightInWords({ passed, feature }: Extract<Step, { kind: 'right' }>, names: Names): string {
  const called = names.feature(feature);
  return passed
    ? `They have ${called}, which the flag guards.`
    : `They do not have ${called}, so the flag answers as if it were off.`;
}

function prerequisiteInWords(
  { passed, flag, wanted, served }: Extract<Step, { kind: 'prerequisite' }>,
  names: Names,
): string {
  const called = names.flag(flag);
  const answer = names.variation(flag, wanted);
  if (passed) return `Flag ${called} answers ${answer}, as it must.`;
  return served === null
    ? `Flag ${called} must answer ${answer}, but is off or cannot answer.`
    : `Flag ${called} must answer ${answer}, but answers ${names.variation(flag, served)}.`;
}

function ruleInWords(
  { index, passed, asked, clauses }: Extract<Step, { kind: 'rule' }>,
  { rules, variations }: Flag,
  outcome: ToldStep['outcome'],
): ToldStep {
  const rule = rules[index];
  const called = rule?.description ? `Rule ${index + 1}, ${rule.description},` : `Rule ${index + 1}`;
  if (!rule) return { sentence: `${called} has changed meanwhile.`, outcome, details: [] };
  const gets = serveInWords(variations, rule);
  const sentence = !asked
    ? `${called} was not asked: ${conditionInWords(rule)}.`
    : passed
      ? `${called} fits: they get ${gets}.`
      : `${called} does not fit.`;
  const details = asked
    ? rule.clauses.map((clause, at): ToldClause => {
        const told = clauses[at];
        return {
          sentence: clauseInWords(clause),
          outcome: told?.outcome ?? 'not_asked',
          found: told === undefined || told.found === null ? null : foundInWords(told.found),
        };
      })
    : [];
  return { sentence, outcome, details };
}

const foundInWords = (found: unknown): string => (typeof found === 'string' ? found : JSON.stringify(found));

type Answer = Pick<FlagAnswer, 'reason' | 'variationIndex'>;

/** Why a flag answers as it does, in one sentence; for lists, where there is no room for the steps. */
export function reasonInWords({ reason }: Answer, { on }: Pick<FlagInEnvironment, 'on'>): string {
  switch (reason.kind) {
    case 'OFF':
      // Whoever lacks the feature gets the same answer as if the flag were off.
      return on ? 'They do not have the feature that it guards.' : 'It is off.';
    case 'TARGET_MATCH':
      return 'They are named.';
    case 'RULE_MATCH': {
      const index = reason['ruleIndex'];
      return typeof index === 'number' ? `Rule ${index + 1} fits.` : 'A rule fits.';
    }
    case 'FALLTHROUGH':
      return 'As everybody else.';
    case 'PREREQUISITE_FAILED':
      return `Flag ${String(reason['prerequisiteKey'])} does not answer as it must.`;
    case 'ERROR':
      return errorWords[String(reason['errorKind'])] ?? 'It cannot be answered.';
    default:
      return '';
  }
}

const errorWords: Readonly<Record<string, string>> = {
  USER_NOT_SPECIFIED: 'The context does not say who it is.',
  MALFORMED_FLAG: 'The flag cannot be read, so applications use their default.',
  FLAG_NOT_FOUND: 'There is no such flag here.',
};

/** What they get: the variation by its name, else its value; nothing where the application's default counts. */
export const answerInWords = (
  { variationIndex }: Answer,
  { variations }: { readonly variations: readonly Variation[] },
): string =>
  variationIndex === null ? 'the application’s own default' : variationInWords(variations, variationIndex);
