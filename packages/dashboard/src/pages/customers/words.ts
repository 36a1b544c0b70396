import type {
  Customer,
  Decision,
  DecisionSource,
  Feature,
  Grant,
  GrantOrigin,
  JsonValue,
} from '@latchkey/model';
import { countOf, joined } from '../../ui/impact-words.ts';
import { endInWords } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';

/** Where a right comes from, in one word. */
export const originWords = {
  subscription: 'Plan',
  addon: 'Add-on',
  trial: 'Trial',
  poc: 'Proof of concept',
  promotion: 'Promotion',
  goodwill: 'Goodwill',
  contract: 'Contract',
  support: 'Support',
  legal: 'Legal',
  import: 'Import',
  default_plan: 'Default plan',
} as const satisfies Record<GrantOrigin, string>;

/** Paid access is calm; what was given or ends stands out. */
export const originTones = {
  subscription: 'info',
  addon: 'info',
  trial: 'warn',
  poc: 'warn',
  promotion: 'gift',
  goodwill: 'gift',
  contract: 'neutral',
  support: 'gift',
  legal: 'bad',
  import: 'neutral',
  default_plan: 'neutral',
} as const satisfies Record<GrantOrigin, Tone>;

export const stateWords = {
  prospect: { word: 'Prospect', tone: 'info' },
  active: { word: 'Active', tone: 'good' },
  suspended: { word: 'Suspended', tone: 'bad' },
  archived: { word: 'Archived', tone: 'neutral' },
} as const satisfies Record<Customer['state'], { readonly word: string; readonly tone: Tone }>;

/** “Gold”, “Goodwill: outage on 3 March”: what the chip of a source says. */
export const sourceInWords = ({ origin, label, plan }: DecisionSource): string =>
  plan !== null || label === '' ? label || originWords[origin] : originWords[origin];

const number = new Intl.NumberFormat('en');

/** The right itself: “10 seats”, “Unlimited”, “eu and us”, “Included”. */
export function valueInWords(
  value: JsonValue,
  feature: Pick<Feature, 'kind' | 'unit'> | undefined,
  allowed: boolean,
): string {
  if (!allowed && (value === null || value === false)) return 'Not included';
  if (value === 'unlimited') return feature?.unit ? `Unlimited ${feature.unit}` : 'Unlimited';
  if (typeof value === 'number') return [number.format(value), feature?.unit].filter(Boolean).join(' ');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'Nothing' : joined(value.map(String));
  if (typeof value === 'object' && value !== null) return 'Configured';
  return 'Included';
}

/** How much of a limit is used, between 0 and 1; null where nothing is counted or nothing stops. */
export function shareUsed({ used, limit }: Pick<Decision, 'used' | 'limit'>): number | null {
  if (used === null || limit === null || limit === 'unlimited') return null;
  return limit === 0 ? 1 : Math.min(1, used / limit);
}

export function usedInWords({ used, limit }: Pick<Decision, 'used' | 'limit'>): string | null {
  if (limit === null || used === null) return null;
  if (limit === 'unlimited') return `${number.format(used)} used`;
  return `${number.format(used)} of ${number.format(limit)} used`;
}

/** Why a source does not count. */
export const shadowWords: Readonly<Record<string, string>> = {
  expired: 'ended',
  not_started: 'not started yet',
  revoked: 'revoked',
  shadowed: 'something larger counts',
  denied: 'a denial beats it',
  capped: 'cut by a cap',
};

/** The stages of a check as questions that were asked in turn. */
export const stageWords = {
  known: 'The feature and the customer are known',
  guarding_flag: 'The flag that guards it is on',
  customer_status: 'The customer is neither suspended nor on hold',
  denials: 'Nothing forbids it',
  grants: 'A plan or a grant gives it',
  requirements: 'What it requires is there',
  rollout: 'The flag’s targeting includes them',
  value: 'The value covers the request',
  seat: 'A seat is there',
  allowance: 'Within the limit',
} as const;

/** A grant in words: “allows”, “at least 5,000”, “250,000 more”, “forbids”. */
export function effectInWords(
  { effect, value, unlimited }: Pick<Grant, 'effect' | 'value' | 'unlimited'>,
  feature?: Pick<Feature, 'unit'>,
): string {
  const amount = unlimited
    ? 'unlimited'
    : typeof value === 'number'
      ? number.format(value)
      : valueInWords(value ?? null, undefined, true);
  if (effect === 'allow') return 'Included';
  if (effect === 'deny') return 'Forbidden';
  const unit = typeof value === 'number' && feature?.unit ? ` ${feature.unit}` : '';
  if (effect === 'set') return unlimited ? 'Unlimited' : `${amount}${unit}`;
  return effect === 'add' ? `${amount} more${unit}` : `at most ${amount}${unit}`;
}

export type GrantPhase = 'scheduled' | 'active' | 'expired' | 'revoked';

export function phaseOfGrant(
  { from, to, revokedAt }: Pick<Grant, 'from' | 'to' | 'revokedAt'>,
  now: number,
): GrantPhase {
  if (revokedAt !== null) return 'revoked';
  if (Date.parse(from) > now) return 'scheduled';
  return to !== null && Date.parse(to) <= now ? 'expired' : 'active';
}

/** What is nearest at hand first: allowed before denied, then what ends soonest, then by name. */
export const byAttention = (a: Decision, b: Decision): number =>
  Number(b.allowed) - Number(a.allowed) ||
  (a.nextChangeAt ?? '9999').localeCompare(b.nextChangeAt ?? '9999') ||
  a.feature.localeCompare(b.feature);

/** “9 of 10 seats used”. */
export const seatsInWords = (used: number, quantity: number): string =>
  `${number.format(used)} of ${countOf(quantity, 'seat')} used`;

export const untilInWords = (to: string | null, now: number, timeZone: string): string =>
  endInWords(to, now, timeZone === '' ? 'UTC' : timeZone);
