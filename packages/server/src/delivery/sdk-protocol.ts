import type { IncomingMessage, ServerResponse } from 'node:http';
import { CustomerKey, type MeterReading, type Place } from '@latchkey/model';
import { type Authenticator, credentialOf } from '../kernel/access/authenticate.ts';
import { accept, ProblemError } from '../kernel/changes/problem-error.ts';
import type { Streams } from '../kernel/http/stream.ts';
import { placeKey } from '../kernel/ledger/append.ts';
import { isDatabaseUnavailable, type Reader } from '../kernel/store/database.ts';
import type { Recorder } from '../slices/insights/index.ts';
import type { Delivery, World } from './delivery.ts';
import { liveMeters } from './live-meters.ts';
import { type RawHandler, sendBytes, sendRawProblem } from './raw-reply.ts';
import { takeSdkEvents } from './sdk-events.ts';
import { eventId, type SdkStreams } from './sdk-streams.ts';

const prefix = '/sdk/v1/';

interface SdkDeps {
  readonly db: Reader;
  readonly delivery: Delivery;
  readonly recorder: Recorder;
  readonly authenticator: Authenticator;
  readonly streams: Streams;
  readonly sdkStreams: SdkStreams;
  readonly now: () => number;
  readonly log: (error: unknown) => void;
}

/** Who asks, for where, and which key opened the stream so that revoking the key closes it. */
interface Asker {
  readonly place: Place;
  readonly keyId: string;
}

/**
 * What our own SDKs ask for: `configuration` (all that is decided by, once), `customers/{key}` (one customer's
 * snapshot), and `stream` (both kept current). `events` takes what they counted. With an SDK key of the environment.
 */
export function sdkProtocol(deps: SdkDeps): RawHandler {
  const { db, delivery, recorder, authenticator, streams, sdkStreams, now, log } = deps;
  const configurations = new Map<string, { readonly etag: string; readonly body: Buffer }>();

  const configuration = (request: IncomingMessage, response: ServerResponse, place: Place): void => {
    const current = delivery.configuration(place);
    if (!current) throw new ProblemError('environment_unknown', 'There is no such environment.');
    const etag = `"${eventId(current.epoch, current.revision)}"`;
    let ready = configurations.get(placeKey(place));
    if (ready?.etag !== etag) {
      ready = { etag, body: Buffer.from(JSON.stringify(current)) };
      configurations.set(placeKey(place), ready);
    }
    sendBytes(request, response, ready.body, etag);
  };

  const customer = async (
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    written: string,
  ): Promise<void> => {
    const key = CustomerKey.safeParse(decoded(written));
    if (!key.success)
      throw new ProblemError('invalid_request', 'That is no key of a customer.', {}, [
        { pointer: '#/customer', detail: 'must be the key of a customer' },
      ]);
    const world = await delivery.world(place, key.data);
    if (!world) throw new ProblemError('environment_unknown', 'There is no such environment.');
    const { epoch, revision } = world.snapshot;
    const meters = await metersOf(place, world);
    // Counting makes no revision: what was counted has to be a part of the tag.
    const counted =
      meters === null ? '' : `:${Object.values(meters).reduce((sum, { version }) => sum + version + 1, 0)}`;
    sendBytes(
      request,
      response,
      Buffer.from(JSON.stringify(meters === null ? world.snapshot : { ...world.snapshot, meters })),
      `"${eventId(epoch, revision)}${counted}"`,
    );
  };

  /** Null where nothing was counted, and while the database is away: the rest of the customer is known all the same. */
  const metersOf = async (
    place: Place,
    { configuration: compiled, customer: { key } }: World,
  ): Promise<Readonly<Record<string, MeterReading>> | null> => {
    try {
      const meters = (await liveMeters(db, place, compiled, [key])).get(key);
      return meters === undefined ? null : Object.fromEntries(meters);
    } catch (error) {
      if (isDatabaseUnavailable(error)) return null;
      throw error;
    }
  };

  const stream = (request: IncomingMessage, response: ServerResponse, { place, keyId }: Asker): void => {
    const lastEventId = request.headers['last-event-id'];
    sdkStreams.add(place, typeof lastEventId === 'string' ? lastEventId : null, (catchUp, onClose) =>
      streams.open(request, response, { owner: keyId, catchUp, onClose }),
    );
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, rest: string): Promise<void> => {
    if (rest === 'events') {
      if (request.method !== 'POST') throw new ProblemError('method_not_allowed', 'Send it with POST.');
      const { place } = await askerOf(authenticator, request, now());
      await takeSdkEvents(request, response, place, recorder, now);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new ProblemError('method_not_allowed', 'Ask with GET.');
    const asker = await askerOf(authenticator, request, now());
    const [resource, name, ...more] = rest.split('/');
    if (more.length > 0) throw new ProblemError('not_found', 'There is nothing here.');
    if (resource === 'configuration' && name === undefined) configuration(request, response, asker.place);
    else if (resource === 'customers' && name) await customer(request, response, asker.place, name);
    else if (resource === 'stream' && name === undefined) {
      // Asked for its headers alone, a stream would never end.
      if (request.method === 'HEAD') throw new ProblemError('method_not_allowed', 'Ask with GET.');
      stream(request, response, asker);
    } else throw new ProblemError('not_found', 'There is nothing here.');
  };

  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(prefix)) return false;
    const end = url.indexOf('?');
    const rest = url.slice(prefix.length, end === -1 ? undefined : end);
    answer(request, response, rest).catch((error: unknown) => sendRawProblem(response, error, log));
    return true;
  };
}

async function askerOf(authenticator: Authenticator, request: IncomingMessage, now: number): Promise<Asker> {
  const value = credentialOf(request.headers);
  if (value === null)
    throw new ProblemError('unauthenticated', 'Send an SDK key as “Authorization: Bearer …”.');
  const principal = accept(await authenticator.secret(value, now));
  if (principal.kind === 'key' && principal.keyKind === 'sdk')
    return { place: principal.place, keyId: principal.id };
  throw new ProblemError('wrong_key_kind', 'This address takes server-side SDK keys only.');
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A percent sign that begins no character: it stands for itself, and the key's own rule judges it.
    return written;
  }
}
