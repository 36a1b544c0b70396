import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { Id, Key, type Place, type Refusal } from '@latchkey/model';
import { z } from 'zod';
import { authoriseBeforeLoading } from '../../kernel/access/authorise.ts';
import type { Principal } from '../../kernel/access/principal.ts';
import { accept, ProblemError } from '../../kernel/changes/problem-error.ts';
import type { OwnRoutes } from '../../kernel/http/own-routes.ts';
import { parsePart } from '../../kernel/http/request-context.ts';
import { resourcePath } from '../../kernel/ledger/subjects.ts';
import type { Database } from '../../kernel/store/database.ts';
import { memberLines } from './export.ts';
import { segmentStore } from './list.ts';
import { ContextKind } from './operations/list-members.ts';
import { UploadView } from './schemas.ts';
import { receiveUpload } from './uploads.ts';

export interface UploadDeps {
  readonly db: Database;
  readonly authenticate: (headers: IncomingHttpHeaders, now: number) => Promise<Principal | Refusal>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A million keys of a hundred characters. */
const bodyBytesMax = 128 * 1024 * 1024;
const segmentUrl = '/api/v1/projects/:project/environments/:environment/segments/:segment';
const uploadUrl = `${segmentUrl}/uploads/:upload`;
const exportUrl = `${segmentUrl}/members.csv`;

const OfSegment = z.strictObject({ project: Key, environment: Key, segment: Key });
const OfUpload = OfSegment.extend({ upload: Id });
const Asked = z.strictObject({ contextKind: ContextKind });

/**
 * Lists too long for a JSON body, in and out. Receiving one changes nothing yet, so it is no Change; taking it in is:
 * `POST …/imports`. These routes stream, so they stand beside the declared ones.
 */
export const uploadRoutes = (deps: UploadDeps): OwnRoutes => ({
  forBrowsers: true,
  declares: [
    {
      method: 'PUT',
      url: uploadUrl,
      summary:
        'Send a list of up to a million context keys, one a line or as CSV, under an id of your choice',
      tag: 'Segments',
      reply: UploadView,
    },
    {
      method: 'GET',
      url: exportUrl,
      summary: 'Everybody who is listed in a segment, as CSV',
      tag: 'Segments',
    },
  ],
  mount(app) {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(['text/csv', 'text/plain'], (_request, body, done) => done(null, body));
    app.route({
      method: 'PUT',
      url: uploadUrl,
      bodyLimit: bodyBytesMax,
      async handler(request, reply) {
        const { project, environment, segment, upload } = await allowed(
          request,
          OfUpload,
          'segment.import',
          deps,
        );
        const { contextKind } = parsePart('query', Asked, { ...(request.query as object) }) as z.infer<
          typeof Asked
        >;
        const place = { project, environment };
        await assertSegment(deps.db, place, segment);
        if (!(request.body instanceof Readable))
          throw new ProblemError('invalid_request', 'The body is the list.');
        const list = { id: upload, place, segment, contextKind, now: deps.now() };
        const received = await receiveUpload(deps.db, list, bounded(request.body));
        return reply.status(received.state === 'received' ? 201 : 400).send(received);
      },
    });
    app.route({
      method: 'GET',
      url: exportUrl,
      async handler(request, reply) {
        const { project, environment, segment } = await allowed(request, OfSegment, 'segment.read', deps);
        const place = { project, environment };
        await assertSegment(deps.db, place, segment);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${segment}.csv"`)
          .send(Readable.from(memberLines(deps.db.reader, place, segment)));
      },
    });
  },
});

interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly params: unknown;
  principal: Principal | null;
}

/** Who asks and where, checked before a byte of the list is read. */
async function allowed<Params extends z.infer<typeof OfSegment>>(
  request: Asking,
  schema: z.ZodType<Params>,
  action: string,
  { authenticate, now }: UploadDeps,
): Promise<Params> {
  const principal = accept(await authenticate(request.headers, now()));
  request.principal = principal;
  const params = parsePart('path', schema, request.params) as Params;
  const resource = resourcePath(params, `segment/${params.segment}`);
  const refusal = authoriseBeforeLoading(principal, { action, resource });
  if (refusal) accept(refusal);
  return params;
}

async function assertSegment(db: Database, place: Place, segment: string): Promise<void> {
  if (!(await segmentStore.one(db.reader, place, segment))) {
    throw new ProblemError('segment_unknown', `There is no segment ${segment}.`);
  }
}

/** A length that was not announced is counted. */
function bounded(body: Readable): Readable {
  let bytes = 0;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) body.destroy(new ProblemError('request_too_large', 'The list is too long.'));
  });
  return body.pause();
}
