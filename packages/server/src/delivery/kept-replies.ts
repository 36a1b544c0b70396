import { hash } from 'node:crypto';
import type { CompiledConfiguration, CompiledCustomer } from '@latchkey/engine';
import type { Place } from '@latchkey/model';
import type { Delivery } from './delivery.ts';

/** Something that was made to be sent, and stays true until a moment. */
interface Keepable {
  /** Up to when the mere passing of time changes nothing, epoch milliseconds. */
  readonly until: number;
  readonly body: Buffer;
}

/** What answers rest on. Held weakly: a reply that nobody asks for again must not keep a configuration of the past in memory. */
export class Footing {
  readonly #place: Place;
  readonly #configuration: WeakRef<CompiledConfiguration>;
  readonly #customer: { readonly key: string; readonly compiled: WeakRef<CompiledCustomer> } | null;

  constructor(place: Place, configuration: CompiledConfiguration, customer: CompiledCustomer | null) {
    this.#place = place;
    this.#configuration = new WeakRef(configuration);
    this.#customer = customer && { key: customer.key, compiled: new WeakRef(customer) };
  }

  isCurrent(delivery: Delivery): boolean {
    if (delivery.compiled(this.#place) !== this.#configuration.deref()) return false;
    if (this.#customer === null) return true;
    const { key, compiled } = this.#customer;
    const held = delivery.heldWorld(this.#place, key);
    return held !== null && held.customer === compiled.deref();
  }
}

/** Replies kept ready for those who ask again, which browsers do at every change. */
const keptBytesMax = 64 * 1_048_576;
/** Larger questions are seldom asked twice. */
const questionCharactersMax = 4096;
/** A name, its hash and its place in the list of replies. */
const bytesOfEntry = 500;
/** Questions that are remembered to have been asked, about 100 bytes each. */
const askedMax = 50_000;

/**
 * Replies to questions that were asked more than once: most contexts that are asked about once never come back, and their
 * replies are not worth keeping. The oldest goes when there are too many.
 */
export class KeptReplies<Reply extends Keepable> {
  readonly #kept = new Map<string, Reply>();
  #keptBytes = 0;
  readonly #asked = new Set<string>();

  /** `isCurrent`: whether nothing has moved of what a reply rests on, the clock aside. */
  find(question: string, now: number, isCurrent: (reply: Reply) => boolean): Reply | null {
    const reply = this.#kept.get(question);
    if (reply === undefined) return null;
    if (reply.until > now && isCurrent(reply)) return reply;
    this.#drop(question, reply);
    return null;
  }

  offer(question: string, reply: Reply): void {
    if (question.length > questionCharactersMax || !this.#isAskedAgain(question)) return;
    const before = this.#kept.get(question);
    if (before !== undefined) this.#drop(question, before);
    this.#kept.set(question, reply);
    this.#keptBytes += sizeOf(question, reply);
    for (const [oldest, its] of this.#kept) {
      if (this.#keptBytes <= keptBytesMax) break;
      this.#drop(oldest, its);
    }
  }

  #isAskedAgain(question: string): boolean {
    const digest = hash('sha256', question, 'base64url');
    if (this.#asked.has(digest)) return true;
    if (this.#asked.size >= askedMax) this.#asked.clear();
    this.#asked.add(digest);
    return false;
  }

  #drop(question: string, reply: Reply): void {
    if (this.#kept.delete(question)) this.#keptBytes -= sizeOf(question, reply);
  }
}

const sizeOf = (question: string, { body }: Keepable): number => question.length + body.length + bytesOfEntry;
