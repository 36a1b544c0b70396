import type { SegmentImport } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { type Route, read, write } from '../../kernel/http/routes.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { written } from '../projects/index.ts';
import { listImports } from './list.ts';
import { cancelImport, importMembers } from './operations/import.ts';
import {
  ImportPage,
  ImportView,
  OneImport,
  OneSegment,
  OneUpload,
  PageOfOne,
  StartImport,
  UploadView,
} from './schemas.ts';
import { findUpload } from './uploads.ts';

const tag = 'Segments';
const ofSegment = ({ segment }: { readonly segment: string }) => `segment/${segment}`;
const imports = tableStore('segment_import');

/** Long lists of members: looked at as they arrive, taken in part by part, and told how far they are. */
export const importRoutes: readonly Route[] = [
  read({
    scope: 'environment',
    path: '/segments/{segment}/uploads/{upload}',
    summary: 'A list of keys as it arrives, or as it arrived: how many, and what is wrong with it',
    tag,
    params: OneUpload,
    action: 'segment.read',
    resource: ofSegment,
    reply: UploadView,
    async answer({ place, params: { segment, upload } }, db) {
      const found = await findUpload(db, place, upload);
      if (found?.segment !== segment) throw unknownImport();
      return { ...found, faults: [...found.faults] };
    },
  }),
  write({
    method: 'POST',
    scope: 'environment',
    path: '/segments/{segment}/imports',
    summary: 'Take a list that was sent into the segment, part by part',
    tag,
    params: OneSegment,
    body: StartImport,
    action: 'segment.import',
    resource: ofSegment,
    status: 201,
    reply: ImportView,
    async prepare({ place, params: { segment }, body }, db) {
      const found = await findUpload(db, place, body.upload);
      if (found?.segment !== segment) throw unknownImport();
      if (found.state !== 'received' || found.digest === null) {
        throw new ProblemError(
          'import_over',
          'Only a list that arrived whole and without a fault can be taken in.',
        );
      }
      const { id, contextKind, keys, parts, digest } = found;
      return { upload: id, contextKind, keys, parts, digest };
    },
    operations: ({ params: { segment }, body: { action } }, received) => [
      importMembers({ segment, action, received }),
    ],
    answer: (applied, { body: { upload } }) => written(applied, 'segment_import', upload),
  }),
  read({
    scope: 'environment',
    path: '/segments/{segment}/imports',
    summary: 'The imports into a segment, the newest first',
    tag,
    params: OneSegment,
    query: PageOfOne,
    action: 'segment.read',
    resource: ofSegment,
    reply: ImportPage,
    answer: ({ place, params: { segment }, query }, db) => listImports(db, place, segment, query),
  }),
  read({
    scope: 'environment',
    path: '/segments/{segment}/imports/{import}',
    summary: 'How far an import is',
    tag,
    params: OneImport,
    action: 'segment.read',
    resource: ofSegment,
    reply: ImportView,
    version: ({ version }) => version,
    async answer({ place, params }, db) {
      const kept = await imports.one(db, place, params.import);
      if (kept?.body.segment !== params.segment) throw unknownImport();
      return { ...(kept.body as SegmentImport), version: kept.version };
    },
  }),
  write({
    method: 'POST',
    scope: 'environment',
    path: '/segments/{segment}/imports/{import}/cancel',
    summary: 'Take in no more of an import; what went in stays',
    tag,
    params: OneImport,
    action: 'segment.cancel-import',
    resource: ofSegment,
    reply: ImportView,
    operations: ({ params }) => [cancelImport({ segment: params.segment, import: params.import })],
    answer: (applied, { params }) => written(applied, 'segment_import', params.import),
  }),
];

const unknownImport = () => new ProblemError('import_unknown', 'There is no such list here.');
