import type { StageName } from '@latchkey/model';
import type { Stage } from './stage.ts';
import { customerIsInGoodStanding } from './stages/customer-status.ts';
import { nothingForbidsIt } from './stages/denials.ts';
import { somethingGivesIt } from './stages/grants.ts';
import { guardingFlagIsOn } from './stages/guarding-flag.ts';

/** What is asked of a feature itself, and again of every feature that it requires. */
export const groundStages: readonly (readonly [StageName, Stage])[] = [
  ['guarding_flag', guardingFlagIsOn],
  ['customer_status', customerIsInGoodStanding],
  ['denials', nothingForbidsIt],
  ['grants', somethingGivesIt],
];
