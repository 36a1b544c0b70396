import { ChangeNote, changeStatuses, type StoredChange, text } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';

export const Submission = z.strictObject({
  operations: z
    .array(z.strictObject({ kind: z.string().max(100), input: z.unknown() }))
    .min(1)
    .max(1000),
  ...ChangeNote.shape,
});

export const Submitted = z.object({
  status: z.literal('applied'),
  changeId: z.string(),
  revision: z.int(),
  resources: z.array(z.object({ kind: z.string(), id: z.string(), version: z.int(), after: z.unknown() })),
});

const Actor = z.object({ kind: z.string(), id: z.string(), name: z.string() });
const ServedCounts = z.array(z.object({ variation: z.int().nullable(), customers: z.int() })).readonly();
const Impact = z.object({
  customers: z.object({ touched: z.int(), gain: z.int(), lose: z.int(), overLimit: z.int() }),
  features: z.array(z.object({ feature: z.string(), gain: z.int(), lose: z.int(), changed: z.int() })),
  examples: z.array(
    z.object({
      customer: z.string(),
      name: z.string(),
      gains: z.array(z.string()),
      loses: z.array(z.string()),
    }),
  ),
  flags: z
    .array(
      z.object({
        flag: z.string(),
        environment: z.string(),
        changed: z.int(),
        before: ServedCounts,
        after: ServedCounts,
      }),
    )
    .readonly()
    .optional(),
  complete: z.boolean(),
});
const Fields = z.record(z.string(), z.unknown()).nullable();
const Preview = z.object({
  at: z.string(),
  impact: Impact,
  edits: z.array(
    z.object({
      action: z.string(),
      resourceKind: z.string(),
      resourceId: z.string(),
      customer: z.string().nullable(),
      feature: z.string().nullable(),
      before: Fields,
      after: Fields,
    }),
  ),
  editsInAll: z.int(),
});
const Reasoning = z.object({
  guardrail: z.string().nullable(),
  name: z.string(),
  outcome: z.enum(['approve', 'deny']),
  sentence: z.string(),
  limit: z.enum(['days', 'quantity', 'customers', 'times']).nullable(),
  allowed: z.number().nullable(),
  asked: z.number().nullable(),
  left: z.number().nullable(),
});
const RequirementView = z.object({
  guardrail: z.string().nullable(),
  name: z.string(),
  approvals: z.int(),
  approverRoles: z.array(z.string()),
  /** How many are still missing. */
  missing: z.int(),
});

/** Whether the one who asks may, and why not. */
const May = z.object({ allowed: z.boolean(), because: z.string() });

/** A change that waits or waited. Its operations themselves stay on the server: they may hold secrets. */
export const ChangeView = z.object({
  id: z.string(),
  status: z.enum(changeStatuses),
  actor: Actor,
  comment: z.string(),
  links: z.array(z.object({ url: z.string(), label: z.string().optional() })),
  operations: z.array(z.object({ kind: z.string(), resource: z.string() })),
  effectiveAt: z.string().nullable(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  customer: z.string().nullable(),
  digest: z.string(),
  baseRevision: z.int(),
  because: z.array(Reasoning),
  requirements: z.array(RequirementView),
  approvals: z.array(z.object({ by: Actor, at: z.string(), comment: z.string() })),
  ended: z.object({ by: Actor, at: z.string(), comment: z.string() }).nullable(),
  preview: Preview,
});
export type ChangeView = z.infer<typeof ChangeView>;

export const ChangeShown = ChangeView.extend({
  may: z.object({ approve: May, reject: May, cancel: May }),
});
export type ChangeShown = z.infer<typeof ChangeShown>;

/** In lists, the effect in numbers without the records. */
export const ChangeRow = ChangeShown.omit({ preview: true }).extend({
  impact: Impact,
  edits: z.int(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;
export const ChangePage = pageOf(ChangeRow).extend({
  /** How many wait for approval here, whatever was filtered by. */
  waiting: z.int(),
});

export const Asked = z.strictObject({
  status: z
    .string()
    .transform((written, context): StoredChange['status'][] => {
      const read = z.array(z.enum(changeStatuses)).safeParse(written.split(','));
      if (read.success) return read.data;
      context.addIssue({
        code: 'custom',
        message: `must be some of ${changeStatuses.join(', ')}, with commas between`,
      });
      return z.NEVER;
    })
    .exactOptional(),
  ...pageQuery,
});

export const OneChange = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the id of a change'),
});

export const DecisionBody = z.strictObject({
  comment: text(4000).exactOptional(),
  /** The digest of what you looked at; when it moved on since, nothing is decided. */
  digest: z.string().max(100).exactOptional(),
});
