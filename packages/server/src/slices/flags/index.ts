import type { Job } from '../../kernel/jobs/runner.ts';
import { endingTargets } from './ending.ts';
import { addVariation, removeVariation, updateVariation } from './operations/change-variations.ts';
import { cloneFlag } from './operations/clone.ts';
import { copyFlag } from './operations/copy.ts';
import { createFlag } from './operations/create.ts';
import { describeFlag } from './operations/describe.ts';
import {
  addClauses,
  addClauseValues,
  removeClauses,
  removeClauseValues,
  updateClause,
} from './operations/edit-clauses.ts';
import { addRule, removeRule, reorderRules, updateRule } from './operations/edit-rules.ts';
import { endTarget, strikeTargets } from './operations/end-targets.ts';
import { archiveFlag, deprecateFlag, restoreFlag } from './operations/lifecycle.ts';
import { offerWaitingFlags } from './operations/offer-waiting.ts';
import { setFallthrough, setOffVariation } from './operations/set-fallthrough.ts';
import {
  addPrerequisite,
  removePrerequisite,
  setPrerequisites,
  updatePrerequisite,
} from './operations/set-prerequisites.ts';
import { setRules } from './operations/set-rules.ts';
import { setSalt } from './operations/set-salt.ts';
import { tagFlag } from './operations/tag.ts';
import { addTargets, clearTargets, removeTargets, targetFlag } from './operations/target.ts';
import { turnFlag } from './operations/turn.ts';

export const operations = [
  createFlag,
  cloneFlag,
  describeFlag,
  tagFlag,
  addVariation,
  updateVariation,
  removeVariation,
  deprecateFlag,
  archiveFlag,
  restoreFlag,
  offerWaitingFlags,
  turnFlag,
  targetFlag,
  addTargets,
  removeTargets,
  clearTargets,
  endTarget,
  strikeTargets,
  setRules,
  addRule,
  updateRule,
  removeRule,
  reorderRules,
  addClauses,
  updateClause,
  removeClauses,
  addClauseValues,
  removeClauseValues,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  setSalt,
  addPrerequisite,
  updatePrerequisite,
  removePrerequisite,
  copyFlag,
];

export const jobs = (deps: Parameters<typeof endingTargets>[0]): readonly Job[] => [endingTargets(deps)];

export { flagRoutes as routes } from './routes.ts';
export {
  addClauses,
  addClauseValues,
  addPrerequisite,
  addRule,
  addTargets,
  addVariation,
  archiveFlag,
  clearTargets,
  cloneFlag,
  copyFlag,
  createFlag,
  deprecateFlag,
  describeFlag,
  endTarget,
  offerWaitingFlags,
  removeClauses,
  removeClauseValues,
  removePrerequisite,
  removeRule,
  removeTargets,
  removeVariation,
  reorderRules,
  restoreFlag,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  setRules,
  tagFlag,
  targetFlag,
  turnFlag,
  updateClause,
  updatePrerequisite,
  updateRule,
  updateVariation,
};
