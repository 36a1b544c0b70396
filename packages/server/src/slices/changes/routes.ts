import { ChangeNote } from '@latchkey/model';
import { z } from 'zod';
import { pageOf, pageQuery } from '../../kernel/http/paging.ts';
import { type Route, type RouteScope, read, write } from '../../kernel/http/routes.ts';
import { listChanges, ScheduledChange, statuses } from './list.ts';

const Submission = z.strictObject({
  operations: z
    .array(z.strictObject({ kind: z.string().max(100), input: z.unknown() }))
    .min(1)
    .max(1000),
  ...ChangeNote.shape,
});

const Applied = z.object({
  status: z.literal('applied'),
  changeId: z.string(),
  revision: z.int(),
  resources: z.array(z.object({ kind: z.string(), id: z.string(), version: z.int(), after: z.unknown() })),
});

const tag = 'Changes';

/** The pipeline itself, for scripts that edit several things at once: all of it happens, or none of it. */
const submitIn = (scope: RouteScope, what: string): Route =>
  write({
    method: 'POST',
    scope,
    path: '/changes',
    summary: `Several named edits of ${what} in one change`,
    tag,
    body: Submission,
    // Whoever may see the place may try; each operation is authorised for itself.
    action: 'change.read',
    resource: () => 'change/*',
    reply: Applied,
    note: ({ comment, links, effectiveAt, preview }) => ({ comment, links, effectiveAt, preview }),
    operations: ({ body: { operations } }) => operations.map(({ kind, input }) => ({ kind, input })),
    answer: ({ status, changeId, revision, resources }) => ({
      status,
      changeId,
      revision,
      resources: [...resources],
    }),
  });

export const routes: readonly Route[] = [
  submitIn('environment', 'an environment'),
  submitIn('project', 'what a project shares'),
  submitIn('instance', 'the installation'),
  read({
    scope: 'environment',
    path: '/changes',
    summary: 'Changes that wait for their time, and what became of those that did',
    tag,
    query: z.strictObject({ status: z.enum(statuses).optional(), ...pageQuery }),
    action: 'change.read',
    resource: () => 'change/*',
    reply: pageOf(ScheduledChange),
    answer: ({ place, query }, db) => listChanges(db, place, query),
  }),
];
