import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromOpenFeature, openFeatureAnswers, UnusableContext } from '@latchkey/engine/openfeature';
import type { Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import type { RawHandler } from '../../delivery/raw-reply.ts';
import { eventId } from '../../delivery/sdk-streams.ts';
import type { Authenticator } from '../../kernel/access/authenticate.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Streams } from '../../kernel/http/stream.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';
import type { Recorder } from '../../slices/insights/index.ts';
import { SecureMode } from '../launchdarkly/secure-mode.ts';
import { type Asker, askerOf, heldAsker } from './asker.ts';
import { contextIn, readBody } from './body.ts';
import { askedIn, mayRead } from './evaluate.ts';
import { EventStreams } from './event-streams.ts';
import { sendError, sendFailure } from './failures.ts';
import { ListedContexts } from './listed-contexts.ts';
import { liveKey } from './live-key.ts';
import { Replies, type Reply, tagStillGood, textOf } from './replies.ts';
import { Tickets } from './tickets.ts';

const prefix = '/ofrep/v1/';
const bulkPath = `${prefix}evaluate/flags`;
const eventsPath = `${prefix}events`;

const hashHeader = 'x-latchkey-context-hash';

interface OfrepDeps {
  readonly db: Database;
  readonly box: SecretBox;
  readonly delivery: Delivery;
  readonly authenticator: Authenticator;
  readonly streams: Streams;
  readonly recorder: Recorder;
  /** What addresses of ours begin with, as clients see it. */
  readonly publicUrl: string | null;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

interface OfrepWire {
  readonly handler: RawHandler;
  /** Open event streams. */
  readonly count: () => number;
  readonly stop: () => void;
}

/** The OpenFeature Remote Evaluation Protocol, 0.3.0: one flag, all flags, and streams that say when to ask again. */
export function ofrepWire({
  db,
  box,
  delivery,
  authenticator,
  streams,
  recorder,
  publicUrl,
  now,
  log,
}: OfrepDeps): OfrepWire {
  const listed = new ListedContexts(db.reader, delivery);
  const tickets = new Tickets(box);
  const secureMode = new SecureMode({ db, box, delivery });
  const eventStreams = new EventStreams({ delivery, streams, now, log });
  // Without an origin: clients ask at the one that they know us by.
  const basePath = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  const deps = { delivery, listed };
  const replies = new Replies({
    ...deps,
    streamUri: (ticket, at) => `${basePath}${eventsPath}?ticket=${tickets.write(ticket, at)}`,
  });

  /** A page's key is no secret: where contexts must be signed, it is answered for those that are. */
  const assertVouchedFor = async (
    asker: Asker,
    request: IncomingMessage,
    question: Buffer,
  ): Promise<void> => {
    const given = asker.isPublic ? fromOpenFeature(contextIn(question)) : null;
    if (given === null || given instanceof UnusableContext) return;
    const hash = request.headers[hashHeader];
    await secureMode.verify(
      asker.place,
      given.context,
      typeof hash === 'string' ? hash : null,
      'X-Latchkey-Context-Hash',
    );
  };

  const answerBulk = async (
    request: IncomingMessage,
    response: ServerResponse,
    question: Buffer,
  ): Promise<void> => {
    const asker = await askerOf(authenticator, request, now());
    await assertVouchedFor(asker, request, question);
    const isCurrent = await hasReached(delivery, asker.place, request.url ?? '');
    const at = now();
    const reply = replies.ready(asker, question, at) ?? (await replies.make(asker, question, at));
    if (reply instanceof UnusableContext) sendUnusable(response, reply, null);
    else sendReply(request, response, reply, isCurrent ? at : null);
  };

  /** The hot path: the key is remembered, and the reply lies ready. Nothing is waited for. */
  const readyReply = (request: IncomingMessage, question: Buffer, at: number): Reply | null => {
    if (request.url !== bulkPath) return null;
    const asker = heldAsker(authenticator, request, at);
    if (asker === null || (asker.isPublic && !secureMode.isKnownOff(asker.place))) return null;
    return replies.ready(asker, question, at);
  };

  const answerOne = async (
    request: IncomingMessage,
    response: ServerResponse,
    key: string,
    question: Buffer,
  ): Promise<void> => {
    const asker = await askerOf(authenticator, request, now());
    await assertVouchedFor(asker, request, question);
    const asked = await askedIn(deps, asker, contextIn(question));
    if (asked instanceof UnusableContext) {
      sendUnusable(response, asked, key);
      return;
    }
    const { configuration } = asked;
    // What a browser may not read is not there for it.
    if (!mayRead(asker, configuration, key)) throw new ProblemError('flag_unknown', '');
    const answer = openFeatureAnswers(configuration, asked, now()).answer(key);
    // Of all flags at once nobody knows which are used; what is asked for by name is.
    recorder.evaluated(asker.place, key, 'errorCode' in answer ? null : answer.variation);
    if ('errorCode' in answer) {
      const { errorCode, errorDetails } = answer;
      sendFailure(response, errorCode === 'FLAG_NOT_FOUND' ? 404 : 400, { errorCode, errorDetails }, key);
      return;
    }
    const body = Buffer.from(textOf(answer));
    response.writeHead(200, { ...jsonHeaders, 'content-length': body.length });
    response.end(body);
  };

  const openStream = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
  ): Promise<void> => {
    if (request.method !== 'GET') throw new ProblemError('method_not_allowed', 'Open the stream with GET.');
    const written = new URLSearchParams(url.slice(url.indexOf('?'))).get('ticket') ?? '';
    const ticket = tickets.read(written, now());
    if (ticket === null || !(await liveKey(db.reader, authenticator, ticket, now())))
      throw new ProblemError(
        'unauthenticated',
        'The ticket is over, or none of ours: evaluate again for a new one.',
      );
    await eventStreams.open(request, response, ticket);
  };

  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    flag: string | null,
    question: Buffer,
    fail: (error: unknown) => void,
  ): void => {
    const at = now();
    const ready = flag === null ? readyReply(request, question, at) : null;
    if (ready !== null) sendReply(request, response, ready, at);
    else if (flag === null) answerBulk(request, response, question).catch(fail);
    else answerOne(request, response, flag, question).catch(fail);
  };

  return {
    handler(request, response) {
      const url = request.url ?? '';
      if (!url.startsWith('/ofrep/')) return false;
      if (request.headers.origin !== undefined) openToAllOrigins(response);
      const end = url.indexOf('?');
      const path = end === -1 ? url : url.slice(0, end);
      const flag = path.startsWith(`${bulkPath}/`) ? decoded(path.slice(bulkPath.length + 1)) : null;
      const fail = (error: unknown): void => sendError(response, error, flag || null, log);
      if (request.method === 'OPTIONS') answerPreflight(response);
      else if (path === eventsPath) openStream(request, response, url).catch(fail);
      else if (path !== bulkPath && !flag) fail(new ProblemError('not_found', 'There is nothing here.'));
      else if (request.method !== 'POST') fail(new ProblemError('method_not_allowed', 'Ask with POST.'));
      else readBody(request, (question) => answer(request, response, flag, question, fail), fail);
      return true;
    },
    count: () => eventStreams.count(),
    stop() {
      eventStreams.stop();
      listed.stop();
      secureMode.stop();
    },
  };
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  unchangedAt: number | null,
): void {
  const tag =
    unchangedAt === null ? null : tagStillGood(request.headers['if-none-match'], reply, unchangedAt);
  if (tag !== null) {
    response.writeHead(304, { etag: tag, 'cache-control': 'private, no-cache' });
    response.end();
    return;
  }
  response.writeHead(200, {
    'content-type': jsonHeaders['content-type'],
    'content-length': reply.body.length,
    etag: reply.etag,
    'cache-control': 'private, no-cache',
  });
  response.end(reply.body);
}

