import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Locks up short secrets that must be shown or used again: connection keys, webhook secrets. */
export interface SecretBox {
  /** Which key locks; changes when the key does. Safe to show. */
  readonly keyId: string;
  /** `purpose` is where the secret belongs, commonly its id; it must be said again to open it. */
  lock(text: string, purpose: string): Buffer;
  /** Throws `SecretUnreadable` when the box was locked with a key we do not have, for another purpose, or is damaged. */
  open(box: Buffer, purpose: string): string;
}

export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
}

const algorithm = 'aes-256-gcm';
/** A box is: format (1 byte), key id (8), nonce (12), tag (16), ciphertext. */
const format = 1;
const keyIdBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const nonceAt = 1 + keyIdBytes;
const tagAt = nonceAt + nonceBytes;
const textAt = tagAt + tagBytes;

/** The first key locks; the others, older ones, only open. Each has 32 bytes. */
export function secretBox(keys: readonly [Buffer, ...Buffer[]]): SecretBox {
  const known = keys.map((key) => {
    if (key.length !== 32) throw new Error('a secret key has 32 bytes');
    return {
      id: createHash('sha256').update('latchkey key id').update(key).digest().subarray(0, keyIdBytes),
      key: derived(key),
    };
  });
  const [current] = known;
  if (!current) throw new Error('the first key locks');
  return {
    keyId: current.id.toString('hex'),
    lock(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const head = Buffer.concat([Buffer.of(format), current.id, nonce]);
      const cipher = createCipheriv(algorithm, current.key, nonce).setAAD(bound(head, purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([head, cipher.getAuthTag(), body]);
    },
    open(box, purpose) {
      if (box.length < textAt || box[0] !== format) throw new SecretUnreadable('not a locked secret');
      const id = box.subarray(1, nonceAt);
      const key = known.find((candidate) => candidate.id.equals(id))?.key;
      if (!key) throw new SecretUnreadable(`locked with another LATCHKEY_SECRET_KEY (${id.toString('hex')})`);
      const decipher = createDecipheriv(algorithm, key, box.subarray(nonceAt, tagAt), {
        authTagLength: tagBytes,
      })
        .setAAD(bound(box.subarray(0, tagAt), purpose))
        .setAuthTag(box.subarray(tagAt, textAt));
      try {
        return Buffer.concat([decipher.update(box.subarray(textAt)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SecretUnreadable('damaged, or locked for another purpose', { cause });
      }
    },
  };
}

/** A key of its own for this use, so that the installation's key may serve others too. */
const derived = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'latchkey secret box', 32));

/** The head is authenticated with the purpose; the separator cannot be part of the fixed-length head. */
const bound = (head: Buffer, purpose: string): Buffer => Buffer.concat([head, Buffer.from(purpose, 'utf8')]);
