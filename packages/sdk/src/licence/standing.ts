import type { LicenceClaims, RevocationClaims } from '@latchkey/model';
import type { Read } from './read.ts';

/**
 * `valid` and `in_grace` decide; every other state decides nothing, so that fail modes answer. `tampered` is also what
 * nobody signed that we know; `superseded` is an earlier file than one that was used here before.
 */
export type LicenceState =
  | 'valid'
  | 'in_grace'
  | 'expired'
  | 'not_yet_valid'
  | 'revoked'
  | 'superseded'
  | 'wrong_device'
  | 'clock_set_back'
  | 'tampered'
  | 'missing';

export interface LicenceStanding {
  readonly state: LicenceState;
  /** What that means, in a sentence for people. */
  readonly detail: string;
  /** What the file says of itself; null where it is not believed. */
  readonly licence: LicenceFacts | null;
}

export interface LicenceFacts {
  readonly id: string;
  readonly customer: string;
  readonly project: string;
  readonly environment: string;
  readonly issuer: string;
  readonly sequence: number;
  readonly device: string | null;
  readonly issuedAt: string;
  readonly from: string;
  readonly to: string;
  readonly graceEnds: string;
}

/** What was seen on this machine before, of files for the same customer. */
export interface Seen {
  /** The latest time of the clock, epoch milliseconds. */
  readonly at: number;
  readonly sequence: number;
  /** The number of the latest list of revocations, and whom it names. */
  readonly revocations: number;
  readonly revoked: readonly string[];
}

export interface Evidence {
  /** Null when there is no file. */
  readonly licence: Read<LicenceClaims> | null;
  /** Null when none was given. */
  readonly revocations: Read<RevocationClaims> | null;
  readonly device: string | null;
  readonly seen: Seen | null;
}

/** Clocks are this wrong without anybody having touched them. */
const skewMilliseconds = 300_000;
const dayMilliseconds = 86_400_000;

/** A state of which only the passing of time makes another, and why. */
interface Fault {
  readonly state: LicenceState;
  readonly detail: string;
}

/** How the licence stands at a moment. Total and pure; the clock is only asked what it says. */
export function standingOf(evidence: Evidence, now: number): LicenceStanding {
  const { licence } = evidence;
  if (licence === null) return { state: 'missing', detail: 'There is no licence file.', licence: null };
  if (!licence.genuine)
    return { state: 'tampered', detail: `The licence is not genuine: ${licence.why}.`, licence: null };
  const { claims } = licence;
  const facts = factsOf(claims);
  return { ...(faultOf(claims, evidence) ?? byTime(claims, evidence.seen, now)), licence: facts };
}

function faultOf({ jti, latchkey }: LicenceClaims, { revocations, device, seen }: Evidence): Fault | null {
  if (latchkey.device !== null && latchkey.device !== device)
    return { state: 'wrong_device', detail: `The licence is for the device ${latchkey.device}.` };
  if (revocations !== null) {
    if (!revocations.genuine)
      return { state: 'tampered', detail: `The list of revocations is not genuine: ${revocations.why}.` };
    const list = revocations.claims.latchkey;
    if (list.project !== latchkey.project || list.environment !== latchkey.environment)
      return { state: 'tampered', detail: 'The list of revocations is of another environment.' };
    const known = Math.max(latchkey.revocations, seen?.revocations ?? 0);
    if (list.number < known)
      return { state: 'tampered', detail: 'The list of revocations is older than one that is known.' };
    if (list.revoked.some(({ licence }) => licence === jti)) return revoked;
  }
  if (seen?.revoked.includes(jti)) return revoked;
  if (seen !== null && latchkey.sequence < seen.sequence)
    return {
      state: 'superseded',
      detail: `File ${seen.sequence} was used here before; this one is number ${latchkey.sequence}.`,
    };
  return null;
}

const revoked: Fault = { state: 'revoked', detail: 'The licence was revoked.' };

function byTime({ iat, nbf, exp, latchkey }: LicenceClaims, seen: Seen | null, now: number): Fault {
  if (now < nbf * 1000) return { state: 'not_yet_valid', detail: `The licence begins on ${dayOf(nbf)}.` };
  // A newer file is the remedy for a clock that once stood in the future.
  const latest = seen !== null && seen.sequence === latchkey.sequence ? seen.at : iat * 1000;
  if (now < Math.max(latest, iat * 1000) - skewMilliseconds)
    return {
      state: 'clock_set_back',
      detail: `The clock stands before ${new Date(latest).toISOString()}, which has been already.`,
    };
  if (now < exp * 1000) return { state: 'valid', detail: `The licence is valid until ${dayOf(exp)}.` };
  const graceEnds = graceEndOf(exp, latchkey.graceDays);
  if (now < graceEnds)
    return {
      state: 'in_grace',
      detail: `The licence ended on ${dayOf(exp)} and is believed until ${dayOf(graceEnds / 1000)}. Replace it.`,
    };
  return { state: 'expired', detail: `The licence ended on ${dayOf(exp)}.` };
}

/** The moments after which it may stand otherwise by time alone, epoch milliseconds, soonest first. */
export const momentsOf = ({ nbf, exp, latchkey }: LicenceClaims): readonly number[] => [
  nbf * 1000,
  exp * 1000,
  graceEndOf(exp, latchkey.graceDays),
];

const graceEndOf = (exp: number, graceDays: number): number => exp * 1000 + graceDays * dayMilliseconds;

export const decides = (state: LicenceState): boolean => state === 'valid' || state === 'in_grace';

const toInstant = (seconds: number): string => new Date(seconds * 1000).toISOString();
const dayOf = (seconds: number): string => toInstant(seconds).slice(0, 10);

const factsOf = ({ iss, sub, jti, iat, nbf, exp, latchkey }: LicenceClaims): LicenceFacts => ({
  id: jti,
  customer: sub,
  project: latchkey.project,
  environment: latchkey.environment,
  issuer: iss,
  sequence: latchkey.sequence,
  device: latchkey.device,
  issuedAt: toInstant(iat),
  from: toInstant(nbf),
  to: toInstant(exp),
  graceEnds: toInstant(graceEndOf(exp, latchkey.graceDays) / 1000),
});
