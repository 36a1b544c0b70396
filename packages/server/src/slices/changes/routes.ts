import { decision, type Route, type RouteScope, read, write } from '../../kernel/http/routes.ts';
import { listChanges } from './list.ts';
import {
  Asked,
  ChangePage,
  ChangeShown,
  ChangeView,
  DecisionBody,
  OneChange,
  Submission,
  Submitted,
} from './schemas.ts';
import { showChange, viewOf } from './show.ts';

const tag = 'Changes';
const ofChange = ({ id }: { readonly id: string }) => `change/${id}`;
const anyChange = () => 'change/*';

const scopes: { readonly [S in RouteScope]: string } = {
  environment: 'an environment',
  project: 'what a project shares',
  instance: 'the installation',
};

/** The pipeline itself, for scripts that edit several things at once: all of it happens, or none of it. */
const submitIn = (scope: RouteScope): Route =>
  write({
    method: 'POST',
    scope,
    path: '/changes',
    summary: `Several named edits of ${scopes[scope]} in one change`,
    tag,
    body: Submission,
    // Whoever may see the place may try; each operation is authorised for itself.
    action: 'change.read',
    resource: anyChange,
    reply: Submitted,
    note: ({ operations: _, ...note }) => note,
    operations: ({ body: { operations } }) => operations.map(({ kind, input }) => ({ kind, input })),
    answer: ({ status, changeId, revision, resources }) => ({
      status,
      changeId,
      revision,
      resources: [...resources],
    }),
  });

const listIn = (scope: RouteScope): Route =>
  read({
    scope,
    path: '/changes',
    summary: `Changes of ${scopes[scope]} that wait for approval or for their time, and what became of those that did`,
    tag,
    query: Asked,
    action: 'change.read',
    resource: anyChange,
    reply: ChangePage,
    answer: ({ place, query, principal }, db) => listChanges(db, place, query, principal),
  });

const showIn = (scope: RouteScope): Route =>
  read({
    scope,
    path: '/changes/{id}',
    summary: 'A change that waits or waited: what it would do, why it waits, and who approved it',
    tag,
    params: OneChange,
    action: 'change.read',
    resource: ofChange,
    reply: ChangeShown,
    answer: ({ place, params: { id }, principal }, db) => showChange(db, place, id, principal),
  });

const decisions = {
  approve: 'Approve a change; with the last approval it happens, or waits for its time',
  reject: 'Send a change back for good, with the reason',
  cancel: 'Take back a change before it happens: one’s own, or with the right to cancel those of others',
} as const;

const decideIn = (scope: RouteScope, does: keyof typeof decisions): Route =>
  decision({
    scope,
    path: `/changes/{id}/${does}`,
    summary: decisions[does],
    tag,
    params: OneChange,
    body: DecisionBody,
    // Authors cancel their own without any right; the pipeline asks for it where the change is somebody else's.
    action: does === 'cancel' ? 'change.read' : `change.${does}`,
    resource: ofChange,
    reply: ChangeView,
    note: ({ comment }) => (comment === undefined ? {} : { comment }),
    decides: ({ params: { id }, body: { digest = null } }) => ({ does, change: id, digest }),
    shows: viewOf,
  });

export const routes: readonly Route[] = (['environment', 'project', 'instance'] as const).flatMap((scope) => [
  submitIn(scope),
  listIn(scope),
  showIn(scope),
  decideIn(scope, 'approve'),
  decideIn(scope, 'reject'),
  decideIn(scope, 'cancel'),
]);
