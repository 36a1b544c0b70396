import type { DeliveryReply } from '../../api/webhook-queries.ts';
import { countOf } from '../../ui/impact-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';

type Sent = Pick<DeliveryReply, 'status' | 'attempts' | 'lastAt' | 'lastStatus' | 'lastError' | 'nextAt'>;

interface Health {
  readonly word: string;
  readonly tone: Tone;
  /** When something was last sent, whatever came of it. */
  readonly lastAt: string | null;
  /** The last reason for which a message did not arrive, while that is how it stands. */
  readonly because: string | null;
}

/** How a webhook does, by what came of the last attempt. */
export function healthOf(on: boolean, deliveries: readonly Sent[]): Health {
  const last = deliveries
    .filter(({ lastAt }) => lastAt !== null)
    .reduce<Sent | null>((newest, one) => ((newest?.lastAt ?? '') < (one.lastAt ?? '') ? one : newest), null);
  const lastAt = last?.lastAt ?? null;
  if (!on) return { word: 'Paused', tone: 'neutral', lastAt, because: null };
  if (last === null) return { word: 'Nothing sent yet', tone: 'info', lastAt, because: null };
  if (last.status === 'delivered') return { word: 'Works', tone: 'good', lastAt, because: null };
  const because = answerInWords(last);
  return last.status === 'waiting'
    ? { word: 'Trying again', tone: 'warn', lastAt, because }
    : { word: 'Does not arrive', tone: 'bad', lastAt, because };
}

/** “Of the last 50 messages: 2 given up, 1 to be tried again”; null while all of them arrive. */
export function missedInWords(deliveries: readonly Sent[]): string | null {
  const failed = deliveries.filter(({ status }) => status === 'failed').length;
  const again = deliveries.filter(({ status, attempts }) => status === 'waiting' && attempts > 0).length;
  if (failed + again === 0) return null;
  const parts = [
    ...(failed > 0 ? [`${failed} given up`] : []),
    ...(again > 0 ? [`${again} to be tried again`] : []),
  ];
  return `Of the last ${countOf(deliveries.length, 'message')}: ${parts.join(', ')}`;
}

/** Where a message is. One that waits for its next attempt has not arrived at the last one. */
export function statusOf({ status, attempts }: Sent): { readonly word: string; readonly tone: Tone } {
  if (status === 'delivered') return { word: 'Arrived', tone: 'good' };
  if (status === 'failed') return { word: 'Given up', tone: 'bad' };
  return attempts === 0 ? { word: 'On its way', tone: 'info' } : { word: 'To be tried again', tone: 'warn' };
}

/** What came of the last attempt, and when there is another. */
export function attemptsInWords(delivery: Sent): string {
  const { attempts, nextAt } = delivery;
  if (attempts === 0) return 'Sent within seconds.';
  const answer = answerInWords(delivery);
  const said = `${countOf(attempts, 'attempt')}: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}`;
  return nextAt === null ? said : `${said} Next at ${momentInWords(nextAt)}.`;
}

const answerInWords = ({ lastStatus, lastError }: Sent): string =>
  lastError ?? `The address answered ${lastStatus ?? 'nothing'}.`;
