import type { StageName } from '@latchkey/model';
import { customerStages } from './customer-stages.ts';
import type { Stage } from './stage.ts';
import { isRolledOut } from './stages/rollout.ts';
import { seatIsHad } from './stages/seat.ts';
import { valueIncludesIt } from './stages/value.ts';
import { withinAllowance } from './stages/within-allowance.ts';

/** The order is the product's promise (README, “How a check is decided”): first the customer, then who asks for what. */
export const stages: readonly (readonly [StageName, Stage])[] = [
  ...customerStages,
  ['rollout', isRolledOut],
  ['value', valueIncludesIt],
  ['seat', seatIsHad],
  ['allowance', withinAllowance],
];
