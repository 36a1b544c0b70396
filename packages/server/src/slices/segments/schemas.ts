import { Id, Instant, Key, Segment, SegmentImport, SegmentMember, text } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { counters, searchQuery } from '../projects/index.ts';
import { NewSegment } from './operations/create.ts';
import { SegmentWords } from './operations/describe.ts';
import { ContextKind, membersMax } from './operations/list-members.ts';
import { SegmentRules } from './operations/rules.ts';
import { uploadStates } from './uploads.ts';

export const OneSegment = z.strictObject({ segment: Key });
export const Asked = z.strictObject(searchQuery);
export const AskedForMembers = z.strictObject({
  ...pageQuery,
  kind: ContextKind.exactOptional(),
  query: z.string().max(500).exactOptional(),
});

export const SegmentView = Segment.extend(counters);
export const SegmentPage = pageOf(SegmentView);
export const SegmentIn = SegmentView.extend({
  members: z.array(z.strictObject({ contextKind: z.string(), included: z.int(), excluded: z.int() })),
});
export const SegmentInPage = pageOf(SegmentIn);
export const MemberPage = pageOf(SegmentMember);

export const CreateSegment = NewSegment;
export const DescribeSegment = SegmentWords.omit({ segment: true }).extend({
  rules: SegmentRules.exactOptional(),
});

/** Context keys by kind: `{customer: ['acme']}`. */
const Listed = z.record(ContextKind, z.array(text(500).min(1)).max(membersMax));
export const ListMembers = z
  .strictObject({
    add: Listed.exactOptional(),
    remove: Listed.exactOptional(),
    /** Never members, whatever the rules say. */
    exclude: Listed.exactOptional(),
  })
  .refine(
    (lists) =>
      Object.values(lists)
        .flatMap((byKind) => Object.values(byKind))
        .reduce((count, keys) => count + keys.length, 0) <= membersMax,
    `must name at most ${membersMax} members in one request`,
  );
export const Dependents = z.object({
  /** With the positions of the rules that ask for it. */
  flags: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      state: z.string(),
      environment: z.string(),
      rules: z.array(z.int()),
    }),
  ),
  segments: z.array(z.object({ key: z.string(), name: z.string() })),
  grants: z.array(z.object({ environment: z.string(), feature: z.string(), grants: z.int() })),
});
export const Removed = z.object({ segment: Key, revision: z.int() });

export const PageOfOne = z.strictObject(pageQuery);
export const OneUpload = z.strictObject({ segment: Key, upload: Id });
export const OneImport = z.strictObject({ segment: Key, import: Id });

export const UploadView = z.object({
  id: z.string(),
  segment: z.string(),
  contextKind: z.string(),
  /** While it is `receiving`, `keys` grows. Rejected is what has a fault in any line. */
  state: z.enum(uploadStates),
  keys: z.int(),
  parts: z.int(),
  digest: z.string().nullable(),
  faults: z.array(z.object({ line: z.int(), detail: z.string() })),
  startedAt: Instant,
});

export const StartImport = z.strictObject({ upload: Id, action: SegmentImport.shape.action });
export const ImportView = SegmentImport.extend(counters);
export const ImportPage = pageOf(SegmentImport.extend({ version: z.int() }));

export const MembersListed = z.object({
  segment: Key,
  added: z.int(),
  excluded: z.int(),
  removed: z.int(),
  revision: z.int(),
});
