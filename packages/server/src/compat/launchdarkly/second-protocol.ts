import { toFrame } from '../../kernel/http/stream.ts';
import type { Edition } from './edition.ts';
import { type Answers, type Asked, resultsOf } from './evaluate-all.ts';
import { bodyOf, type ItemChange, type Items } from './items.ts';

/** A message of LaunchDarkly's second protocol (“FDv2”); a poll lists them, a stream sends one after the other. */
interface Message {
  readonly event: 'server-intent' | 'put-object' | 'delete-object' | 'payload-transferred';
  readonly body: string;
}

type Intent = 'xfer-full' | 'xfer-changes' | 'none';
const reasons = { 'xfer-full': 'payload-missing', 'xfer-changes': 'stale', none: 'up-to-date' } as const;
const singular = { flags: 'flag', segments: 'segment' } as const;

/** All that a server-side SDK needs, or what it lacks if `basis` is a state that it had from here. */
export function transferOf(edition: Edition, basis: string | null): readonly Message[] {
  const { version, state } = edition;
  const changes = basis === null ? null : edition.since(basis);
  if (changes === null) return transfer('xfer-full', version, state, putsOfAll(edition.items));
  if (changes.length === 0) return [intent('none', version)];
  return changesOf(edition, changes);
}

export const changesOf = ({ version, state }: Edition, changes: readonly ItemChange[]): readonly Message[] =>
  transfer('xfer-changes', version, state, changes.map(messageOf));

/** The same for a browser or phone: always everything, unless it has just that. */
export function transferOfAnswers(
  answers: Answers,
  edition: Edition,
  asked: Asked,
  state: string,
  basis: string | null,
): readonly Message[] {
  if (basis === state) return [intent('none', edition.version)];
  const puts = resultsOf(answers, asked).map(([key, { version, ...object }]) => {
    const body = JSON.stringify({ kind: 'flag-eval', key, version, object });
    return { event: 'put-object', body } as const;
  });
  return transfer('xfer-full', edition.version, state, puts);
}

export const pollOf = (messages: readonly Message[]): string =>
  `{"events":[${messages.map(({ event, body }) => `{"event":"${event}","data":${body}}`).join(',')}]}`;

export const framesOf = (messages: readonly Message[]): Buffer => Buffer.concat(messages.map(toFrame));

const transfer = (
  code: Intent,
  version: number,
  state: string,
  objects: readonly Message[],
): readonly Message[] => [
  intent(code, version),
  ...objects,
  { event: 'payload-transferred', body: JSON.stringify({ state, version }) },
];

const intent = (intentCode: Intent, target: number): Message => ({
  event: 'server-intent',
  body: JSON.stringify({
    payloads: [{ id: 'environment', target, intentCode, reason: reasons[intentCode] }],
  }),
});

const putsOfAll = ({ segments, flags }: Items): readonly Message[] => [
  ...[...segments].map(([key, item]) => messageOf({ kind: 'segments', key, item })),
  ...[...flags].map(([key, item]) => messageOf({ kind: 'flags', key, item })),
];

function messageOf(change: ItemChange): Message {
  const kind = singular[change.kind];
  const key = JSON.stringify(change.key);
  const head = `"kind":"${kind}","key":${key}`;
  return 'item' in change
    ? {
        event: 'put-object',
        body: `{${head},"version":${change.item.version},"object":${bodyOf(change.item)}}`,
      }
    : { event: 'delete-object', body: `{${head},"version":${change.deletedAt}}` };
}
