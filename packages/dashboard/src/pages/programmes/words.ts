import type { ProgrammeState } from '@latchkey/model';
import type { ProgrammeReply } from '../../api/programme-queries.ts';
import { dayInWords, daysInWords, endsSoon } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';

export const kindWords = { trial: 'Trial', poc: 'POC' } as const satisfies Record<
  ProgrammeReply['kind'],
  string
>;

export const stateWords = {
  planned: { word: 'Planned', tone: 'info' },
  running: { word: 'Running', tone: 'good' },
  in_grace: { word: 'In grace', tone: 'warn' },
  won: { word: 'Won', tone: 'good' },
  lost: { word: 'Lost', tone: 'bad' },
  expired: { word: 'Expired', tone: 'neutral' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<ProgrammeState, { readonly word: string; readonly tone: Tone }>;

export const isOpen = ({ state }: Pick<ProgrammeReply, 'state'>): boolean =>
  state === 'planned' || state === 'running' || state === 'in_grace';

/** “Gold”, “SSO and 2 more”. */
export function overlayInWords(
  { overlays }: Pick<ProgrammeReply, 'overlays'>,
  nameOf: { readonly plan: (key: string) => string; readonly feature: (key: string) => string },
): string {
  if ('plan' in overlays) return nameOf.plan(overlays.plan);
  const [first, ...others] = overlays.features.map(({ feature }) => nameOf.feature(feature));
  return others.length === 0 ? (first ?? '') : `${first} and ${others.length} more`;
}

/** “ends in 3 days”, “until 31 Mar 2027”, “since 3 Mar 2027”: the one date that matters in this state. */
export function endInWords(
  { state, from, to, endsAt, outcome }: Pick<ProgrammeReply, 'state' | 'from' | 'to' | 'endsAt' | 'outcome'>,
  now: number,
  timeZone = 'UTC',
): string {
  if (state === 'planned') return `begins ${daysInWords(from, now)}`;
  if (outcome !== null) return `on ${dayInWords(outcome.at, timeZone)}`;
  if (state === 'in_grace') return `grace ends ${daysInWords(endsAt, now)}`;
  return endsSoon(to, now, 60)
    ? `ends ${daysInWords(to, now)}`
    : `until ${dayInWords(Date.parse(to) - 1, timeZone)}`;
}

/** What happens by itself when the time is over. */
export function endActionInWords(
  { endAction }: Pick<ProgrammeReply, 'endAction'>,
  planName: (key: string) => string,
): string {
  switch (endAction.does) {
    case 'revert':
      return 'then everything is as before';
    case 'convert':
      return `then ${planName(endAction.plan)} is bought`;
    case 'freeze':
      return 'then the customer is on hold';
  }
}
