import type { Job } from '../../kernel/jobs/runner.ts';
import { endingMembers } from './ending.ts';
import { createSegment } from './operations/create.ts';
import { describeSegment, setSegmentRules } from './operations/describe.ts';
import {
  addSegmentClauses,
  addSegmentClauseValues,
  addSegmentRule,
  removeSegmentClauses,
  removeSegmentClauseValues,
  removeSegmentRule,
  reorderSegmentRules,
  updateSegmentClause,
  updateSegmentRule,
} from './operations/edit-rules.ts';
import { addMembers, endMember, removeMembers, strikeMembers } from './operations/list-members.ts';
import { tagSegment } from './operations/tag.ts';
import { memberStore } from './store.ts';

export const operations = [
  createSegment,
  describeSegment,
  tagSegment,
  setSegmentRules,
  addSegmentRule,
  updateSegmentRule,
  removeSegmentRule,
  reorderSegmentRules,
  addSegmentClauses,
  updateSegmentClause,
  removeSegmentClauses,
  addSegmentClauseValues,
  removeSegmentClauseValues,
  addMembers,
  removeMembers,
  endMember,
  strikeMembers,
];
export const stores = { segment_member: memberStore };

export const jobs = (deps: Parameters<typeof endingMembers>[0]): readonly Job[] => [endingMembers(deps)];

export { segmentRoutes as routes } from './routes.ts';
export {
  addMembers,
  addSegmentClauses,
  addSegmentClauseValues,
  addSegmentRule,
  createSegment,
  describeSegment,
  endMember,
  removeMembers,
  removeSegmentClauses,
  removeSegmentClauseValues,
  removeSegmentRule,
  reorderSegmentRules,
  setSegmentRules,
  tagSegment,
  updateSegmentClause,
  updateSegmentRule,
};
