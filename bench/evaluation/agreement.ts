import { type LaunchDarklyData, launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import type { Contestant } from './contestants.ts';
import { contextCount, people } from './environment.ts';

/** Every so many people, so that the slow ones are through in a moment; no divisor of anything in the environment. */
const stride = 37;

/**
 * Whoever answers otherwise is not measured: throws. Where a rollout decides, systems with a hash of their own have to
 * let in the same share instead of the same people. Returns how many answers were compared one by one.
 */
export async function agree(contestant: Contestant, environment: LaunchDarklyData): Promise<number> {
  const evaluator = launchDarklyEvaluator(environment);
  let compared = 0;
  let rolledOut = 0;
  let letIn = 0;
  for (let person = 0; person < contextCount; person += stride) {
    const isByRollout = (flagKey: string): boolean => {
      const { kind } = evaluator.evaluate(flagKey, people[person], false).reason;
      return kind === 'FALLTHROUGH';
    };
    for (const [flagKey, { prerequisites }] of Object.entries(environment.flags ?? {})) {
      const isOn = await contestant.isOn(flagKey, person);
      const mayDiffer = !contestant.hasSameBuckets;
      if (mayDiffer && (prerequisites ?? []).some(({ key }) => isByRollout(key))) continue;
      if (mayDiffer && isByRollout(flagKey)) {
        rolledOut += 1;
        if (isOn) letIn += 1;
        continue;
      }
      compared += 1;
      if (isOn === (evaluator.evaluate(flagKey, people[person], false).value === true)) continue;
      throw new Error(`${contestant.name} answers ${isOn} for ${flagKey} and ${people[person]?.key}.`);
    }
  }
  const share = letIn / rolledOut;
  if (rolledOut > 0 && !(share > 0.08 && share < 0.12))
    throw new Error(`${contestant.name} lets in ${share} of everybody instead of a tenth.`);
  return compared;
}
