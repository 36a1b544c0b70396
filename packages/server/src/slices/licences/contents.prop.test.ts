import { fc, test } from '@fast-check/vitest';
import { check, compileConfiguration, compileCustomer, evaluateGuardedFlag } from '@latchkey/engine';
import type { Decision } from '@latchkey/model';
import { aContext, aMoment, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { aConfiguration, aGrant, aPlan, aSnapshot, aTargeting } from '@latchkey/testkit/builders';
import { test as example, expect } from 'vitest';
import { contentsFor } from './contents.ts';

test.prop([aWorld, fc.option(aContext, { nil: undefined }), aMoment], lawRuns)(
  'what is left out of a licence decides nothing about its customer',
  ({ configuration, snapshot }, context, now) => {
    const contents = contentsFor(configuration, snapshot);
    const whole = compileConfiguration(configuration);
    const taken = compileConfiguration(contents.configuration);
    const [online, offline] = [compileCustomer(whole, snapshot), compileCustomer(taken, contents.customer)];
    const kept = new Set(taken.featureKeys);
    const isWhole = whole.featureKeys.every((key) => kept.has(key));
    // When somebody else's own feature begins, which one of these may build on, is none of this customer's business.
    const told = (decision: Decision) => (isWhole ? decision : { ...decision, nextChangeAt: null });
    for (const feature of taken.featureKeys) {
      const question = { feature, ...(context !== undefined && { context }) };
      expect(told(check(taken, offline, question, now))).toEqual(told(check(whole, online, question, now)));
    }
    for (const { key } of isWhole ? configuration.flags : [])
      expect(evaluateGuardedFlag(taken, offline, key, context, now)).toEqual(
        evaluateGuardedFlag(whole, online, key, context, now),
      );
  },
);

example('other plans, other targeted customers and the words of colleagues stay here', () => {
  const contents = contentsFor(
    aConfiguration({
      plans: [aPlan({ key: 'gold' }), aPlan({ key: 'secret-offer' })],
      grants: [aGrant({ subject: { kind: 'plan', key: 'secret-offer' } })],
      targeting: [
        aTargeting({
          targets: [
            { contextKind: 'customer', variation: 1, values: ['acme', 'globex'] },
            { variation: 1, values: ['ada'] },
          ],
        }),
      ],
      defaultPlan: 'gold',
    }),
    aSnapshot({ grants: [aGrant({ reason: 'They were angry', grantedBy: 'sam' })] }),
  );
  expect(contents.configuration.plans.map(({ key }) => key)).toEqual(['gold']);
  expect(contents.configuration.grants).toEqual([]);
  expect(contents.configuration.targeting[0]?.targets).toEqual([
    { contextKind: 'customer', variation: 1, values: ['acme'] },
    { variation: 1, values: ['ada'] },
  ]);
  expect(contents.customer.grants[0]).toMatchObject({ reason: '', grantedBy: '', links: [] });
});
