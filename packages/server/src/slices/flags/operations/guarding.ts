import { answersYesWhenOff } from '@latchkey/engine';
import type { Feature, Flag, FlagTargeting } from '@latchkey/model';
import { type Refusal, refuse } from '../../../kernel/changes/operation.ts';

/**
 * A flag that guards a feature answers its off variation to whoever has no right. A boolean one must say no there, or
 * it would hand out what was never sold.
 */
export function refuseGuarding(
  flag: Flag,
  targetings: readonly FlagTargeting[],
  features: readonly Feature[],
  field: string,
): Refusal | null {
  const [feature] = features;
  if (feature === undefined || !answersYesWhenOff(flag, targetings)) return null;
  const said = `${flag.key} guards ${feature.name}: when it is off, and for whoever has no right, it must answer false.`;
  return refuse('guarded_answers_yes', said, { field, feature: feature.key });
}
