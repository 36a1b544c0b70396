import type { StageName } from '@latchkey/model';
import { groundStages } from './ground-stages.ts';
import type { Stage, World } from './stage.ts';
import { customerIsKnown } from './stages/known.ts';
import { requirementsAreMet } from './stages/requirements.ts';

/** What depends on the customer alone, whoever is using the application and whatever they ask for. */
export const customerStages: readonly (readonly [StageName, Stage])[] = [
  ['known', customerIsKnown],
  ...groundStages,
  ['requirements', requirementsAreMet],
];

export function isCustomerEntitled(world: World): boolean {
  for (const [, stage] of customerStages) {
    if (stage({ feature: world.feature.key }, world).denied) return false;
  }
  return true;
}
