import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type EntitledFeature, entitledFeatures, nextTransition } from '@latchkey/engine';
import { isSafeText, type Place } from '@latchkey/model';
import type { Authenticator } from '../kernel/access/authenticate.ts';
import { credentialOf } from '../kernel/access/authenticate.ts';
import { accept, ProblemError } from '../kernel/changes/problem-error.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import type { Delivery, World } from './delivery.ts';
import { type CustomerFinder, type CustomerParameter, customerParameters } from './find-customer.ts';
import { type RawHandler, sendBytes, sendRawProblem } from './raw-reply.ts';

const path = '/ems/api/v5/entitledFeatures';

/** Replies kept ready. One is about 200 bytes a row. */
const repliesMax = 20_000;

interface Reply {
  readonly world: Pick<World, 'configuration' | 'customer'>;
  /** Up to when the mere passing of time changes nothing, epoch milliseconds. */
  readonly until: number;
  readonly body: Buffer;
  readonly etag: string;
}

interface LookUpDeps {
  readonly delivery: Delivery;
  readonly authenticator: Authenticator;
  readonly customers: CustomerFinder;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

interface Question {
  readonly parameter: CustomerParameter;
  readonly customer: string;
  readonly filters: URLSearchParams;
}

/**
 * The Sentinel-style look-up: which features a customer is entitled to, in the shape that its clients know. A reply is
 * serialised once per customer, revision and stretch of time in which nothing changes, and then served from memory.
 */
export function lookUp({ delivery, authenticator, customers, now, log }: LookUpDeps): RawHandler {
  const replies = new Map<string, Reply>();

  /** The hot path: the key is remembered and the reply lies ready. Nothing is waited for. */
  const readyReply = (request: IncomingMessage, query: string, at: number): Reply | null => {
    const value =
      request.method === 'GET' || request.method === 'HEAD' ? credentialOf(request.headers) : null;
    const principal = value === null ? null : authenticator.held(value, at);
    if (principal?.kind !== 'key' || principal.keyKind !== 'client-application') return null;
    const reply = replies.get(cacheKeyOf(principal.place, query));
    return reply && reply.until > at && isCurrent(reply, delivery, principal.place) ? reply : null;
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    query: string,
    at: number,
  ): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new ProblemError('method_not_allowed', 'Ask with GET.');
    const place = await placeOfKey(authenticator, request, at);
    const question = readQuestion(query);
    const key =
      customers.remembered(place, question.parameter, question.customer) ??
      (await customers.find(place, question.parameter, question.customer));
    const world = await delivery.world(place, key);
    if (!world) throw new ProblemError('environment_unknown', 'There is no such environment.');
    const reply = makeReply(world, question.filters, at);
    if (replies.size >= repliesMax) replies.clear();
    replies.set(cacheKeyOf(place, query), reply);
    sendBytes(request, response, reply.body, reply.etag);
  };

  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(path) || (url.length > path.length && url[path.length] !== '?')) return false;
    const query = url.slice(path.length + 1);
    const at = now();
    const ready = readyReply(request, query, at);
    if (ready) sendBytes(request, response, ready.body, ready.etag);
    else answer(request, response, query, at).catch((error: unknown) => sendRawProblem(response, error, log));
    return true;
  };
}

const cacheKeyOf = (place: Place, query: string): string => `${placeKey(place)}?${query}`;

/** Nothing that the reply was made from has moved: both are replaced, never altered. */
function isCurrent({ world }: Reply, delivery: Delivery, place: Place): boolean {
  const held = delivery.heldWorld(place, world.customer.key);
  return held !== null && held.configuration === world.configuration && held.customer === world.customer;
}

async function placeOfKey(
  authenticator: Authenticator,
  request: IncomingMessage,
  now: number,
): Promise<Place> {
  const value = credentialOf(request.headers);
  if (value === null)
    throw new ProblemError('unauthenticated', 'Send the key for client applications as X-API-Key.');
  const principal = accept(await authenticator.secret(value, now));
  if (principal.kind === 'key' && principal.keyKind === 'client-application') return principal.place;
  throw new ProblemError('wrong_key_kind', 'This address takes keys for client applications only.');
}

