import type { Activation } from '@latchkey/model';
import { aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
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
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { entitledFeatures } from '../snapshot/entitled-features.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { seatsTaken, seatUseOf } from './live-seat.ts';

const configuration = compileConfiguration(
  aConfiguration({
    features: [aFeature({ seatBound: true })],
    plans: [aPlan()],
    planVersions: [aPlanVersion({ items: [aPlanItem()] })],
    publications: [aPublication()],
  }),
);
const acmeWith = (activations: readonly Activation[]) =>
  compileCustomer(
    configuration,
    aSnapshot({
      subscriptions: [aSubscription({ items: [anItem({ quantity: 9 })] })],
      seats: seatUseOf(activations),
    }),
  );

test('a seat with an end is free from that very moment on, and the moment is announced', () => {
  const acme = acmeWith([
    anActivation({ to: on('2026-06-01') }),
    anActivation({ aId: 'a_2', subject: { kind: 'user', key: 'eve' }, quantity: 2 }),
    anActivation({ aId: 'a_3', state: 'revoked' }),
  ]);
  const end = at('2026-06-01');
  const ada = { kind: 'user', key: 'ada' };
  const ask = (now: number, context?: typeof ada) =>
    check(configuration, acme, { feature: 'exports', context }, now);

  expect(ask(end - 1)).toMatchObject({ used: 3, remaining: 6, nextChangeAt: on('2026-06-01') });
  expect(ask(end)).toMatchObject({ used: 2, remaining: 7, nextChangeAt: null });
  expect(ask(end - 1, ada)).toMatchObject({ allowed: true });
  expect(ask(end, ada)).toMatchObject({ allowed: false, reason: 'no_seat' });
  expect(nextTransition(configuration, acme, end - 1)).toBe(end);
  expect(nextTransition(configuration, acme, end)).toBe(Number.POSITIVE_INFINITY);
});

test('at every moment check, look-up and the seats themselves count alike', () => {
  const day = fc.integer({ min: 1, max: 9 });
  const activation = fc
    .record({
      quantity: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom<Activation['state']>('active', 'active', 'revoked'),
      to: fc.option(day, { nil: null }),
    })
    .map(({ to, ...said }) => anActivation({ ...said, to: to === null ? null : on(`2026-03-0${to}`) }));
  const moment = fc
    .tuple(day, fc.constantFrom(-1, 0, 1))
    .map(([date, beside]) => at(`2026-03-0${date}`) + beside);
  fc.assert(
    fc.property(
      fc.array(activation, { maxLength: 6 }),
      fc.array(moment, { minLength: 1 }),
      (all, moments) => {
        const acme = acmeWith(all);
        for (const now of moments) {
          const taken = seatsTaken(all, now);
          expect(check(configuration, acme, { feature: 'exports' }, now).used).toBe(taken);
          expect(entitledFeatures(configuration, acme, now)[0]).toMatchObject({
            consumedQuantity: taken,
            availableQuantity: 9 - taken,
          });
        }
      },
    ),
    lawRuns,
  );
});

test('the order of questions in time never changes how many seats are taken', () => {
  fc.assert(
    fc.property(aWorld, fc.array(fc.integer({ min: -1, max: 7 })), (world, days) => {
      const compiled = compileConfiguration(world.configuration);
      const asked = compileCustomer(compiled, world.snapshot);
      for (const later of days) {
        const now = world.now + later * 86_400_000;
        const fresh = compileCustomer(compiled, world.snapshot);
        expect(entitledFeatures(compiled, asked, now)).toEqual(entitledFeatures(compiled, fresh, now));
      }
    }),
    { numRuns: 200 },
  );
});
