import type { CompiledCustomer, EvaluationContext, FlagAnswer } from '@latchkey/engine';
import { CustomerKey, type Place } from '@latchkey/model';
import { joinedBytes } from '../../delivery/answer-texts.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type ClientFlags, clientFlagsOf } from './client-flags.ts';
import { keysOf } from './contexts.ts';
import type { Edition } from './edition.ts';
import { membershipsOf } from './listing.ts';

export interface Asked {
  readonly place: Place;
  readonly context: EvaluationContext;
  readonly withReasons: boolean;
  readonly protocol: 'first' | 'second';
  /** In the second protocol: what the asker has already, by the name that we gave it. */
  readonly basis: string | null;
}

export interface Answers {
  readonly flags: ClientFlags;
  /** By place in the roll of these flags. */
  readonly byPlace: readonly FlagAnswer[];
  /** Whose rights they rest on; null where the context names nobody who could have any. */
  readonly customer: CompiledCustomer | null;
  /** The customer in the context and those it inherits from: whose changes may change the answers. */
  readonly customers: readonly string[];
  /** When the clock alone changes the answers, epoch milliseconds. */
  readonly until: number;
}

/** All flags that browsers may read, for one context, with the rights of the customer that is part of it. */
export async function evaluateAll(
  delivery: Delivery,
  edition: Edition,
  { place, context }: Pick<Asked, 'place' | 'context'>,
  now: number,
): Promise<Answers> {
  const keys = keysOf(context);
  const named = CustomerKey.safeParse(keys.get('customer'));
  const world = named.success ? await delivery.world(place, named.data) : null;
  const configuration = world?.configuration ?? delivery.compiled(place);
  if (configuration === null) throw new ProblemError('unavailable', 'The environment is not ready yet.');
  const customer = world?.customer ?? null;
  const listed = membershipsOf(edition.listing, keys);
  const flags = clientFlagsOf(edition, configuration);
  const { isContextValid, answers, until } = flags.roll.ask({ customer, context, listed }, now);
  if (!isContextValid && answers.slice(0, flags.told).some(isAboutNobody))
    throw new ProblemError('invalid_request', 'A context has a kind, and a key for every kind.');
  return {
    flags,
    byPlace:
      customer === null && flags.hasUnlisted
        ? sayingWhatIsUnlisted(answers, flags, edition, context)
        : answers,
    customer,
    customers: world ? [world.snapshot.key, ...world.snapshot.ancestors] : [],
    until,
  };
}

const isAboutNobody = ({ reason }: FlagAnswer): boolean =>
  reason.kind === 'ERROR' && reason.errorKind === 'USER_NOT_SPECIFIED';

/** Of a segment too large to be listed here the edition says so, where no customer's own lists are at hand. */
const sayingWhatIsUnlisted = (
  answers: readonly FlagAnswer[],
  { roll }: ClientFlags,
  { evaluator }: Edition,
  context: EvaluationContext,
): readonly FlagAnswer[] =>
  answers.map((answer, place) => {
    if (answer.reason.kind === 'OFF') return answer;
    const theirs = evaluator.evaluate(roll.keys[place] ?? '', context, null);
    return theirs.reason.bigSegmentsStatus === undefined ? answer : theirs;
  });

/** As client-side SDKs read it, with the keys of the flags. */
export const resultsOf = ({ flags, byPlace }: Answers, { withReasons }: Pick<Asked, 'withReasons'>) =>
  flags.results(byPlace, withReasons);

/** The same, all of it, ready to be sent. The tag names what it says: all nodes give the same name to the same answer. */
export function bytesOfAnswers(
  { flags, byPlace }: Answers,
  { withReasons }: Pick<Asked, 'withReasons'>,
): { readonly bytes: Buffer; readonly etag: string } {
  const { bytes, digest } = flags.joined(byPlace, withReasons);
  return { bytes: joinedBytes('{', bytes, '}'), etag: `"${digest}"` };
}

export const bodyOfAnswers = (answers: Answers, asked: Pick<Asked, 'withReasons'>): string =>
  bytesOfAnswers(answers, asked).bytes.toString();

/** As the oldest SDKs read it: the values alone. */
export const valuesOfAnswers = ({ flags, byPlace }: Answers): string =>
  JSON.stringify(
    Object.fromEntries(
      flags.roll.keys.slice(0, flags.told).map((key, place) => [key, byPlace[place]?.value]),
    ),
  );
