import type { Clause } from '@latchkey/model';
import {
  aConfiguration,
  aFlag,
  anItem,
  aPlan,
  aSegment,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  on,
} from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { evaluateGuardedFlag } from '../check/guarded-flag.ts';
import { launchDarklyEvaluator } from '../launchdarkly.ts';
import { compileConfiguration } from './compile-configuration.ts';
import { compileCustomer } from './compile-customer.ts';
import { isTrueOf, projectFacts } from './project-facts.ts';
import { toLaunchDarkly } from './project-to-launchdarkly.ts';

const ruleOf = (clauses: Clause[]) => [{ id: 'r1', clauses, variation: 1 }];
const asking = (flag: string, ...clauses: Clause[]) =>
  aTargeting({ flag, fallthrough: { variation: 0 }, rules: ruleOf(clauses) });
const isGold: Clause = { attribute: 'latchkey.planType', op: 'in', values: ['gold'] };

const source = aConfiguration({
  plans: [aPlan(), aPlan({ key: 'bronze' })],
  flags: ['gold', 'not-gold', 'large', 'golden', 'plain'].map((key) => aFlag({ key })),
  segments: [aSegment({ key: 'golden', rules: [{ id: 'r1', clauses: [isGold] }] })],
  targeting: [
    asking('gold', isGold),
    asking('not-gold', { ...isGold, negate: true }),
    asking('large', isGold, { attribute: 'entitlement.orderQuantity', op: 'greaterThan', values: [10] }),
    asking('golden', { attribute: '', op: 'segmentMatch', values: ['golden'] }),
    asking('plain', { attribute: 'country', op: 'in', values: ['DE'] }),
  ],
});
const configuration = compileConfiguration(source);
const buyers = [
  { key: 'acme', plan: 'gold', quantity: 50 },
  { key: 'small', plan: 'gold', quantity: 5 },
  { key: 'bronzed', plan: 'bronze', quantity: 50, to: on('2026-04-01') },
].map(({ key, ...item }) =>
  compileCustomer(
    configuration,
    aSnapshot({ key, subscriptions: [aSubscription({ items: [anItem(item)] })] }),
  ),
);

test.each(['2026-03-15', '2026-04-01'])(
  'on %s an SDK that evaluates by itself says of every customer what we say',
  (day) => {
    const now = at(day);
    const { flags, segments, factClauses } = projectFacts(toLaunchDarkly(source));
    const listed = factClauses.map((each) => {
      const values = buyers.filter((buyer) => isTrueOf(each, buyer, now)).map(({ key }) => key);
      const includedContexts = [{ contextKind: 'customer', values }];
      return [each.segment, { key: each.segment, ...segments[each.segment], includedContexts }];
    });
    const sdk = launchDarklyEvaluator({ flags, segments: { ...segments, ...Object.fromEntries(listed) } });
    let on = 0;
    for (const { key } of source.flags) {
      for (const buyer of buyers) {
        // An application that claims to have a gold customer is told no more than any other.
        const customer = { key: buyer.key, 'latchkey.planType': 'gold' };
        const context = { kind: 'multi', user: { key: 'ada', country: 'DE' }, customer };
        const { value } = sdk.evaluate(key, context, null);
        expect([key, buyer.key, value]).toEqual([
          key,
          buyer.key,
          evaluateGuardedFlag(configuration, buyer, key, context, now).value,
        ]);
        if (value === true) on += 1;
      }
    }
    expect(on).toBeGreaterThan(5);
  },
);

test('a clause that several rules have is one segment, and what asks for no fact is as it was', () => {
  const projected = toLaunchDarkly(source);
  const { flags, segments, factClauses } = projectFacts(projected);
  expect(factClauses).toHaveLength(3);
  expect(Object.keys(segments)).toEqual(['golden', ...factClauses.map(({ segment }) => segment)]);
  expect(flags['plain']).toEqual(projected.flags['plain']);
});
