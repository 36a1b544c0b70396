import type { Flag } from '@latchkey/model';
import type { Finding, FlagFacts, Spared } from './stale-rules.ts';

const numbers = new Intl.NumberFormat('en');
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A variation by its name, else by its value as it would be written. */
function variationInWords({ variations }: Flag, position: number | null): string {
  if (position === null) return 'the application’s own default';
  const variation = variations[position];
  return variation?.name || JSON.stringify(variation?.value ?? null).slice(0, 60);
}

/** Why a flag is in the report. */
export function findingInWords(flag: Flag, finding: Finding, days: number): string {
  switch (finding.kind) {
    case 'unused':
      return finding.lastEvaluatedAt === null
        ? `No application has asked for it in any environment for ${days} days or longer.`
        : `No application has asked for it since ${dayFormat.format(new Date(finding.lastEvaluatedAt))}, in any environment.`;
    case 'one_variation':
      return `All ${numbers.format(finding.count)} answers of the last ${days} days were ${variationInWords(flag, finding.variation)}.`;
    case 'rolled_out':
      return `It is set to give everybody ${variationInWords(flag, finding.variation)}, in every environment.`;
  }
}

/** What to do about it, and what stands in the way. */
export function adviceInWords({ flag, prerequisiteOf, environments }: FlagFacts, isReady: boolean): string {
  if (isReady) return 'Nobody asks for it: it can be archived.';
  if (prerequisiteOf.length > 0)
    return `First take it out of the prerequisites of ${prerequisiteOf.slice(0, 5).join(', ')}.`;
  const asked = environments.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0);
  const off = [...new Set(environments.map(({ targeting }) => targeting?.offVariation ?? null))];
  const answers = off.map((position) => variationInWords(flag, position)).join(' or ');
  return asked > 0
    ? `Take it out of the code first: archived, it answers ${answers} to those who still ask.`
    : environments.some(({ lastInBulkAt }) => lastInBulkAt !== null)
      ? 'Look for it in the code before you archive it: applications read all flags at once, so nobody can tell which they use.'
      : 'Look for it in the code before you archive it: whether applications ask for it is not known for long enough.';
}

/** Why a flag that looks done is not asked about. */
export function sparedInWords(because: Spared, guards: readonly string[]): string {
  switch (because) {
    case 'guards_feature':
      return `It guards ${guards.slice(0, 5).join(', ')}, which customers have by contract: it stays as long as that is sold.`;
    case 'entitlement':
      return 'Its purpose is an entitlement: it outlives the release.';
    case 'permanent':
      return 'It is marked as permanent.';
  }
}
