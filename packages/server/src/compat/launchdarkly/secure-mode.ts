import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EvaluationContext } from '@latchkey/engine';
import type { Environment, EnvironmentKey, Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { placeKey } from '../../kernel/ledger/append.ts';
import type { Database, Reader } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import { valueOfKey } from '../../slices/keys/index.ts';
import { keysOf } from './contexts.ts';

interface SecureModeDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly delivery: Delivery;
}

/** The values of the SDK keys that may have signed a context; null where nothing need be signed. */
type Signers = readonly string[] | null;

/**
 * In an environment in secure mode a page proves that its own server has vouched for the person: by a hash of the context
 * under an SDK key. Both live keys count, so that one can be exchanged for the other.
 */
export class SecureMode {
  readonly #deps: SecureModeDeps;
  readonly #signers = new Map<string, Promise<Signers>>();
  readonly #off = new Set<string>();
  readonly stop: () => void;

  constructor(deps: SecureModeDeps) {
    this.#deps = deps;
    this.stop = deps.delivery.listen({
      onCommit: ({ place, entries }) => {
        const isMeant = entries.some(({ resourceKind }) => touched.has(resourceKind));
        if (isMeant) this.#forget(place);
      },
      onReset: (place) => this.#forget(place),
    });
  }

  #forget(place: Place): void {
    this.#signers.delete(placeKey(place));
    this.#off.delete(placeKey(place));
  }

  /** Refuses a context that nobody has vouched for. Refused as a bad request, which is what SDKs expect of it. */
  async verify(place: Place, context: EvaluationContext, hash: string | null, sentAs = '“h”'): Promise<void> {
    const signers = await this.#signersOf(place);
    if (signers === null) return;
    const message = canonicalKey(context);
    const isSigned = signers.some((key) => hash !== null && isSame(hash, hashOf(key, message)));
    if (!isSigned)
      throw new ProblemError(
        'invalid_request',
        `This environment is in secure mode: send the hash of the context as ${sentAs}, made with its SDK key.`,
      );
  }

  /** Whether it is known already that nothing need be signed here: for hot paths, which wait for nothing. */
  isKnownOff(place: Place): boolean {
    return this.#off.has(placeKey(place));
  }

  #signersOf(place: Place): Promise<Signers> {
    const key = placeKey(place);
    const known = this.#signers.get(key);
    if (known !== undefined) return known;
    const found = signersAt(this.#deps.db.reader, this.#deps.box, place);
    this.#signers.set(key, found);
    found.then(
      (signers) => {
        if (signers === null && this.#signers.get(key) === found) this.#off.add(key);
      },
      () => undefined,
    );
    found.catch(() => this.#signers.get(key) === found && this.#signers.delete(key));
    return found;
  }
}

const touched: ReadonlySet<string> = new Set(['environment', 'environment_key']);

async function signersAt(db: Reader, box: SecretBox, place: Place): Promise<Signers> {
  const rows = await db
    .selectFrom('resource')
    .select(['kind', 'body'])
    .where('project', '=', place.project)
    .where('environment', '=', place.environment)
    .where('kind', 'in', [...touched])
    .execute();
  const environment = rows.find(({ kind }) => kind === 'environment')?.body as Environment | undefined;
  if (environment?.secureMode !== true) return null;
  const keys = rows
    .filter(({ kind }) => kind === 'environment_key')
    .map(({ body }) => body as EnvironmentKey)
    .filter(({ kind, revokedAt }) => kind === 'sdk' && revokedAt === null);
  const values = await Promise.all(keys.map((key) => valueOfKey(db, box, key)));
  return values.filter((value) => value !== null);
}

const hashOf = (key: string, message: string): string =>
  createHmac('sha256', key).update(message).digest('hex');

function isSame(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A user's key as it is; else every kind with its key, in the order of the kinds, and colons in keys made harmless. */
function canonicalKey(context: EvaluationContext): string {
  const keys = [...keysOf(context)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const [first] = keys;
  if (keys.length === 1 && first?.[0] === 'user') return first[1];
  return keys.map(([kind, key]) => `${kind}:${key.replaceAll('%', '%25').replaceAll(':', '%3A')}`).join(':');
}
