import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Place, toInstant } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { readRawJson } from '../../kernel/http/raw-body.ts';
import type { Recorder } from '../../slices/insights/index.ts';

/** What one post of events may be; the SDKs send some hundred kilobytes at most. */
const limits = { bytesMax: 5 * 1_048_576, unpackedBytesMax: 32 * 1_048_576 };
/** Counters taken from one post: an SDK has one for each flag, variation and version that it saw within seconds. */
const countersMax = 50_000;

interface EventsDeps {
  readonly recorder: Recorder;
  readonly now: () => number;
}

/**
 * Takes what SDKs report of their evaluations. The sums in it are counted, under the moment at which they arrive,
 * because the clocks of browsers and phones may be anywhere; nothing about the contexts is kept. What cannot be read is
 * left out: a refusal would make the application stop reporting until it is started again.
 */
export async function takeEvents(
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
  { recorder, now }: EventsDeps,
): Promise<void> {
  const body = await readRawJson(request, limits).catch((error: unknown) => {
    const isUnreadable = error instanceof ProblemError && unreadable.has(error.code);
    if (!isUnreadable) throw error;
    // One count that fits nothing, so that it is seen that somebody sends what nobody can read.
    return [{ kind: 'summary', features: { '?': { counters: [null] } } }];
  });
  const evaluations = countersIn(body, toInstant(now()));
  const named = request.headers['x-launchdarkly-payload-id'];
  const id = typeof named === 'string' && /^[\w-]{1,64}$/.test(named) ? named : null;
  if (evaluations.length > 0)
    await recorder.take({ place, id, evaluations, checks: [], skewMilliseconds: 0, dropped: 0 });
  response.writeHead(202, { 'content-length': 0 });
  response.end();
}

const unreadable: ReadonlySet<string> = new Set(['too_deep', 'invalid_json']);

/** The counters of every summary, as they were written. Events about single evaluations are in the sums as well. */
function countersIn(body: unknown, at: string): readonly unknown[] {
  const counts: unknown[] = [];
  for (const event of Array.isArray(body) ? body : [body]) {
    const { kind, features } = fieldsOf(event);
    if (kind !== 'summary') continue;
    for (const [flag, feature] of Object.entries(fieldsOf(features))) {
      const { counters } = fieldsOf(feature);
      for (const counter of Array.isArray(counters) ? counters : []) {
        if (counts.length >= countersMax) return counts;
        counts.push(countIn(flag, counter, at));
      }
    }
  }
  return counts;
}

function countIn(flag: string, counter: unknown, at: string): unknown {
  const { variation, unknown, count } = fieldsOf(counter);
  // Without a variation, or for a flag that the SDK did not know, the application got its own default.
  return { flag, variation: unknown === true ? null : (variation ?? null), count, at };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
