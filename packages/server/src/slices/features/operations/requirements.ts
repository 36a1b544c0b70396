import type { Feature, FeatureKey } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/** Whether everything that a feature shall require exists, is not retired, and does not lead back to it. */
export function refuseRequirements(
  key: FeatureKey,
  requires: readonly FeatureKey[],
  features: readonly Feature[],
): Refusal | null {
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  for (const [index, wanted] of requires.entries()) {
    const facts = { field: `requires/${index}` };
    if (wanted === key) return refuse('feature_cycle', `${key} cannot require itself.`, facts);
    const feature = byKey.get(wanted);
    if (!feature) return refuse('feature_unknown', `There is no feature ${wanted}.`, facts);
    if (feature.state === 'retired') return refuse('feature_retired', `${feature.name} is retired.`, facts);
    if (leadsTo(key, wanted, byKey))
      return refuse('feature_cycle', `${wanted} requires ${key} itself.`, facts);
  }
  return null;
}

function leadsTo(goal: FeatureKey, start: FeatureKey, byKey: ReadonlyMap<FeatureKey, Feature>): boolean {
  const seen = new Set<FeatureKey>();
  const toVisit = [start];
  for (let key = toVisit.pop(); key !== undefined; key = toVisit.pop()) {
    if (key === goal) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    toVisit.push(...(byKey.get(key)?.requires ?? []));
  }
  return false;
}
