import type { Flag, FlagKey, FlagTargeting, Prerequisite } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import { refuseIndexes } from './variations.ts';

/** Whether a flag may wait for these: each exists, is named once, has the variation, and does not wait for the flag. */
export function refusePrerequisites(
  key: FlagKey,
  prerequisites: readonly Prerequisite[],
  flags: readonly Flag[],
  targetings: readonly FlagTargeting[],
): Refusal | null {
  const named = new Set<FlagKey>();
  for (const [index, { flag: wanted, variation }] of prerequisites.entries()) {
    const field = `prerequisites/${index}`;
    const flag = flags.find((other) => other.key === wanted);
    if (!flag) return refuse('flag_unknown', `There is no flag ${wanted}.`, { field: `${field}/flag` });
    if (flag.state === 'archived') {
      return refuse('flag_archived', `${flag.name} is archived: nothing can wait for it.`, {
        field: `${field}/flag`,
      });
    }
    if (named.has(wanted)) {
      return refuse('key_taken', `${wanted} is a prerequisite already.`, { field: `${field}/flag` });
    }
    named.add(wanted);
    const refusal = refuseIndexes(flag, [variation], `${field}/variation`);
    if (refusal) return refusal;
    const way = wayTo(key, wanted, targetings);
    if (way) return circle(key, way, `${field}/flag`);
  }
  return null;
}

function circle(key: FlagKey, way: readonly FlagKey[], field: string): Refusal {
  const said = way.length === 1 ? `${key} cannot wait for itself.` : `${way[0]} waits for ${key} itself`;
  const through = way.length > 2 ? `, through ${way.slice(1, -1).join(', ')}.` : way.length === 2 ? '.' : '';
  return refuse('prerequisite_cycle', `${said}${through}`, { field, circle: [key, ...way] });
}

/** How `start` leads to `goal` over prerequisites, both included; null when it does not. The shortest way. */
function wayTo(
  goal: FlagKey,
  start: FlagKey,
  targetings: readonly FlagTargeting[],
): readonly FlagKey[] | null {
  const prerequisitesOf = new Map(targetings.map(({ flag, prerequisites }) => [flag, prerequisites]));
  const ways = new Map<FlagKey, readonly FlagKey[]>([[start, [start]]]);
  for (const [flag, way] of ways) {
    if (flag === goal) return way;
    for (const { flag: next } of prerequisitesOf.get(flag) ?? []) {
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return null;
}