const filterNames: ReadonlySet<string> = new Set([
  'featureName',
  'productName',
  'eId',
  'enabled',
  'includeExpired',
  'includeClosed',
  'embed',
  'pageStartIndex',
  'pageSize',
]);

function readQuestion(query: string): Question {
  const parameters = new URLSearchParams(query);
  const named = customerParameters.filter((name) => parameters.has(name));
  const [parameter, ...others] = named;
  const customer = parameter === undefined ? null : parameters.get(parameter);
  if (
    parameter === undefined ||
    others.length > 0 ||
    !customer ||
    customer.length > 200 ||
    !isSafeText(customer)
  ) {
    throw new ProblemError('invalid_request', 'Name one customer.', {}, [
      {
        pointer: `#/${parameter ?? 'customerIdentifier'}`,
        detail: `exactly one of ${customerParameters.join(', ')} must be given, with 1 to 200 characters`,
      },
    ]);
  }
  const filters = new URLSearchParams();
  for (const [name, value] of parameters) {
    if (name === parameter) continue;
    if (!filterNames.has(name) || value.length > 2000)
      throw new ProblemError('invalid_request', 'A query parameter is not known here.', {}, [
        { pointer: '#/', detail: `must be one of ${[...filterNames].join(', ')}` },
      ]);
    filters.append(name, value);
  }
  return { parameter, customer, filters };
}

function makeReply(world: World, filters: URLSearchParams, at: number): Reply {
  const { configuration, customer } = world;
  const details = filters.get('embed') === 'details';
  const rows = entitledFeatures(configuration, customer, at, { extras: true })
    .filter(fits(filters))
    .map((row) => (details ? row : withoutDetails(row)));
  const first = wholeNumber(filters, 'pageStartIndex', 0, 0, Number.MAX_SAFE_INTEGER);
  const size = wholeNumber(filters, 'pageSize', 200, 1, 200);
  const body = Buffer.from(JSON.stringify({ entitledFeatures: rows.slice(first, first + size) }));
  return {
    world: { configuration, customer },
    until: nextTransition(configuration, customer, at),
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
  };
}

/** The fields of the protocol and no others: its clients may be strict. */
const withoutDetails = ({ pkId: _, reason: __, source: ___, ...row }: EntitledFeature): EntitledFeature =>
  row;

/** The row filters of the protocol; several values of one are separated by commas, fifty at most. */
function fits(filters: URLSearchParams): (row: EntitledFeature) => boolean {
  const oneOf = (name: string): ReadonlySet<string> | null => {
    const written = filters.get(name);
    return written === null ? null : new Set(written.split(',').slice(0, 50));
  };
  const features = oneOf('featureName');
  const products = oneOf('productName');
  const eIds = oneOf('eId');
  const enabled = yesOrNo(filters, 'enabled');
  const expired = yesOrNo(filters, 'includeExpired') ?? true;
  const closed = yesOrNo(filters, 'includeClosed') ?? false;
  return (row) =>
    (features?.has(row.name) ?? true) &&
    (products === null || products.has(row.product) || products.has(row.product.replace(/ [\d.]+$/, ''))) &&
    (eIds?.has(row.eId) ?? true) &&
    (enabled === null || row.enabled === enabled) &&
    (expired || row.reason !== 'EXPIRED') &&
    (closed || row.reason !== 'CLOSED');
}

function yesOrNo(filters: URLSearchParams, name: string): boolean | null {
  const written = filters.get(name);
  if (written === null) return null;
  if (written === 'true' || written === 'false') return written === 'true';
  throw new ProblemError('invalid_request', 'A filter is not understood.', {}, [
    { pointer: `#/${name}`, detail: 'must be true or false' },
  ]);
}

function wholeNumber(
  filters: URLSearchParams,
  name: string,
  standard: number,
  min: number,
  max: number,
): number {
  const written = filters.get(name);
  if (written === null) return standard;
  const value = Number(written);
  if (/^\d{1,15}$/.test(written) && value >= min && value <= max) return value;
  throw new ProblemError('invalid_request', 'A page is out of range.', {}, [
    { pointer: `#/${name}`, detail: `must be a whole number from ${min} to ${max}` },
  ]);
}
