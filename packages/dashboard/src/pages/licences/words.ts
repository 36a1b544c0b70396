import type { LicenceReply } from '../../api/licence-queries.ts';
import { dayInWords } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';

type Dates = Pick<LicenceReply, 'from' | 'to' | 'graceDays' | 'revoked'>;

interface Standing {
  readonly word: string;
  readonly tone: Tone;
  readonly until: string;
}

const dayMilliseconds = 86_400_000;

/** How a file stands where its clock is right. Days are of the customer's own calendar. */
export function standingInWords(
  { from, to, graceDays, revoked }: Dates,
  now: number,
  timeZone: string,
): Standing {
  if (revoked !== null)
    return { word: 'revoked', tone: 'bad', until: `on ${dayInWords(revoked.at, timeZone)}` };
  const end = Date.parse(to);
  const graceEnd = end + graceDays * dayMilliseconds;
  const lastDay = dayInWords(end - 1, timeZone);
  if (now < Date.parse(from))
    return { word: 'not yet valid', tone: 'info', until: `from ${dayInWords(from, timeZone)}` };
  if (now < end) return { word: 'valid', tone: 'good', until: `until ${lastDay}` };
  if (now < graceEnd)
    return { word: 'in grace', tone: 'warn', until: `until ${dayInWords(graceEnd - 1, timeZone)}` };
  return { word: 'expired', tone: 'neutral', until: `since ${lastDay}` };
}

/** Whether the application there should be given another file by now. */
export const needsNext = ({ from, to, revoked }: Dates, now: number): boolean => {
  const life = Date.parse(to) - Date.parse(from);
  return revoked === null && now >= Date.parse(from) + life * 0.75;
};
