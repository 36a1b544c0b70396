import type { FlagAnswer } from './answers.ts';

/** As browsers have it; anything of this form will do. */
export interface KeyValueStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

interface Saved {
  readonly flags: readonly FlagAnswer[];
  readonly etag: string | null;
  readonly savedAt: number;
}

/** Older than this, what was known says nothing about today. */
const keptMilliseconds = 30 * 86_400_000;

/** The last known answers of one environment, for one context at a time. Never throws: a browser may refuse to keep anything. */
export class SavedAnswers {
  readonly #storage: KeyValueStorage | null;
  readonly #name: string;
  readonly #now: () => number;

  constructor(storage: KeyValueStorage | null, name: string, now: () => number) {
    this.#storage = storage;
    this.#name = name;
    this.#now = now;
  }

  /** Null unless they were saved for just this context. */
  read(context: string): Saved | null {
    try {
      const saved = JSON.parse(this.#storage?.getItem(this.#name) ?? 'null') as
        | (Saved & { readonly of: string })
        | null;
      const isOfUse =
        saved !== null &&
        saved.of === fingerprint(context) &&
        Array.isArray(saved.flags) &&
        this.#now() - saved.savedAt < keptMilliseconds;
      return isOfUse ? saved : null;
    } catch {
      // Forbidden, or written by somebody else: as if nothing had been saved.
      return null;
    }
  }

  write(context: string, saved: Omit<Saved, 'savedAt'>): void {
    try {
      const text = JSON.stringify({ of: fingerprint(context), ...saved, savedAt: this.#now() });
      this.#storage?.setItem(this.#name, text);
    } catch {
      // Full or forbidden: the next start waits for the server, as the first did.
    }
  }
}

/** Tells contexts apart without keeping who they are: 53 bits of a plain hash (cyrb53), which no secret rests on. */
function fingerprint(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
