import { Id, Key, type SegmentImport, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { ContextKind } from './list-members.ts';

/** What was received, by its counts and its digest: an approval of it is an approval of just these keys. */
export const Received = z.strictObject({
  upload: Id,
  contextKind: ContextKind,
  keys: z.int().min(1),
  parts: z.int().min(1),
  digest: z.string().max(100),
});

/** Takes a long list into a segment. From here on it goes in part by part, until it is done or cancelled. */
export const importMembers = operation({
  kind: 'segment.import',
  scope: 'environment',
  input: z.strictObject({ segment: Key, action: z.enum(['add', 'exclude', 'remove']), received: Received }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment, received }) => ({
    segment: one('segment', segment),
    import: one('segment_import', received.upload),
  }),
  compute({ segment, action, received: { upload, ...list } }, seen, { place, now }) {
    if (!seen.segment) return refuse('segment_unknown', `There is no segment ${segment}.`);
    if (seen.import) return refuse('import_over', 'This upload was taken in before.', { field: 'upload' });
    const started: SegmentImport = {
      id: upload,
      segment,
      action,
      ...list,
      state: 'applying',
      applied: { parts: 0, keys: 0 },
      last: null,
      createdAt: toInstant(now),
    };
    return [mutate('segment_import', place, null, started)];
  },
});

/** The next part of an import. A part that went in already, as after a crash, is not taken in again. */
export const importPart = operation({
  kind: 'segment.import-part',
  scope: 'environment',
  input: z.strictObject({
    segment: Key,
    import: Id,
    part: z.int().min(1),
    keys: z.int().min(1),
    digest: z.string().max(100),
  }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: (input) => ({ import: one('segment_import', input.import) }),
  compute({ segment, part, keys, digest }, seen, { place }) {
    const before = seen.import;
    if (!before || before.segment !== segment) {
      return refuse('import_unknown', 'There is no such import.', { field: 'import' });
    }
    if (before.state !== 'applying' || before.applied.parts + 1 !== part) return [];
    const after: SegmentImport = {
      ...before,
      state: part === before.parts ? 'done' : 'applying',
      applied: { parts: part, keys: before.applied.keys + keys },
      last: { part, keys, digest },
    };
    return [mutate('segment_import', place, before, after)];
  },
});

/** Takes in no more of an import. What went in stays. */
export const cancelImport = operation({
  kind: 'segment.cancel-import',
  scope: 'environment',
  input: z.strictObject({ segment: Key, import: Id }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: (input) => ({ import: one('segment_import', input.import) }),
  compute({ segment }, seen, { place }) {
    const before = seen.import;
    if (!before || before.segment !== segment) {
      return refuse('import_unknown', 'There is no such import.', { field: 'import' });
    }
    if (before.state !== 'applying') return refuse('import_over', 'The import has ended already.');
    return [mutate('segment_import', place, before, { ...before, state: 'cancelled' })];
  },
});
