import { type Evaluation, type EvaluationContext, guardedFlags } from '@latchkey/engine';
import { CustomerKey, type Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { keysOf } from './contexts.ts';
import type { Edition } from './edition.ts';
import { generatedPrefix } from './gates.ts';
import { membershipsOf } from './listing.ts';

export interface Asked {
  readonly place: Place;
  readonly context: EvaluationContext;
  readonly withReasons: boolean;
  readonly protocol: 'first' | 'second';
  /** In the second protocol: what the asker has already, by the name that we gave it. */
  readonly basis: string | null;
}

interface Answer extends Evaluation {
  /** Of the flags that it builds on, those that were asked: up to the first that stood in the way. */
  readonly prerequisites: readonly string[];
}

export interface Answers {
  readonly byFlag: ReadonlyMap<string, Answer>;
  /** The customer in the context and those it inherits from: whose changes may change the answers. */
  readonly customers: readonly string[];
  /** When the clock alone changes the answers, epoch milliseconds. */
  readonly until: number;
}

/** All flags that browsers may read, for one context, with the rights of the customer that is part of it. */
export async function evaluateAll(
  delivery: Delivery,
  edition: Edition,
  { place, context }: Asked,
  now: number,
): Promise<Answers> {
  const keys = keysOf(context);
  const named = CustomerKey.safeParse(keys.get('customer'));
  const world = named.success ? await delivery.world(place, named.data) : null;
  const configuration = world?.configuration ?? delivery.compiled(place);
  if (configuration === null) throw new ProblemError('unavailable', 'The environment is not ready yet.');
  const customer = world?.customer ?? null;
  const listed = membershipsOf(edition.listing, keys);
  const flags = guardedFlags(configuration, { customer, context, listed }, now);
  const answerOf = (flag: string): Evaluation => {
    const guarded = flags.answer(flag);
    // Of a segment too large to be listed here the edition says so, where no customer's own lists are at hand.
    return customer !== null || guarded.reason.kind === 'OFF'
      ? guarded
      : edition.evaluator.evaluate(flag, context, null);
  };
  const isAsWanted = (flag: string, variation: number | null | undefined): boolean =>
    edition.projection.flags.get(flag)?.on === true && answerOf(flag).variationIndex === variation;
  const byFlag = new Map<string, Answer>();
  for (const [key, { clientSide, prerequisites }] of edition.projection.flags) {
    if (clientSide !== true) continue;
    const answer = answerOf(key);
    if (answer.reason.kind === 'ERROR' && answer.reason.errorKind === 'USER_NOT_SPECIFIED')
      throw new ProblemError('invalid_request', 'A context has a kind, and a key for every kind.');
    const builtOn = (prerequisites ?? []).filter((each) => !each.key.startsWith(generatedPrefix));
    const failing = builtOn.findIndex((each) => !isAsWanted(each.key, each.variation));
    const asked =
      answer.reason.kind === 'OFF' ? [] : builtOn.slice(0, failing === -1 ? undefined : failing + 1);
    byFlag.set(key, { ...answer, prerequisites: asked.map((each) => each.key) });
  }
  return {
    byFlag,
    customers: world ? [world.snapshot.key, ...world.snapshot.ancestors] : [],
    until: flags.until(),
  };
}

/** As client-side SDKs read it, by flag key. */
export function resultsOf(
  { byFlag }: Answers,
  { items, version }: Edition,
  { withReasons }: Pick<Asked, 'withReasons'>,
) {
  return [...byFlag].map(([key, { value, variationIndex, reason, prerequisites }]) => {
    const result = {
      value,
      ...(variationIndex !== null && { variation: variationIndex }),
      version,
      flagVersion: items.flags.get(key)?.version ?? version,
      trackEvents: false,
      ...(withReasons && { reason }),
      ...(prerequisites.length > 0 && { prerequisites }),
    };
    return [key, result] as const;
  });
}

export const bodyOfAnswers = (answers: Answers, edition: Edition, asked: Asked): string =>
  JSON.stringify(Object.fromEntries(resultsOf(answers, edition, asked)));

/** As the oldest SDKs read it: the values alone. */
export const valuesOfAnswers = ({ byFlag }: Answers): string =>
  JSON.stringify(Object.fromEntries([...byFlag].map(([key, { value }]) => [key, value])));
