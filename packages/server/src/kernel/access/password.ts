import { text } from '@latchkey/model';
import { hash, verify } from '@node-rs/argon2';

/** Long enough to resist guessing without rules about digits and signs, which people answer with `Password1!`. */
export const Password = text(200).min(12, 'must have at least 12 characters');

/** Argon2id, 19 MiB and two passes (OWASP's figures): 45 ms of one core. The library's own default algorithm is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/**
 * Whether this is the password. Without a member, or a member without a password, the same work is done and the
 * answer is no, so that the time does not tell who exists.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('a password that nobody has');
  const matches = await verify(passwordHash ?? (await standIn), password);
  return passwordHash !== null && matches;
}

let standIn: Promise<string> | undefined;
