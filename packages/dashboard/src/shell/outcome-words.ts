import type { Saved } from '../api/client.ts';
import { momentInWords } from '../ui/time-words.ts';

/** What the notification says. Sent for approval is not saved, and must not read like it. */
export function outcomeInWords(
  saved: Saved<unknown>,
  done: string,
): {
  readonly message: string;
  readonly color: string;
  readonly title?: string;
} {
  switch (saved.outcome) {
    case 'done':
      return { message: done, color: 'green' };
    case 'scheduled':
      return { message: `It will happen on ${momentInWords(saved.effectiveAt)}.`, color: 'green' };
    case 'pending':
      return {
        title: 'Sent for approval',
        message: 'Nothing has changed yet. You find it under Changes, where you can also take it back.',
        color: 'yellow',
      };
  }
}
