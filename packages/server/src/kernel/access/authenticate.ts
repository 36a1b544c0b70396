import { type Refusal, refuse } from '@latchkey/model';
import { type Database, isDatabaseUnavailable } from '../store/database.ts';
import type { Principal } from './principal.ts';
import { browserPrincipal, keyPrincipal, memberPrincipal, tokenPrincipal } from './principals.ts';
import { digestOf, kindOfSecret, type SecretKind } from './secret-token.ts';
import { liveSession, sessionValue } from './session.ts';

/** The headers that may carry a credential; Node's and Fastify's header objects both fit. */
export interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  readonly 'x-api-key'?: string | string[] | undefined;
}

export interface Authenticator {
  /** Who sends this request. A credential in a header is preferred to a cookie; a wrong one is not made good by it. */
  request(headers: CredentialHeaders, now: number): Promise<Principal | Refusal>;
  /** Who holds this token or key, for protocols that carry it elsewhere. */
  secret(value: string, now: number): Promise<Principal | Refusal>;
  /** The same without waiting, for the hot path; null when it must be looked up, or is not valid. */
  held(value: string, now: number): Principal | null;
  /** The environment of a browser's public id (24 hexadecimal digits). */
  clientSideId(id: string, now: number): Promise<Principal | Refusal>;
  /** Drops what is remembered of this token or key, by id or digest: called when the ledger says that it changed. */
  forget(idOrDigest: string): void;
  /** Drops all of it, because a role or a member changed and many credentials depend on those. */
  forgetAll(): void;
}

export interface AuthenticatorOptions {
  readonly db: Database;
  /** Whether people reach us over https, which decides the name of the cookie. */
  readonly secure: boolean;
}

/** What was found is believed for ten seconds at most, should the ledger's word of a revocation not arrive. */
const rememberedMilliseconds = 10_000;
/** Applications hold few credentials; beyond this many, somebody is guessing. */
const rememberedMax = 10_000;

/** How long an application that is known waits for the database to confirm its key, before it is believed as before. */
const patienceMilliseconds = 500;

interface Remembered {
  readonly found: Promise<Principal | null>;
  /** Unknown while it is still being read. */
  principal?: Principal | null;
  readonly until: number;
}

export function authenticator({ db, secure }: AuthenticatorOptions): Authenticator {
  const remembered = new Map<string, Remembered>();

  /** `key` is a digest, or a public id: never a secret. Many who ask at once share one look. */
  function remember(key: string, now: number, find: () => Promise<Principal | null>) {
    const known = remembered.get(key);
    if (known && known.until > now) return known.found;
    const before = known?.principal ?? null;
    const found = before?.kind === 'key' ? orAsBefore(find(), before) : find();
    const entry: Remembered = { found, until: now + rememberedMilliseconds };
    remembered.delete(key);
    remembered.set(key, entry);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= rememberedMax) break;
      remembered.delete(oldest);
    }
    found.then(
      (principal) => {
        entry.principal = principal;
      },
      () => remembered.get(key) === entry && remembered.delete(key),
    );
    return found;
  }

  async function secret(value: string, now: number): Promise<Principal | Refusal> {
    const kind = kindOfSecret(value);
    if (kind !== null && !mayIdentify.has(kind)) return refused;
    const digest = digestOf(value);
    const principal = await remember(digest, now, () =>
      // A bootstrap token has the form that its operator chose, so anything else is looked up as an API token.
      kind === null || kind === 'api'
        ? tokenPrincipal(db.reader, digest, now)
        : keyPrincipal(db.reader, digest),
    );
    return principal ?? refused;
  }

  function held(value: string, now: number): Principal | null {
    const known = remembered.get(digestOf(value));
    return known && known.until > now ? (known.principal ?? null) : null;
  }

  async function session(cookie: string | undefined, now: number): Promise<Principal | Refusal> {
    const value = sessionValue(cookie, secure);
    if (value === null) return nothingSent;
    const live = await liveSession(db, db.reader, value, now);
    const principal = live && (await memberPrincipal(db.reader, live.member, live.idHash));
    return principal ?? refused;
  }

  return {
    secret,
    held,
    async request(headers, now) {
      const value = credentialOf(headers);
      return value === null ? session(headers.cookie, now) : secret(value, now);
    },
    async clientSideId(id, now) {
      if (!/^[0-9a-f]{24}$/.test(id)) return refused;
      return (await remember(id, now, () => browserPrincipal(db.reader, id))) ?? refused;
    },
    forget(idOrDigest) {
      for (const [key, { principal }] of remembered) {
        // What is still being read may be old, and who was nobody may be somebody by now.
        if (!principal || principal.id === idOrDigest || key === idOrDigest) remembered.delete(key);
      }
    },
    forgetAll: () => remembered.clear(),
  };
}

/**
 * Applications are answered from memory while the database is away, so their keys must be as well. A revocation cannot
 * be recorded in that time, and one that was is in the ledger, which makes the key forgotten.
 */
function orAsBefore(found: Promise<Principal | null>, before: Principal): Promise<Principal | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Principal>((resolve) => {
    timer = setTimeout(() => resolve(before), patienceMilliseconds);
  });
  const confirmed = found.catch((error: unknown) => {
    if (isDatabaseUnavailable(error)) return before;
    throw error;
  });
  return Promise.race([confirmed, tooLate]).finally(() => clearTimeout(timer));
}

const mayIdentify: ReadonlySet<SecretKind> = new Set(['api', 'sdk', 'client-application', 'mobile']);

const refused = refuse('unauthenticated', 'The credential is not valid, was revoked or has expired.');
const nothingSent = refuse('unauthenticated', 'Sign in, or send a token as “Authorization: Bearer …”.');

/** `Bearer` is the documented way; LaunchDarkly's SDKs and the Sentinel-style clients send the bare value. */
export function credentialOf({ authorization, 'x-api-key': apiKey }: CredentialHeaders): string | null {
  if (authorization !== undefined) return authorization.replace(/^(bearer|api_key) +/i, '').trim();
  const first = Array.isArray(apiKey) ? apiKey[0] : apiKey;
  return first === undefined ? null : first.trim();
}
