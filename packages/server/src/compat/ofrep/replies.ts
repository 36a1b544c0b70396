import { type AnswersOfAll, type CompiledConfiguration, type FlagAnswer, FlagRoll } from '@latchkey/engine';
import {
  inOpenFeature,
  type OpenFeatureAnswer,
  type OpenFeatureFailure,
  UnusableContext,
} from '@latchkey/engine/openfeature';
import type { Place } from '@latchkey/model';
import { AnswerTexts, asBytes, joinedBytes } from '../../delivery/answer-texts.ts';
import { Footing, KeptReplies } from '../../delivery/kept-replies.ts';
import type { Asker } from './asker.ts';
import { contextIn } from './body.ts';
import { type Asked, askedIn, type EvaluateDeps } from './evaluate.ts';
import { endOfPeriod, isFresh, periodOf, type Ticket } from './tickets.ts';

/** Everything that a context is answered, ready to be sent. */
export interface Reply {
  readonly place: Place;
  readonly footing: Footing;
  readonly listedVersion: number;
  /** Up to when the mere passing of time changes nothing, epoch milliseconds. */
  readonly until: number;
  readonly body: Buffer;
  /** Of what the flags answer, values and reasons included: the same on all nodes for the same answers. */
  readonly digest: string;
  readonly etag: string;
}

interface RepliesDeps extends EvaluateDeps {
  /** Where the stream that a ticket is for is asked for. */
  readonly streamUri: (ticket: Ticket, now: number) => string;
}

const inactivityDelaySec = 120;

/** Makes the replies to bulk evaluations, and keeps those that may be asked for again. */
export class Replies {
  readonly #deps: RepliesDeps;
  readonly #kept = new KeptReplies<Reply>();

  constructor(deps: RepliesDeps) {
    this.#deps = deps;
  }

  /** The hot path: the same key asked the same before, and nothing of what the answer rests on has moved. */
  ready(asker: Asker, question: Buffer, now: number): Reply | null {
    return this.#kept.find(nameOf(asker, question), now, (reply) => this.#isCurrent(reply));
  }

  async make(asker: Asker, question: Buffer, now: number): Promise<Reply | UnusableContext> {
    const asked = await askedIn(this.#deps, asker, contextIn(question));
    if (asked instanceof UnusableContext) return asked;
    const { roll, texts } = flagsFor(asker, asked.configuration);
    const reply = this.#written(asker, asked, texts, roll.ask(asked, now), now);
    this.#kept.offer(nameOf(asker, question), reply);
    return reply;
  }

  #written(
    asker: Asker,
    { configuration, customer, listedVersion }: Asked,
    texts: AnswerTexts<FlagAnswer>,
    { answers, until }: AnswersOfAll,
    now: number,
  ): Reply {
    const { place, keyId } = asker;
    const { bytes, digest } = texts.joined(answers, answers.length);
    const requestUri = this.#deps.streamUri({ place, keyId, customer: customer?.key ?? null }, now);
    const streams = [{ type: 'sse', endpoint: { requestUri }, inactivityDelaySec }];
    const metadata = { flagSetId: `${place.project}/${place.environment}` };
    const end = JSON.stringify({ eventStreams: streams, metadata }).slice(1);
    const period = periodOf(now);
    return {
      place,
      footing: new Footing(place, configuration, customer),
      listedVersion,
      until: Math.min(until, endOfPeriod(period)),
      body: joinedBytes('{"flags":[', bytes, '],', asBytes(end)),
      digest,
      etag: `"${digest}.${period.toString(36)}"`,
    };
  }

  #isCurrent({ place, footing, listedVersion }: Reply): boolean {
    const { delivery, listed } = this.#deps;
    return listed.version(place) === listedVersion && footing.isCurrent(delivery);
  }
}

/**
 * The tag that the asker has and may keep, if there is one. It names the answer and the period of the ticket that came
 * with it: who has an old ticket is sent everything again, because without a body there would never be a new one.
 */
export function tagStillGood(written: string | undefined, { digest }: Reply, now: number): string | null {
  for (const tag of written?.split(',') ?? []) {
    const bare = tag.trim().replace(/^W\//, '');
    const [its, period = ''] = bare.slice(1, -1).split('.');
    if (its === digest && isFresh(Number.parseInt(period, 36), now)) return bare;
  }
  return null;
}

const nameOf = ({ keyId }: Asker, question: Buffer): string => `${keyId} ${question.toString('latin1')}`;

/** An answer or a failure as the protocol writes it. */
export const textOf = (answer: OpenFeatureAnswer | OpenFeatureFailure): string =>
  JSON.stringify({ ...answer, variation: undefined });

interface FlagsToAsk {
  readonly roll: FlagRoll;
  readonly texts: AnswerTexts<FlagAnswer>;
}

const flagsToAsk = new WeakMap<CompiledConfiguration, { all?: FlagsToAsk; clientSide?: FlagsToAsk }>();

/** The flags that somebody may read, in the same order on every node. */
function flagsFor({ seesAll }: Asker, configuration: CompiledConfiguration): FlagsToAsk {
  const known = flagsToAsk.get(configuration) ?? {};
  flagsToAsk.set(configuration, known);
  const which = seesAll ? 'all' : 'clientSide';
  known[which] ??= newFlagsToAsk(
    configuration,
    [...configuration.flags.flagsByKey.values()]
      .filter(({ source }) => seesAll || source.clientSide === true)
      .map(({ key }) => key)
      .sort(),
  );
  return known[which];
}

const newFlagsToAsk = (configuration: CompiledConfiguration, keys: readonly string[]): FlagsToAsk => ({
  roll: new FlagRoll(configuration, keys),
  texts: new AnswerTexts((place, answer) => textOf(inOpenFeature(configuration, keys[place] ?? '', answer))),
});
