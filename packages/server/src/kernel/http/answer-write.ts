import { createHash } from 'node:crypto';
import { ChangeNote, fromInstant, type Place } from '@latchkey/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Change } from '../changes/change.ts';
import { ProblemError } from '../changes/problem-error.ts';
import { allowed } from './answer-read.ts';
import { readIfMatch, toEtag } from './etag.ts';
import { contextOf, parsePart } from './request-context.ts';
import type { RouteDeps } from './route-deps.ts';
import type { Applied, Route, RouteContext, WriteRoute } from './routes.ts';

const anything = z.record(z.string(), z.unknown());
const nothing = z.strictObject({});

/** Turns a request into a Change, hands it to the pipeline, and says what came of it. */
export async function answerWrite(
  route: Route & WriteRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: RouteDeps,
): Promise<FastifyReply> {
  const context = await contextOf(route, request, deps);
  const { change: writtenNote = {}, ...own } = parsePart('body', anything, request.body ?? {}) as {
    change?: unknown;
  };
  const body = parsePart('body', route.body ?? nothing, own);
  const note = { ...(parsePart('change', ChangeNote, writtenNote) as ChangeNote), ...route.note?.(body) };
  const asked = { ...context, body };
  const prepared = await route.prepare?.(asked, deps.reader);
  const outcome = await deps.submit({
    ...changeOf(route, request, context, note),
    id: deps.newChangeId(),
    calls: route.operations(asked, prepared),
    decision: route.decides?.(asked),
  });
  if (outcome.status !== 'previewed') {
    reply.header('x-latchkey-revision', String(outcome.revision));
    if (outcome.replayed) reply.header('idempotent-replayed', 'true');
  }
  switch (outcome.status) {
    case 'previewed':
      return reply.send(outcome);
    case 'pending':
    case 'scheduled': {
      const { replayed: _, revision: __, ...waiting } = outcome;
      return reply
        .status(202)
        .header('location', changeAddress(context.place, outcome.changeId))
        .send(waiting);
    }
    case 'decided':
      return reply.send(allowed(route.reply, route.shows?.(outcome.change)));
    case 'applied':
      setEtag(route, context, outcome, reply);
      return reply.status(route.status).send(allowed(route.reply, route.answer(outcome, asked, prepared)));
  }
}

/** Where somebody looks, who wants to know what became of it. */
function changeAddress({ project, environment }: Place, id: string): string {
  const inProject = project === '' ? '' : `/projects/${project}`;
  const inEnvironment = environment === '' ? '' : `/environments/${environment}`;
  return `/api/v1${inProject}${inEnvironment}/changes/${id}`;
}

function changeOf(
  route: Route & WriteRoute,
  request: FastifyRequest,
  { place, principal, now, params }: RouteContext<unknown, unknown>,
  { comment, links = [], effectiveAt, preview = false, requestApproval = false }: ChangeNote,
): Omit<Change, 'id' | 'calls'> {
  const version = readIfMatch(request.headers['if-match']);
  const edited = route.edits?.(params);
  if (version !== null && !edited) {
    throw new ProblemError(
      'invalid_request',
      'If-Match means nothing here: this request edits no one resource.',
    );
  }
  return {
    place,
    principal,
    now,
    preview,
    requestApproval,
    comment: comment ?? commentHeader(request) ?? '',
    links: links.map(({ url, ...rest }) => ({ url, ...rest })),
    effectiveAt: effectiveAt === undefined ? null : fromInstant(effectiveAt),
    basedOn: version !== null && edited ? { ...edited, version } : null,
    idempotency: idempotencyOf(request),
  };
}

const Comment = ChangeNote.shape.comment;

/** Header text arrives as single bytes; comments are written in UTF-8. */
function commentHeader({ headers }: FastifyRequest): string | undefined {
  const written = headers['x-change-comment'];
  if (typeof written !== 'string') return undefined;
  const comment = Buffer.from(written, 'latin1').toString('utf8').trim();
  const read = Comment.safeParse(comment);
  if (read.success) return read.data;
  throw new ProblemError('invalid_request', 'X-Change-Comment is a text of at most 4000 characters.');
}

/** The same key with the same request brings back the first outcome; with another request it is refused. */
function idempotencyOf(request: FastifyRequest): Change['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProblemError(
      'invalid_request',
      'Idempotency-Key is 1 to 255 printable characters without spaces.',
    );
  }
  const asked = [request.method, request.url, JSON.stringify(request.body ?? null)];
  return { key, requestHash: createHash('sha256').update(asked.join('\n')).digest('hex') };
}

/** The version of what was edited, or of the first thing that was made. */
function setEtag(
  route: Route & WriteRoute,
  { params }: RouteContext<unknown, unknown>,
  { resources }: Applied,
  reply: FastifyReply,
): void {
  const edited = route.edits?.(params);
  const touched = edited
    ? resources.find(({ kind, id }) => kind === edited.kind && id === edited.id)
    : resources[0];
  if (touched && touched.version > 0) reply.header('etag', toEtag(touched.version));
}
