import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Database } from '../../kernel/store/database.ts';
import { endingMembers } from './ending.ts';
import { importStore } from './import-store.ts';
import { forgettingUploads, importing } from './importing.ts';
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
import { cancelImport, importMembers, importPart } from './operations/import.ts';
import { addMembers, endMember, removeMembers, strikeMembers } from './operations/list-members.ts';
import { removeSegment } from './operations/remove.ts';
import { tagSegment } from './operations/tag.ts';
import { memberStore, segmentStore } from './store.ts';

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
  importMembers,
  importPart,
  cancelImport,
  removeSegment,
];
export const stores = { segment: segmentStore, segment_member: memberStore, segment_import: importStore };

interface JobDeps {
  readonly db: Database;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}
export const jobs = ({ db, submit, newChangeId }: JobDeps): readonly Job[] => [
  endingMembers({ reader: db.reader, submit, newChangeId }),
  importing({ db, submit, newChangeId }),
  forgettingUploads(db),
];

export { segmentRoutes as routes } from './routes.ts';
export { uploadRoutes } from './upload-routes.ts';
export {
  addMembers,
  addSegmentClauses,
  addSegmentClauseValues,
  addSegmentRule,
  createSegment,
  describeSegment,
  endMember,
  removeMembers,
  removeSegment,
  removeSegmentClauses,
  removeSegmentClauseValues,
  removeSegmentRule,
  reorderSegmentRules,
  setSegmentRules,
  tagSegment,
  updateSegmentClause,
  updateSegmentRule,
};
