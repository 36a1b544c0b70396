import { createSegment } from './operations/create.ts';
import { describeSegment, setSegmentRules } from './operations/describe.ts';
import { addMembers, removeMembers } from './operations/list-members.ts';
import { memberStore } from './store.ts';

export const operations = [createSegment, describeSegment, setSegmentRules, addMembers, removeMembers];
export const stores = { segment_member: memberStore };

export { segmentRoutes as routes } from './routes.ts';
export { addMembers, createSegment, describeSegment, removeMembers, setSegmentRules };
