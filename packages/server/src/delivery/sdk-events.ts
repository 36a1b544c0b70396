import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromInstant, type Milliseconds, type Place, readInstant } from '@latchkey/model';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { readRawJson } from '../kernel/http/raw-body.ts';
import type { Recorder } from '../slices/insights/index.ts';

const limits = { bytesMax: 4 * 1_048_576, unpackedBytesMax: 16 * 1_048_576 };
/** More than our SDK holds. */
const countsMax = 50_000;
/** Clocks are seldom further apart; a smaller difference may as well be the way that the report took. */
const skewMilliseconds = 60_000;
/** Enough names to find the fault by. */
const ignoredNamed = 20;

/** Takes what our SDK counted. Answered when it is written: until then the sender keeps it. */
export async function takeSdkEvents(
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
  recorder: Recorder,
  now: () => Milliseconds,
): Promise<void> {
  const report = reportIn(await readRawJson(request, limits), now());
  const { counted, ignored } = await recorder.take({ place, ...report });
  const body = JSON.stringify({
    counted,
    ignored: ignored.length,
    because: ignored.slice(0, ignoredNamed),
  });
  response.writeHead(202, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function reportIn(body: unknown, now: Milliseconds) {
  const { id, sentAt, evaluations, checks, dropped } = fieldsOf(body);
  const name = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : null;
  const sent = typeof sentAt === 'string' ? readInstant(sentAt) : null;
  if (name === null) throw wrong('id', 'must be a name of up to 64 letters, digits, underscores or hyphens');
  if (sent === null) throw wrong('sentAt', 'must be a date and time');
  const ahead = now - fromInstant(sent);
  return {
    id: name,
    evaluations: listIn(evaluations, 'evaluations'),
    checks: listIn(checks, 'checks'),
    skewMilliseconds: Math.abs(ahead) > skewMilliseconds ? ahead : 0,
    dropped: Number.isSafeInteger(dropped) && (dropped as number) > 0 ? (dropped as number) : 0,
  };
}

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new ProblemError('invalid_request', 'A report is an object.');
};

function listIn(written: unknown, field: string): readonly unknown[] {
  if (written === undefined) return [];
  if (!Array.isArray(written)) throw wrong(field, 'must be a list');
  if (written.length > countsMax) throw wrong(field, `must have ${countsMax} members at most`);
  return written;
}

const wrong = (field: string, detail: string): ProblemError =>
  new ProblemError('invalid_request', `“${field}” is not as expected.`, {}, [
    { pointer: `#/${field}`, detail },
  ]);
