import { createFlag } from './operations/create.ts';
import { describeFlag } from './operations/describe.ts';
import { archiveFlag, deprecateFlag, restoreFlag } from './operations/lifecycle.ts';
import { offerWaitingFlags } from './operations/offer-waiting.ts';
import { setFallthrough, setOffVariation } from './operations/set-fallthrough.ts';
import { setPrerequisites } from './operations/set-prerequisites.ts';
import { setRules } from './operations/set-rules.ts';
import { targetFlag } from './operations/target.ts';
import { turnFlag } from './operations/turn.ts';

export const operations = [
  createFlag,
  describeFlag,
  turnFlag,
  targetFlag,
  setRules,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  deprecateFlag,
  archiveFlag,
  restoreFlag,
  offerWaitingFlags,
];

export { flagRoutes as routes } from './routes.ts';
export {
  archiveFlag,
  createFlag,
  deprecateFlag,
  describeFlag,
  offerWaitingFlags,
  restoreFlag,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  setRules,
  targetFlag,
  turnFlag,
};
