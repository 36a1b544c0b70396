import { hash } from 'node:crypto';

/** Something that was made to be sent, and stays true until a moment. */
interface Keepable {
  /** Up to when the mere passing of time changes nothing, epoch milliseconds. */
  readonly until: number;
  readonly body: Buffer;
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
  readonly #isCurrent: (reply: Reply) => boolean;
  readonly #kept = new Map<string, Reply>();
  #keptBytes = 0;
  readonly #asked = new Set<string>();

  /** `isCurrent`: whether nothing has moved of what a reply rests on, the clock aside. */
  constructor(isCurrent: (reply: Reply) => boolean) {
    this.#isCurrent = isCurrent;
  }

  find(question: string, now: number): Reply | null {
    const reply = this.#kept.get(question);
    if (reply === undefined) return null;
    if (reply.until > now && this.#isCurrent(reply)) return reply;
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
