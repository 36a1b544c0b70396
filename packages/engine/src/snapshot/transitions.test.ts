import {
  aConfiguration,
  aFeature,
  aGrant,
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
import { expect, test } from 'vitest';
import { compileConfiguration } from './compile-configuration.ts';
import { compileCustomer } from './compile-customer.ts';
import { nextTransition, transitions } from './transitions.ts';

const configuration = compileConfiguration(
  aConfiguration({
    features: [
      aFeature({ key: 'exports' }),
      aFeature({ key: 'reports', requires: ['exports'] }),
      aFeature({ key: 'sso' }),
    ],
    plans: [aPlan()],
    planVersions: [
      aPlanVersion({ items: [aPlanItem({ feature: 'sso' })] }),
      aPlanVersion({ version: 2, items: [aPlanItem({ feature: 'sso' }), aPlanItem({ feature: 'exports' })] }),
    ],
    publications: [
      aPublication({
        editions: [
          { version: 1, from: on('2026-01-01') },
          { version: 2, from: on('2026-05-01') },
        ],
      }),
    ],
  }),
);

test('what is still to come is told soonest first, with the features that it concerns', () => {
  const acme = compileCustomer(
    configuration,
    aSnapshot({
      grants: [aGrant({ feature: 'exports', from: on('2026-02-01'), to: on('2026-04-01') })],
      subscriptions: [aSubscription({ items: [anItem({ to: on('2027-01-01') })] })],
    }),
  );
  expect(transitions(configuration, acme, at('2026-03-15'))).toEqual([
    { at: on('2026-04-01'), features: ['exports', 'reports'] },
    { at: on('2026-05-01'), features: ['exports', 'reports'] },
    { at: on('2027-01-01'), features: ['exports', 'reports', 'sso'] },
  ]);
  expect(transitions(configuration, acme, at('2027-01-01'))).toEqual([]);
});

test('the end of an item is a transition though nothing is given by it', () => {
  const disabled = anItem({ state: 'disabled', plan: 'gone', to: on('2026-06-01') });
  const acme = compileCustomer(
    configuration,
    aSnapshot({ subscriptions: [aSubscription({ items: [disabled] })] }),
  );
  expect(nextTransition(configuration, acme, at('2026-03-15'))).toBe(at('2026-06-01'));
  expect(nextTransition(configuration, acme, at('2026-06-01'))).toBe(Number.POSITIVE_INFINITY);
});
