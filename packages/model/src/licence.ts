import { z } from 'zod';
import { CustomerKey, Id, text } from './keys.ts';
import type { Configuration, CustomerSnapshot } from './snapshot.ts';
import { Instant } from './time.ts';

/** A signed file by which an application without network decides for one customer; see `LicenceClaims` for what is in it. */
export const Licence = z.strictObject({
  id: Id,
  customer: CustomerKey,
  /** Counts the customer's files. An application that has seen a later one accepts no earlier one again. */
  sequence: z.int().min(1),
  from: Instant,
  /** When the file must have been replaced by the next one. What the customer has ends by its own dates. */
  to: Instant,
  /** How long the file is believed after that. */
  graceDays: z.int().min(0).max(365),
  /** The only device that may use it, by the name that the application there gives; null is any. */
  device: text(200).min(1).nullable(),
  /** Which signing key it was signed with. */
  key: Id,
  /** SHA-256 of the file, hexadecimal: what the ledger vouches for. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where the file itself is kept. */
  sealed: z.string().max(100),
  issuedBy: text(200),
  issuedAt: Instant,
  revoked: z.strictObject({ at: Instant, by: text(200), reason: text(2000) }).nullable(),
});
export type Licence = z.infer<typeof Licence>;

/** Signs the licences of one environment. Retired keys sign nothing more; what they have signed is still believed. */
export const LicenceKey = z.strictObject({
  /** The thumbprint of the public key (RFC 7638). */
  id: Id,
  /** The public half of an Ed25519 pair, base64url. */
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Where the private half is sealed. */
  sealed: z.string().max(100),
  createdAt: Instant,
  createdBy: text(200),
  retiredAt: Instant.nullable(),
  /** Since when nothing that it signed is to be believed, because somebody else may have it. */
  withdrawnAt: Instant.nullable(),
});
export type LicenceKey = z.infer<typeof LicenceKey>;

/** `typ` in the headers of what licence keys sign, so that neither passes for the other. */
export type LicenceType = 'latchkey-licence+jwt';
export type RevocationsType = 'latchkey-revocations+jwt';

/** What a licence file says, signed as JWS with EdDSA. Times are seconds since 1970, as in every JWT. */
export interface LicenceClaims {
  /** The installation that issued it. */
  readonly iss: string;
  /** The customer's key. */
  readonly sub: string;
  /** The licence's id. */
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  /** End of the file's life, before grace. */
  readonly exp: number;
  readonly latchkey: {
    readonly version: 1;
    readonly project: string;
    readonly environment: string;
    readonly sequence: number;
    readonly graceDays: number;
    readonly device: string | null;
    /** The number of the list of revocations when it was issued: an older list cannot clear it. */
    readonly revocations: number;
    readonly configuration: Configuration;
    readonly customer: CustomerSnapshot;
  };
}

/** The signed list of licences that are not to be believed any more. */
export interface RevocationClaims {
  readonly iss: string;
  readonly iat: number;
  readonly latchkey: {
    readonly version: 1;
    readonly project: string;
    readonly environment: string;
    /** Grows with every revocation: an application that has seen a later list accepts no earlier one. */
    readonly number: number;
    readonly revoked: readonly { readonly licence: string; readonly at: Instant }[];
  };
}
