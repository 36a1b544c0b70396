import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What each prefix means: see “Keys and tokens” in the documentation. */
export const secretPrefixes = {
  sdk: 'lk_sdk_',
  'client-application': 'lk_cli_',
  mobile: 'lk_mob_',
  api: 'lk_api_',
  hook: 'lk_hook_',
  /** One-time sign-in links and browser sessions, which are credentials as well. */
  link: 'lk_link_',
  session: 'lk_ses_',
} as const;
export type SecretKind = keyof typeof secretPrefixes;

/** A new credential. `value` is shown once and forgotten; the rest is kept. */
export interface FreshSecret {
  readonly value: string;
  readonly digest: string;
  /** The last four characters, by which people recognise it. */
  readonly ending: string;
}

/** The checksum lets a typing error or a scanner's find be judged without a look-up; it proves nothing. */
const checksumLength = 6;
const randomLength = 32;

export function newSecret(kind: SecretKind, random: (bytes: number) => Buffer = randomBytes): FreshSecret {
  const body = random(randomLength).toString('base64url');
  return described(secretPrefixes[kind] + body + checksum(secretPrefixes[kind] + body));
}

/** The parts that are kept of a credential that somebody else chose. */
export const described = (value: string): FreshSecret => ({
  value,
  digest: digestOf(value),
  ending: value.slice(-4),
});

/** SHA-256, hexadecimal. Enough for 256 random bits; a slow hash would only let strangers burn our time. */
export const digestOf = (value: string): string => hash('sha256', value, 'hex');

/** The kind that a well-formed credential says it is; null for anything else. */
export function kindOfSecret(value: string): SecretKind | null {
  for (const [kind, prefix] of Object.entries(secretPrefixes)) {
    if (!value.startsWith(prefix)) continue;
    const body = value.slice(0, -checksumLength);
    return value.length === prefix.length + bodyLength + checksumLength &&
      value.slice(-checksumLength) === checksum(body)
      ? (kind as SecretKind)
      : null;
  }
  return null;
}

const bodyLength = Math.ceil((randomLength * 8) / 6);

const checksum = (text: string): string => hash('sha256', text, 'base64url').slice(0, checksumLength);

/** Compares two digests in the same time whether they agree in the first or in the last character. */
export function sameDigest(one: string, other: string): boolean {
  const a = Buffer.from(one, 'utf8');
  const b = Buffer.from(other, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}
