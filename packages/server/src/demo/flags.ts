import type { OperationCall } from '@latchkey/model';
import {
  archiveFlag,
  createFlag,
  setFallthrough,
  setPrerequisites,
  setRules,
  turnFlag,
} from '../slices/flags/index.ts';

type NewFlag = Parameters<typeof createFlag>[0];
type Rule = Parameters<typeof setRules>[0]['rules'][number];

const flag = (key: string, name: string, description: string, more: Partial<NewFlag> = {}): OperationCall =>
  createFlag({ key, name, kind: 'boolean', description, owner: 'Emil', ...more });

/** Boolean flags say true first. */
const yes = 0;
const no = 1;

export const flagCalls: readonly OperationCall[] = [
  flag('advanced-reports', 'Advanced reports', 'The new report builder.', {
    purpose: 'entitlement',
    temporary: false,
    tags: ['EntitledFeature', 'reports'],
  }),
  flag('sso-login', 'Single sign-on', 'Kill switch of the sign-in with a directory.', {
    purpose: 'operational',
    temporary: false,
    tags: ['kill-switch', 'security'],
  }),
  flag('session-recording', 'Session recording', 'Kill switch of the recorder.', {
    purpose: 'operational',
    temporary: false,
    tags: ['kill-switch', 'privacy'],
  }),
  flag('bulk-import', 'Bulk import', 'Kill switch of the import queue.', {
    purpose: 'operational',
    temporary: false,
    tags: ['kill-switch'],
  }),
  flag('ai-assistant', 'Assistant', 'Beta customers first, then a growing share of all.', {
    tags: ['reports'],
    clientSide: true,
  }),
  flag('classic-reports', 'Classic reports', 'Goes when the last customer has moved.', {
    purpose: 'operational',
    tags: ['reports'],
  }),
  flag('new-navigation', 'New navigation', 'The menu on the left.', {
    clientSide: true,
    tags: ['interface'],
  }),
  flag('dark-mode', 'Dark mode', 'Follows the system unless people choose.', {
    clientSide: true,
    tags: ['interface'],
  }),
  flag('invoice-in-german', 'Invoices in German', 'For customers in Germany, Austria and Switzerland.', {
    tags: ['billing'],
  }),
  flag('billing-portal', 'Billing portal', 'Customers change their card themselves.', { tags: ['billing'] }),
  flag('invoice-download', 'Invoice download', 'Lives in the billing portal.', { tags: ['billing'] }),
  flag('search-ranking', 'Search ranking', 'Which order of results people click on.', {
    kind: 'string',
    purpose: 'experiment',
    variations: [
      { value: 'classic', name: 'Classic' },
      { value: 'semantic', name: 'Semantic' },
      { value: 'semantic-fresh', name: 'Semantic, newest first' },
    ],
    tags: ['search'],
  }),
  flag('import-batch-size', 'Import batch size', 'Records that one worker takes at a time.', {
    kind: 'number',
    purpose: 'operational',
    temporary: false,
    variations: [{ value: 500 }, { value: 100 }, { value: 25, name: 'Under load' }],
    tags: ['operations'],
  }),
  flag('maintenance-banner', 'Maintenance banner', 'What everybody reads on top of the page.', {
    kind: 'json',
    purpose: 'operational',
    temporary: false,
    clientSide: true,
    variations: [
      { value: { show: false }, name: 'Nothing' },
      { value: { show: true, level: 'info', text: 'We are back at 06:00 UTC.' }, name: 'Announced' },
    ],
    tags: ['operations'],
  }),
  flag('welcome-tour', 'Welcome tour', 'Nobody finished it.', { clientSide: true, tags: ['interface'] }),
];

const on = (...flags: readonly string[]): OperationCall[] =>
  flags.map((key) => turnFlag({ flag: key, on: true }));

const isCustomerOf = (attribute: string, values: readonly string[]): Rule['clauses'] => [
  { contextKind: 'customer', attribute, op: 'in', values: [...values] },
];
const inSegment = (segment: string): Rule['clauses'] => [
  { contextKind: 'customer', attribute: '', op: 'segmentMatch', values: [segment] },
];

/** Half of the customers, a fifth of them …: whole customers, so that colleagues see the same. */
const share = (percent: number) => ({
  rollout: {
    contextKind: 'customer',
    variations: [
      { variation: yes, weight: percent * 1000 },
      { variation: no, weight: (100 - percent) * 1000 },
    ],
  },
});

export const targetingInProduction: readonly OperationCall[] = [
  ...on('advanced-reports', 'sso-login', 'session-recording', 'bulk-import', 'classic-reports', 'dark-mode'),
  ...on('ai-assistant', 'new-navigation', 'invoice-in-german', 'billing-portal', 'invoice-download'),
  ...on('search-ranking', 'import-batch-size'),
  setRules({
    flag: 'ai-assistant',
    rules: [{ description: 'Beta customers see it', clauses: inSegment('beta-customers'), variation: yes }],
  }),
  setFallthrough({ flag: 'ai-assistant', fallthrough: share(20) }),
  setFallthrough({ flag: 'new-navigation', fallthrough: share(50) }),
  setRules({
    flag: 'invoice-in-german',
    rules: [
      {
        description: 'They read German',
        clauses: isCustomerOf('country', ['DE', 'AT', 'CH']),
        variation: yes,
      },
    ],
  }),
  setFallthrough({ flag: 'invoice-in-german', fallthrough: { variation: no } }),
  setPrerequisites({ flag: 'invoice-download', prerequisites: [{ flag: 'billing-portal', variation: yes }] }),
  setFallthrough({
    flag: 'search-ranking',
    fallthrough: {
      rollout: {
        contextKind: 'user',
        variations: [
          { variation: 0, weight: 34_000 },
          { variation: 1, weight: 33_000 },
          { variation: 2, weight: 33_000 },
        ],
      },
    },
  }),
];

export const targetingInStaging: readonly OperationCall[] = on(
  ...['advanced-reports', 'sso-login', 'session-recording', 'bulk-import', 'classic-reports', 'ai-assistant'],
  ...['new-navigation', 'dark-mode', 'billing-portal', 'invoice-download', 'maintenance-banner'],
);

export const endOfTheTour: readonly OperationCall[] = [archiveFlag({ flag: 'welcome-tour' })];