const sendUnusable = (
  response: ServerResponse,
  { errorCode, detail }: UnusableContext,
  flag: string | null,
): void => sendFailure(response, 400, { errorCode, errorDetails: detail }, flag);

/**
 * Whether this node knows what the client was told of. A client that heard from another node may be ahead of this one:
 * it is waited for a moment, and answered in full rather than “unchanged” by a node that does not know better.
 */
async function hasReached(delivery: Delivery, place: Place, url: string): Promise<boolean> {
  const at = url.indexOf('flagConfigEtag=');
  if (at === -1) return true;
  const told = new URLSearchParams(url.slice(url.indexOf('?'))).get('flagConfigEtag') ?? '';
  const [, epoch = '', written = ''] = /^"?(.*):(\d{1,15})"?$/.exec(told) ?? [];
  const isThere = (): boolean => {
    const present = delivery.configuration(place);
    if (present === null) return false;
    return (
      told === eventId(epoch, Number(written)) &&
      present.epoch === epoch &&
      present.revision >= Number(written)
    );
  };
  if (!isThere() && written !== '' && delivery.configuration(place)?.epoch === epoch)
    await delivery.settle(place, Number(written));
  return isThere();
}

/** What is told is told to whoever has the key, so pages of any origin may ask. Refusals must be readable too. */
function openToAllOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'ETag, Retry-After');
}

function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'POST, GET, OPTIONS',
    'access-control-allow-headers':
      'Authorization, Content-Type, If-None-Match, X-API-Key, X-Latchkey-Context-Hash, Last-Event-ID',
    'access-control-max-age': '7200',
  });
  response.end();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that begins no character stands for itself.
    return part;
  }
}
