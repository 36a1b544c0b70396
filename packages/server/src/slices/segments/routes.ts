import type { OperationCall, SegmentMember } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { searchResources, written } from '../projects/index.ts';
import { dependentsOf } from './dependents.ts';
import { importRoutes } from './import-routes.ts';
import { listMembers, listSegmentsIn, segmentStore, showSegmentIn } from './list.ts';
import { createSegment } from './operations/create.ts';
import { describeSegment, setSegmentRules } from './operations/describe.ts';
import { addMembers, removeMembers } from './operations/list-members.ts';
import { removeSegment } from './operations/remove.ts';
import {
  Asked,
  AskedForMembers,
  CreateSegment,
  Dependents,
  DescribeSegment,
  ListMembers,
  MemberPage,
  MembersListed,
  OneSegment,
  Removed,
  SegmentIn,
  SegmentInPage,
  SegmentPage,
  SegmentView,
} from './schemas.ts';

const tag = 'Segments';
const ofSegment = ({ segment }: { readonly segment: string }) => `segment/${segment}`;
const anySegment = () => 'segment/*';

export const segmentRoutes: readonly Route[] = [
  ...importRoutes,
  read({
    scope: 'project',
    path: '/segments',
    summary: 'The segments of a project',
    tag,
    query: Asked,
    action: 'segment.read',
    resource: anySegment,
    reply: SegmentPage,
    answer: ({ place, query }, db) => searchResources(db, 'segment', place, query),
  }),
  write({
    method: 'POST',
    scope: 'project',
    path: '/segments',
    summary: 'Create a segment; who is listed in it is said per environment',
    tag,
    body: CreateSegment,
    action: 'segment.create',
    resource: anySegment,
    status: 201,
    reply: SegmentView,
    operations: ({ body }) => [createSegment(body)],
    answer: (applied, { body: { key } }) => written(applied, 'segment', key),
  }),
  read({
    scope: 'project',
    path: '/segments/{segment}',
    summary: 'A segment and its rules',
    tag,
    params: OneSegment,
    action: 'segment.read',
    resource: ofSegment,
    reply: SegmentView,
    version: ({ version }) => version,
    async answer({ place, params: { segment } }, db) {
      const kept = await segmentStore.one(db, place, segment);
      if (!kept) throw unknownSegment(segment);
      return { ...kept.body, version: kept.version };
    },
  }),
  write({
    method: 'PATCH',
    scope: 'project',
    path: '/segments/{segment}',
    summary: 'Change the words or the rules of a segment',
    tag,
    params: OneSegment,
    body: DescribeSegment,
    action: 'segment.describe',
    resource: ofSegment,
    reply: SegmentView,
    edits: ({ segment }) => ({ kind: 'segment', id: segment }),
    prepare: ({ place, params: { segment } }, db) => segmentStore.one(db, place, segment),
    operations: ({ params: { segment }, body: { rules, ...words } }) => [
      ...(Object.keys(words).length > 0 ? [describeSegment({ segment, ...words })] : []),
      ...(rules ? [setSegmentRules({ segment, rules })] : []),
    ],
    answer: (applied, { params: { segment } }, before) => written(applied, 'segment', segment, before),
  }),
  write({
    method: 'DELETE',
    scope: 'project',
    path: '/segments/{segment}',
    summary: 'Remove a segment that nothing asks for, with everybody it lists',
    tag,
    params: OneSegment,
    action: 'segment.remove',
    resource: ofSegment,
    reply: Removed,
    operations: ({ params: { segment } }) => [removeSegment({ segment })],
    answer: ({ revision }, { params: { segment } }) => ({ segment, revision }),
  }),
  read({
    scope: 'project',
    path: '/segments/{segment}/dependents',
    summary: 'What asks for a segment: rules of flags, other segments, and grants to its members',
    tag,
    params: OneSegment,
    action: 'segment.read',
    resource: ofSegment,
    reply: Dependents,
    async answer({ place, params: { segment } }, db) {
      if (!(await segmentStore.one(db, place, segment))) throw unknownSegment(segment);
      return dependentsOf(db, place, segment);
    },
  }),
  read({
    scope: 'environment',
    path: '/segments',
    summary: 'The segments of a project, with the number of their members in this environment',
    tag,
    query: Asked,
    action: 'segment.read',
    resource: anySegment,
    reply: SegmentInPage,
    answer: ({ place, query }, db) => listSegmentsIn(db, place, query),
  }),
  read({
    scope: 'environment',
    path: '/segments/{segment}',
    summary: 'A segment, with the number of its members in this environment',
    tag,
    params: OneSegment,
    action: 'segment.read',
    resource: ofSegment,
    reply: SegmentIn,
    async answer({ place, params: { segment } }, db) {
      const shown = await showSegmentIn(db, place, segment);
      if (!shown) throw unknownSegment(segment);
      return shown;
    },
  }),
  read({
    scope: 'environment',
    path: '/segments/{segment}/members',
    summary: 'Who is listed in a segment in this environment',
    tag,
    params: OneSegment,
    query: AskedForMembers,
    action: 'segment.read',
    resource: ofSegment,
    reply: MemberPage,
    async answer({ place, params: { segment }, query }, db) {
      if (!(await segmentStore.one(db, place, segment))) throw unknownSegment(segment);
      return listMembers(db, place, segment, query);
    },
  }),
  write({
    method: 'PATCH',
    scope: 'environment',
    path: '/segments/{segment}/members',
    summary: 'List members of a segment in this environment, or strike them off',
    tag,
    params: OneSegment,
    body: ListMembers,
    action: 'segment.add-members',
    resource: ofSegment,
    reply: MembersListed,
    operations({ params: { segment }, body: { add = {}, remove = {}, exclude = {} } }) {
      const input = ([contextKind, contextKeys]: [string, string[]]) => ({
        segment,
        contextKind,
        contextKeys,
      });
      const some = (byKind: Readonly<Record<string, string[]>>) =>
        Object.entries(byKind)
          .filter(([, keys]) => keys.length > 0)
          .map(input);
      const calls: OperationCall[] = [
        ...some(remove).map((members) => removeMembers(members)),
        ...some(add).map((members) => addMembers(members)),
        ...some(exclude).map((members) => addMembers({ ...members, included: false })),
      ];
      return calls;
    },
    answer({ resources, revision }, { params: { segment } }) {
      const members = resources.filter(({ kind }) => kind === 'segment_member');
      const listed = members.flatMap(({ after }) => (after === null ? [] : [after as SegmentMember]));
      const added = listed.filter(({ included }) => included).length;
      return {
        segment,
        added,
        excluded: listed.length - added,
        removed: members.length - listed.length,
        revision,
      };
    },
  }),
];

const unknownSegment = (key: string) => new ProblemError('segment_unknown', `There is no segment ${key}.`);
