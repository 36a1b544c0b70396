import { hash } from 'node:crypto';
import type { CompiledConfiguration } from '@latchkey/engine';
import {
  type OpenFeatureAnswer,
  type OpenFeatureFailure,
  UnusableContext,
} from '@latchkey/engine/openfeature';
import type { Delivery } from '../../delivery/delivery.ts';
import type { Asker } from './asker.ts';
import { contextIn } from './body.ts';
import { type EvaluateDeps, type Evaluated, evaluate, flagsFor } from './evaluate.ts';
import { endOfPeriod, isFresh, periodOf, type Ticket } from './tickets.ts';

/** Everything that a context is answered, ready to be sent. */
export interface Reply {
  readonly restsOn: Omit<Evaluated, 'answers'>;
  /** Up to when the mere passing of time changes nothing, epoch milliseconds. */
  readonly until: number;
  readonly body: Buffer;
  /** Of what the flags answer, values and reasons included: the same on all nodes for the same answers. */
  readonly digest: string;
  readonly etag: string;
}

interface RepliesDeps extends EvaluateDeps {
  readonly delivery: Delivery;
  /** Where the stream that a ticket is for is asked for. */
  readonly streamUri: (ticket: Ticket, now: number) => string;
}

/** Replies kept ready for those who ask again, which browsers do at every change. */
const keptBytesMax = 64 * 1_048_576;
/** Larger questions are seldom asked twice. */
const questionBytesMax = 4096;
/** A name, its hash and its place in the list of replies. */
const bytesOfEntry = 500;

/** Questions that are remembered to have been asked, about 100 bytes each. */
const askedMax = 50_000;

const inactivityDelaySec = 120;

/** Makes the replies to bulk evaluations, and keeps those that may be asked for again. */
export class Replies {
  readonly #deps: RepliesDeps;
  readonly #kept = new Map<string, Reply>();
  #keptBytes = 0;
  readonly #asked = new Set<string>();

  constructor(deps: RepliesDeps) {
    this.#deps = deps;
  }

  /** The hot path: the same key asked the same before, and nothing of what the answer rests on has moved. */
  ready(asker: Asker, question: Buffer, now: number): Reply | null {
    const name = nameOf(asker, question);
    const reply = this.#kept.get(name);
    if (reply === undefined) return null;
    if (reply.until > now && this.#isCurrent(asker, reply)) return reply;
    this.#drop(name, reply);
    return null;
  }

  async make(asker: Asker, question: Buffer, now: number): Promise<Reply | UnusableContext> {
    const evaluated = await evaluate(this.#deps, asker, contextIn(question), now);
    if (evaluated instanceof UnusableContext) return evaluated;
    const reply = this.#written(asker, evaluated, now);
    if (question.length <= questionBytesMax && this.#isAskedAgain(hash('sha256', question, 'base64url')))
      this.#keep(nameOf(asker, question), reply);
    return reply;
  }

  #written(asker: Asker, { answers, ...restsOn }: Evaluated, now: number): Reply {
    const { configuration, customer } = restsOn;
    const parts: Buffer[] = [beginning];
    let digests = '';
    const known = fragmentsOf(configuration);
    for (const key of flagsFor(asker, configuration)) {
      const answer = answers.answer(key);
      let fragment = known.get(answer);
      if (fragment === undefined) {
        fragment = fragmentOf(answer);
        known.set(answer, fragment);
      }
      const { bytes, digest } = fragment;
      if (parts.length > 1) parts.push(comma);
      parts.push(bytes);
      digests += digest;
    }
    const { place, keyId } = asker;
    const requestUri = this.#deps.streamUri({ place, keyId, customer: customer?.key ?? null }, now);
    const streams = [{ type: 'sse', endpoint: { requestUri }, inactivityDelaySec }];
    const metadata = { flagSetId: `${place.project}/${place.environment}` };
    parts.push(Buffer.from(`],${JSON.stringify({ eventStreams: streams, metadata }).slice(1)}`));
    const digest = hash('sha256', digests, 'base64url').slice(0, 22);
    const period = periodOf(now);
    return {
      restsOn,
      until: Math.min(answers.until(), endOfPeriod(period)),
      // Put together from bytes: from texts it takes three times as long.
      body: Buffer.concat(parts),
      digest,
      etag: `"${digest}.${period.toString(36)}"`,
    };
  }

  #isCurrent({ place }: Asker, { restsOn: { configuration, customer, listedVersion } }: Reply): boolean {
    const { delivery, listed } = this.#deps;
    if (listed.version(place) !== listedVersion || delivery.compiled(place) !== configuration) return false;
    return customer === null || delivery.heldWorld(place, customer.key)?.customer === customer;
  }

  #keep(name: string, reply: Reply): void {
    const before = this.#kept.get(name);
    if (before !== undefined) this.#drop(name, before);
    this.#kept.set(name, reply);
    this.#keptBytes += sizeOf(name, reply);
    for (const [oldest, its] of this.#kept) {
      if (this.#keptBytes <= keptBytesMax) break;
      this.#drop(oldest, its);
    }
  }

  /** Most contexts that are asked about once never come back; their replies are not worth keeping. */
  #isAskedAgain(question: string): boolean {
    if (this.#asked.has(question)) return true;
    if (this.#asked.size >= askedMax) this.#asked.clear();
    this.#asked.add(question);
    return false;
  }

  #drop(name: string, reply: Reply): void {
    if (this.#kept.delete(name)) this.#keptBytes -= sizeOf(name, reply);
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

const sizeOf = (name: string, { body }: Reply): number => name.length + body.length + bytesOfEntry;

/** An answer or a failure as the protocol writes it. */
export const textOf = (answer: OpenFeatureAnswer | OpenFeatureFailure): string =>
  JSON.stringify({ ...answer, variation: undefined });

interface Fragment {
  readonly bytes: Buffer;
  readonly digest: string;
}

const beginning = Buffer.from('{"flags":[');
const comma = Buffer.from(',');

/** More than the answers of one configuration, unless they are made anew for everybody. */
const fragmentsMax = 100_000;

const fragments = new WeakMap<CompiledConfiguration, Map<object, Fragment>>();

/** An answer is one object for all whom it is given to, so its text is made once a revision. */
function fragmentsOf(configuration: CompiledConfiguration): Map<object, Fragment> {
  const known = fragments.get(configuration);
  if (known !== undefined && known.size < fragmentsMax) return known;
  const none = new Map<object, Fragment>();
  fragments.set(configuration, none);
  return none;
}

function fragmentOf(answer: OpenFeatureAnswer | OpenFeatureFailure): Fragment {
  const text = textOf(answer);
  return { bytes: Buffer.from(text), digest: hash('sha256', text, 'base64url').slice(0, 11) };
}
