import { ProblemError } from '../kernel/changes/problem-error.ts';
import { readJson } from '../kernel/http/limits.ts';
import type { SecretBox } from '../kernel/store/secret-box.ts';
import type { Message, ReceiveDeps } from '../slices/connections/index.ts';

/** What an address for events needs. */
export interface HookDeps extends ReceiveDeps {
  readonly box: SecretBox;
}

/** A body within the limits of every request, translated. What is not is kept as such, with what is wrong with it. */
export function readMessage(
  raw: Buffer,
  digest: string,
  translate: (body: unknown, digest: string) => Message,
): Message {
  try {
    return translate(readJson(raw), digest);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const heard = { kind: 'other', about: 'unreadable', reason: error.message } as const;
    return { heard, dedupeKey: digest, body: {} };
  }
}
