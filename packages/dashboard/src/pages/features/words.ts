import type { Feature, FeatureKind, FeatureSource, FeatureState, PlanItem } from '@latchkey/model';
import { joined } from '../../ui/impact-words.ts';
import type { Tone } from '../../ui/tone.ts';

/** Kinds by what they answer, for people who sell them. */
export const kindWords = {
  switch: { word: 'On or off', about: 'They have it or they do not.' },
  number: { word: 'Number', about: 'How many they may have, such as seats.' },
  level: { word: 'Level', about: 'One of ordered words, such as a service level.' },
  set: { word: 'Set', about: 'A list of what is included, such as regions.' },
  config: { word: 'Configuration', about: 'Settings that the application reads.' },
  meter: { word: 'Meter', about: 'Counted as it is used, and starts again each period.' },
} as const satisfies Record<FeatureKind, { readonly word: string; readonly about: string }>;

export const stateWords = {
  draft: { word: 'Draft', tone: 'neutral', about: 'Being prepared.' },
  beta: { word: 'Beta', tone: 'info', about: 'For a few, with their eyes open.' },
  general: { word: 'General', tone: 'good', about: 'For sale.' },
  deprecated: { word: 'Deprecated', tone: 'warn', about: 'Still works; sell something else.' },
  sunset: { word: 'Sunset', tone: 'warn', about: 'Ends customer by customer.' },
  retired: { word: 'Retired', tone: 'neutral', about: 'Gone for good.' },
} as const satisfies Record<
  FeatureState,
  { readonly word: string; readonly tone: Tone; readonly about: string }
>;

/** Where a feature can go next; the server refuses every other step. */
export const nextStates = {
  draft: ['beta', 'general'],
  beta: ['general', 'draft', 'deprecated'],
  general: ['deprecated'],
  deprecated: ['sunset', 'general', 'retired'],
  sunset: ['retired', 'deprecated'],
  retired: [],
} as const satisfies Record<FeatureState, readonly FeatureState[]>;

export const sourceWords = {
  latchkey: 'made here',
  launchdarkly: 'LaunchDarkly',
  split: 'Split',
} as const satisfies Record<FeatureSource['platform'], string>;

const number = new Intl.NumberFormat('en');
/** “seats” of one is “seat”. Units are short English plurals; others stay as they are. */
const singular = (unit: string): string => (/[^s]s$/.test(unit) ? unit.slice(0, -1) : unit);

const everyWords = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
} as const;

/** What a plan gives of a feature, as it stands in a cell: “Included”, “10 seats”, “+50,000”, “100,000 a month”. */
export function itemInWords(item: PlanItem, unit: Feature['unit'] = null): string {
  const { effect, value, unlimited, reset, perQuantity } = item;
  const every = reset ? ` ${everyWords[reset.every]}` : '';
  const each = perQuantity ? ' each' : '';
  if (effect === 'allow') return 'Included';
  if (unlimited || value === 'unlimited') return 'Unlimited';
  if (effect === 'set' && value === 1 && perQuantity && every === '') return 'As many as bought';
  if (typeof value === 'number') {
    const amount = `${effect === 'add' ? '+' : ''}${number.format(value)}`;
    const named = unit !== null && every === '' ? `${amount} ${value === 1 ? singular(unit) : unit}` : amount;
    return `${named}${every}${each}`;
  }
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return joined(value.map(String));
  return 'Configured';
}
