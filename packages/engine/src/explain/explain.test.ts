import type { Configuration, CustomerSnapshot } from '@latchkey/model';
import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  on,
  seatUse,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import type { Question } from '../check/stage.ts';
import { derivedGrantId } from '../grants/derive.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { explain } from './explain.ts';

const silver = aPlan({ key: 'silver', rank: 2 });
const gold = aPlan({ key: 'gold', rank: 3 });
const boost = aPlan({ key: 'boost', kind: 'addon', rank: 9 });

/** Silver has exports and 5 projects, Gold also single sign-on and 20, Boost adds 10 projects. */
const shop = aConfiguration({
  features: [
    aFeature({ key: 'exports', name: 'Exports' }),
    aFeature({ key: 'sso', name: 'SSO' }),
    aFeature({ key: 'projects', name: 'Projects', kind: 'number', unit: 'projects' }),
    aFeature({ key: 'editor', name: 'Editor', seatBound: true }),
  ],
  plans: [gold, boost, silver],
  planVersions: [
    aPlanVersion({
      plan: 'silver',
      items: [
        aPlanItem({ feature: 'exports' }),
        aPlanItem({ feature: 'projects', effect: 'set', value: 5 }),
        aPlanItem({ feature: 'editor' }),
      ],
    }),
    aPlanVersion({
      plan: 'gold',
      items: [
        aPlanItem({ feature: 'exports' }),
        aPlanItem({ feature: 'sso' }),
        aPlanItem({ feature: 'projects', effect: 'set', value: 20 }),
      ],
    }),
    aPlanVersion({ plan: 'boost', items: [aPlanItem({ feature: 'projects', effect: 'add', value: 10 })] }),
  ],
  publications: ['silver', 'gold', 'boost'].map((plan) => aPublication({ plan })),
});

const onSilver = aSnapshot({
  subscriptions: [
    aSubscription({
      items: [anItem({ plan: 'silver', quantity: 2, from: on('2026-01-01'), to: on('2027-04-01') })],
    }),
  ],
});

function ask(
  question: Question,
  {
    snapshot = onSilver,
    configuration = shop,
    now = '2026-03-15',
  }: {
    readonly snapshot?: CustomerSnapshot;
    readonly configuration?: Configuration;
    readonly now?: string;
  } = {},
) {
  const compiled = compileConfiguration(configuration);
  return explain(compiled, compileCustomer(compiled, snapshot), question, at(now));
}

const with_ = (said: Partial<CustomerSnapshot>): { readonly snapshot: CustomerSnapshot } => ({
  snapshot: { ...onSilver, ...said },
});

test('who has it hears through what, and the last day on which they do', () => {
  expect(ask({ feature: 'exports' }).sentence).toBe('Acme has Exports through Silver until 31 March 2027.');
});

test('the last day is that of the customer’s own calendar', () => {
  const inAuckland = with_({ customer: aCustomer({ timeZone: 'Pacific/Auckland' }) });
  expect(ask({ feature: 'exports' }, inAuckland).sentence).toContain('until 1 April 2027');
  const inNoZone = with_({ customer: aCustomer({ timeZone: 'Mars/Olympus' }) });
  expect(ask({ feature: 'exports' }, inNoZone).sentence).toContain('until 31 March 2027');
});

test('of two sources the sentence speaks of the one that lasts longest', () => {
  const gift = with_({ grants: [aGrant({ from: on('2026-03-01'), to: null })] });
  expect(ask({ feature: 'exports' }, gift).sentence).toBe('Acme has Exports as goodwill.');
});

test('who does not have it hears of the smallest plan that does', () => {
  const { sentence, unlock } = ask({ feature: 'sso' });
  expect(sentence).toBe('Acme does not have SSO; Gold is the smallest plan with it.');
  expect(unlock).toEqual([{ kind: 'plan', key: 'gold', name: 'Gold' }]);
});

test('a retired plan, or one that is not published here, unlocks nothing', () => {
  const retired = { ...shop, plans: [silver, boost, { ...gold, state: 'retired' as const }] };
  expect(ask({ feature: 'sso' }, { configuration: retired }).unlock).toEqual([]);
  const unpublished = { ...shop, publications: [] };
  const { sentence, unlock } = ask({ feature: 'sso' }, { configuration: unpublished });
  expect(unlock).toEqual([]);
  expect(sentence).toBe('Acme does not have SSO, and no plan includes it.');
});

test('past a limit the plan and the add-on that allow as many are named', () => {
  const { sentence, unlock } = ask({ feature: 'projects', quantity: 15 });
  expect(unlock).toEqual([
    { kind: 'plan', key: 'gold', name: 'Gold' },
    { kind: 'addon', key: 'boost', name: 'Boost' },
  ]);
  expect(sentence).toBe(
    'Acme has reached the limit of Projects, which is 5; Gold is the smallest plan with it.',
  );
  expect(ask({ feature: 'projects', quantity: 21 }).unlock).toEqual([]);
});

test('amounts are said with their unit', () => {
  expect(ask({ feature: 'projects' }).sentence).toContain('Projects, up to 5 projects, through Silver');
  const one = with_({ grants: [aGrant({ feature: 'projects', effect: 'cap', value: 1 })] });
  expect(ask({ feature: 'projects' }, one).sentence).toContain('up to 1 project,');
});

