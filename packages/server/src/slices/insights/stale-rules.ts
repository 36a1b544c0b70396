import {
  dayMilliseconds,
  type Flag,
  type FlagTargeting,
  fromInstant,
  type Instant,
  type Milliseconds,
  type Serve,
} from '@latchkey/model';

/** A flag in one of the environments, with what was counted there in the days that are looked at. */
export interface FlagInUse {
  readonly environment: string;
  readonly targeting: Omit<FlagTargeting, 'salt'> | null;
  readonly lastEvaluatedAt: Instant | null;
  /** When it was last among flags that were answered all at once. */
  readonly lastInBulkAt: Instant | null;
  /** By position in the flag's variations; the application's own default is null. */
  readonly counts: readonly { readonly variation: number | null; readonly count: number }[];
}

export interface FlagFacts {
  readonly flag: Flag;
  readonly createdAt: Instant;
  /** Names of features that are closed to everybody while the flag is off. */
  readonly guards: readonly string[];
  /** Keys of flags that stand on this one. */
  readonly prerequisiteOf: readonly string[];
  readonly environments: readonly FlagInUse[];
}

export interface Looking {
  readonly days: number;
  /** Since when answers are counted in this project; null when none ever was. */
  readonly countedSince: Instant | null;
  readonly now: Milliseconds;
}

export type Finding =
  | { readonly kind: 'unused'; readonly lastEvaluatedAt: Instant | null }
  | { readonly kind: 'one_variation'; readonly variation: number | null; readonly count: number }
  | { readonly kind: 'rolled_out'; readonly variation: number | null };

export type Spared = 'guards_feature' | 'entitlement' | 'permanent';

export type Verdict =
  | { readonly kind: 'stale'; readonly findings: readonly Finding[]; readonly isReady: boolean }
  | { readonly kind: 'left_alone'; readonly because: Spared }
  | { readonly kind: 'in_use' };

/**
 * Whether a flag has done its work. What is sold or meant to stay is never asked about, however quiet it is: a contract
 * outlives a release.
 */
export function judge(facts: FlagFacts, looking: Looking): Verdict {
  const { flag, createdAt } = facts;
  if (flag.state === 'archived') return { kind: 'in_use' };
  if (fromInstant(createdAt) > looking.now - looking.days * dayMilliseconds) return { kind: 'in_use' };
  const findings = findingsOf(facts, looking);
  if (findings.length === 0) return { kind: 'in_use' };
  const because = sparedBecause(facts);
  if (because !== null) return { kind: 'left_alone', because };
  const isUnused = findings.some(({ kind }) => kind === 'unused');
  return { kind: 'stale', findings, isReady: isUnused && facts.prerequisiteOf.length === 0 };
}

function sparedBecause({ flag, guards }: FlagFacts): Spared | null {
  if (guards.length > 0) return 'guards_feature';
  if (flag.purpose === 'entitlement') return 'entitlement';
  return flag.temporary ? null : 'permanent';
}

function findingsOf(facts: FlagFacts, { days, countedSince, now }: Looking): readonly Finding[] {
  const { environments } = facts;
  const since = now - days * dayMilliseconds;
  const lastEvaluatedAt = newest(environments.map((one) => one.lastEvaluatedAt));
  const findings: Finding[] = [];
  const lastInBulkAt = newest(environments.map((one) => one.lastInBulkAt));
  // Where nothing was counted for so long, or somebody reads all flags at once, silence says nothing.
  const isCounted = countedSince !== null && fromInstant(countedSince) <= since;
  const isSilenceKnown = isCounted && (lastInBulkAt === null || fromInstant(lastInBulkAt) < since);
  if (isSilenceKnown && (lastEvaluatedAt === null || fromInstant(lastEvaluatedAt) < since))
    findings.push({ kind: 'unused', lastEvaluatedAt });

  const counts = environments.flatMap((one) => one.counts).filter(({ count }) => count > 0);
  const given = new Set(counts.map(({ variation }) => variation));
  const [only] = given;
  if (isSilenceKnown && given.size === 1 && only !== undefined) {
    const count = counts.reduce((sum, one) => sum + one.count, 0);
    findings.push({ kind: 'one_variation', variation: only, count });
  }

  const served = environments.map(({ targeting }) => servesOnly(targeting));
  const [first] = served;
  if (first !== undefined && first !== 'several' && served.every((one) => one === first))
    findings.push({ kind: 'rolled_out', variation: first });
  return findings;
}

/** The one variation that everybody gets by the targeting as it is set, whoever asks; null is the application's default. */
export function servesOnly(targeting: Omit<FlagTargeting, 'salt'> | null): number | null | 'several' {
  if (targeting === null) return 'several';
  const { on, offVariation, prerequisites, targets, rules, fallthrough } = targeting;
  if (!on) return offVariation;
  const ways: readonly (number | null | 'several')[] = [
    oneOf(fallthrough),
    ...rules.map(oneOf),
    ...targets.filter(({ values }) => values.length > 0).map(({ variation }) => variation),
    ...(prerequisites.length > 0 ? [offVariation] : []),
  ];
  const [first] = ways;
  return first !== undefined && ways.every((way) => way === first) ? first : 'several';
}

function oneOf(serve: Serve | { readonly variation: number }): number | 'several' {
  if ('variation' in serve) return serve.variation;
  const [first, ...others] = serve.rollout.variations.filter(({ weight }) => weight > 0);
  return first !== undefined && others.every(({ variation }) => variation === first.variation)
    ? first.variation
    : 'several';
}

const newest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((latest, one) => (one !== null && (latest === null || one > latest) ? one : latest), null);
