import { fc, test } from '@fast-check/vitest';
import { check, compileConfiguration, compileCustomer, seatsTaken, seatUseOf } from '@latchkey/engine';
import {
  type Activation,
  type AnyMutation,
  accessEnd,
  type Programme,
  type Subscription,
} from '@latchkey/model';
import {
  aConfiguration,
  aFeature,
  anActivation,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSnapshot,
  aSubscription,
  at,
  on,
} from '@latchkey/testkit/builders';
import { expect } from 'vitest';
import { bought } from './convert.ts';

const started = on('2026-03-01');
const configuration = compileConfiguration(
  aConfiguration({
    features: [aFeature({ seatBound: true })],
    plans: [aPlan({ key: 'gold' }), aPlan({ key: 'gold-trial', kind: 'trial' })],
    planVersions: ['gold', 'gold-trial'].map((plan) => aPlanVersion({ plan, items: [aPlanItem()] })),
    publications: ['gold', 'gold-trial'].map((plan) => aPublication({ plan })),
  }),
);

const programme = (seats: number, endAction: Programme['endAction']): Programme => ({
  id: 'pr_1',
  kind: 'trial',
  customer: 'acme',
  family: 'acme',
  overlays: { plan: 'gold-trial' },
  seats,
  owner: null,
  goals: [],
  from: started,
  to: on('2026-03-15'),
  graceDays: 0,
  extensions: [],
  endAction,
  outcome: null,
  subscription: { eId: 'e_1', pkId: 'pk_1' },
  grants: [],
  startedBy: 'Sam',
  startedAt: started,
});

/** Some sit for ever, some until a day, some gave their seat back. */
const anActivationOf = fc.record({
  to: fc.constantFrom(null, on('2026-03-05'), on('2026-06-01')),
  state: fc.constantFrom('active', 'active', 'revoked'),
} as const);

const customerOf = (subscriptions: readonly Subscription[], activations: readonly Activation[]) =>
  compileCustomer(configuration, aSnapshot({ key: 'acme', subscriptions, seats: seatUseOf(activations) }));

test.prop([
  fc.array(anActivationOf, { maxLength: 8 }),
  fc.integer({ min: 0, max: 20 * 24 }),
  fc.constantFrom<Programme['endAction']>({ does: 'revert' }, { does: 'convert', plan: 'gold' }),
])(
  'whoever sat the moment before a conversion sits the moment after, in one place only',
  (seats, hours, end) => {
    const trial = programme(8, end);
    const now = at('2026-03-01') + hours * 3_600_000;
    if (new Date(now).toISOString() >= accessEnd(trial)) return;
    const tried = aSubscription({
      items: [anItem({ plan: 'gold-trial', quantity: 8, from: started, to: accessEnd(trial) })],
    });
    const before = seats.map((said, index) =>
      anActivation({ aId: `a_${index}`, subject: { kind: 'user', key: `${index}` }, ...said }),
    );
    let ids = 0;
    const mutations = bought(
      trial,
      { plan: 'gold' },
      { subscription: tried, activations: before, grants: [] },
      {
        actor: { kind: 'member', id: 'm_1', name: 'Sam' },
        now,
        comment: '',
        place: { project: 'shop', environment: 'production' },
        newId: (prefix) => {
          ids += 1;
          return `${prefix}_new${ids}`;
        },
      },
      new Date(now).toISOString(),
    ) as readonly AnyMutation[];
    const activations = before.map((one) => edited(mutations, 'activation', one.aId) ?? one);
    const subscriptions = mutations.flatMap(({ resource, after }) =>
      resource === 'subscription' && after ? [after as Subscription] : [],
    );
    const was = customerOf([tried], before);
    const is = customerOf(subscriptions, activations);
    for (const { subject } of before) {
      const question = { feature: 'exports', context: { kind: 'user', key: subject.key } };
      if (check(configuration, was, question, now).allowed)
        expect(check(configuration, is, question, now).allowed).toBe(true);
    }
    expect(seatsTaken(activations, now)).toBe(seatsTaken(before, now));
    expect(subscriptions.filter(({ state }) => state === 'active')).toHaveLength(1);
    const open = subscriptions.find(({ state }) => state === 'active');
    for (const one of activations)
      if (one.state === 'active' && (one.to === null || Date.parse(one.to) > now))
        expect(one.eId).toBe(open?.eId);
  },
);

const edited = (mutations: readonly AnyMutation[], kind: 'activation', id: string): Activation | undefined =>
  mutations.flatMap(({ resource, id: own, after }) =>
    resource === kind && own === id && after ? [after as Activation] : [],
  )[0];
