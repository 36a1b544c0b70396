import type { OperationCall } from '@latchkey/model';
import { createPlan, draftVersion } from '../slices/plans/index.ts';

type Draft = Parameters<typeof draftVersion>[0];
type Item = Draft['items'][number];

const allow = (...features: readonly string[]): Item[] =>
  features.map((feature) => ({ feature, effect: 'allow' }));
const set = (feature: string, value: NonNullable<Item['value']>): Item => ({ feature, effect: 'set', value });
const unlimited = (feature: string): Item => ({ feature, effect: 'set', unlimited: true });
const aMonth = (value: number): Item => ({
  feature: 'api-calls',
  effect: 'set',
  value,
  reset: { every: 'month' },
});
/** As many as were bought. */
const boughtSeats: Item = { feature: 'seats', effect: 'set', value: 1, perQuantity: true };

const draft = (plan: string, base: Draft['base'], ...items: readonly Item[]): OperationCall =>
  draftVersion({ plan, items: [...items], ...(base && { base }) });

export const planCalls: readonly OperationCall[] = [
  createPlan({ key: 'free', name: 'Free', rank: 0, description: 'To try it, for as long as you like.' }),
  createPlan({ key: 'bronze', name: 'Bronze', rank: 10, description: 'For a team that has begun.' }),
  createPlan({ key: 'silver', name: 'Silver', rank: 20, description: 'For several teams.' }),
  createPlan({ key: 'gold', name: 'Gold', rank: 30, description: 'For the whole company.' }),
  createPlan({
    key: 'extra-seats',
    name: 'Extra seats',
    kind: 'addon',
    rank: 40,
    description: 'Five more seats on any plan.',
  }),
  createPlan({
    key: 'gold-trial',
    name: 'Gold trial',
    kind: 'trial',
    rank: 25,
    description: 'What Gold has, for two weeks.',
  }),
];

const inFree = [
  set('seats', 3),
  set('projects', 3),
  set('storage', 1),
  aMonth(1_000),
  set('exports', ['csv']),
];
const inBronze = [
  ...allow('email-support', 'bulk-import'),
  set('support-response', 'next business day'),
  boughtSeats,
  set('projects', 20),
  set('storage', 50),
  aMonth(50_000),
  set('exports', ['csv', 'xlsx']),
];
const inSilver = [
  ...allow('chat-support', 'advanced-reports', 'session-recording', 'ai-assistant'),
  set('support-response', '8 hours'),
  set('sla', 99.5),
  set('projects', 100),
  set('storage', 500),
  aMonth(250_000),
  set('exports', ['csv', 'xlsx', 'pdf']),
  set('data-residency', ['eu', 'us']),
];
const inGold = [
  ...allow('sso', 'scim', 'audit-log', 'success-manager'),
  set('support-response', '1 hour'),
  set('sla', 99.9),
  set('training', 8),
  set('audit-log-retention', 365),
  unlimited('projects'),
  set('storage', 5_000),
  set('exports', ['csv', 'xlsx', 'pdf', 'api']),
  set('data-residency', ['eu', 'us', 'apac']),
  set('white-label', { logo: true, colours: true, domain: false, footer: 'Powered by Demo' }),
];

/** Each plan stands on the one below it and says only what is different. */
export const firstVersions: readonly OperationCall[] = [
  draft('free', null, ...allow('classic-reports'), ...inFree),
  draft('bronze', 'free', ...inBronze),
  draft('silver', 'bronze', ...inSilver),
  draft('gold', 'silver', ...inGold, unlimited('api-calls')),
  draft('extra-seats', null, { feature: 'seats', effect: 'add', value: 5, perQuantity: true }),
  draft('gold-trial', 'gold'),
];

/** Whoever bought the first edition for good keeps its unlimited API calls. */
export const fairUse: readonly OperationCall[] = [draft('gold', 'silver', ...inGold, aMonth(5_000_000))];

/** Classic reports leave every plan. */
export const withoutClassicReports: readonly OperationCall[] = [
  draft('free', null, ...inFree),
  draft('bronze', 'free', ...inBronze),
  draft('silver', 'bronze', ...inSilver),
  draft('gold', 'silver', ...inGold, aMonth(5_000_000)),
  draft('gold-trial', 'gold'),
];

/** Single sign-on comes down to Silver. */
export const ssoForSilver: readonly OperationCall[] = [
  draft('silver', 'bronze', ...inSilver, ...allow('sso')),
];