test('no seat names the product key that needs more', () => {
  const full = with_({ seats: [seatUse({ subjects: ['user/ada', 'user/eve'] })] });
  const { sentence, unlock } = ask({ feature: 'editor', context: { kind: 'user', key: 'bob' } }, full);
  expect(unlock).toEqual([{ kind: 'seat', key: 'pk_1', name: 'Silver' }]);
  expect(sentence).toBe('Acme does not have that many free seats of Editor; the limit is 2.');
});

test('a denial is told with its reason', () => {
  const denied = with_({
    grants: [
      aGrant({ effect: 'deny', origin: 'legal', reason: 'Export control, § 4.', to: on('2026-06-01') }),
    ],
  });
  const { sentence, sources } = ask({ feature: 'exports' }, denied);
  expect(sentence).toBe('Acme may not use Exports until 31 May 2026: Export control, § 4.');
  expect(sources).toMatchObject([
    { grant: 'g_1', effect: 'deny', kept: true, because: null },
    { origin: 'subscription', kept: false, because: 'denied' },
  ]);
});

test('what is missing is called by its name', () => {
  const needy = {
    ...shop,
    features: shop.features.map((feature) =>
      feature.key === 'exports' ? { ...feature, requires: ['sso'] } : feature,
    ),
  };
  expect(ask({ feature: 'exports' }, { configuration: needy }).sentence).toBe(
    'Acme cannot use Exports without SSO.',
  );
});

test('every grant is shown: what counts, what is shadowed, what is to come and what is over', () => {
  const { sources } = ask(
    { feature: 'projects' },
    with_({
      grants: [
        aGrant({ id: 'small', feature: 'projects', effect: 'set', value: 3 }),
        aGrant({ id: 'over', feature: 'projects', effect: 'set', value: 9, to: on('2026-02-01') }),
        aGrant({
          id: 'withdrawn',
          feature: 'projects',
          effect: 'set',
          value: 9,
          revokedAt: on('2026-01-15'),
        }),
        aGrant({ id: 'coming', feature: 'projects', effect: 'set', value: 9, from: on('2026-04-01') }),
        aGrant({ id: 'more', feature: 'projects', effect: 'add', value: 1 }),
      ],
    }),
  );
  expect(sources?.map(({ grant, kept, because }) => [grant, kept, because])).toEqual([
    ['more', true, null],
    [derivedGrantId('pk_1', 'projects'), true, null],
    ['small', false, 'shadowed'],
    ['coming', false, 'not_started'],
    ['over', false, 'expired'],
    ['withdrawn', false, 'revoked'],
  ]);
});

test('a source says which plan and product key it comes from, and what it gives', () => {
  expect(ask({ feature: 'projects' }).sources).toEqual([
    {
      grant: derivedGrantId('pk_1', 'projects'),
      origin: 'subscription',
      effect: 'set',
      label: 'Silver',
      plan: 'silver',
      pkId: 'pk_1',
      contribution: 5,
      from: on('2026-01-01'),
      to: on('2027-04-01'),
      kept: true,
      because: null,
    },
  ]);
});

test('a value that a cap cuts is kept, and marked', () => {
  const cut = with_({ grants: [aGrant({ feature: 'projects', effect: 'cap', value: 2 })] });
  expect(ask({ feature: 'projects' }, cut).sources).toMatchObject([
    { effect: 'cap', kept: true, because: null },
    { effect: 'set', kept: true, because: 'capped' },
  ]);
});

test('later stages are told as well, though the first denial gave the answer', () => {
  const guarded = {
    ...shop,
    features: [aFeature({ key: 'exports', flagKey: 'exports-flag' })],
    flags: [aFlag()],
    targeting: [aTargeting({ on: false })],
  };
  const { reason, steps } = ask({ feature: 'exports' }, { configuration: guarded, snapshot: aSnapshot() });
  expect(reason).toBe('feature_disabled');
  expect(steps?.filter(({ passed }) => !passed)).toEqual([
    { stage: 'guarding_flag', passed: false, reason: 'feature_disabled' },
    { stage: 'grants', passed: false, reason: 'not_entitled' },
    { stage: 'rollout', passed: false, reason: 'not_rolled_out' },
  ]);
  expect(steps).toHaveLength(10);
});

test('about what is not in the catalogue there is still a sentence', () => {
  expect(ask({ feature: 'teleport' })).toMatchObject({
    reason: 'feature_unknown',
    sentence: 'There is no feature teleport.',
    steps: [{ stage: 'known', passed: false, reason: 'feature_unknown' }],
  });
});

test('who will have it hears from when, and who had it until when', () => {
  expect(ask({ feature: 'exports' }, { now: '2025-12-31' }).sentence).toBe(
    'Acme will have Exports through Silver from 1 January 2026.',
  );
  expect(ask({ feature: 'exports' }, { now: '2027-04-01' }).sentence).toBe(
    'Acme had Exports through Silver until 31 March 2027; Silver is the smallest plan with it.',
  );
});
