import { test } from '@fast-check/vitest';
import { aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer, unknownCustomer } from '../snapshot/compile-customer.ts';
import { flagsOpenTo } from './flags-open-to.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';

test.prop([aWorld], lawRuns)(
  'of the flags that are on, those open to a customer are the ones that do not answer as if they were off, until then',
  ({ configuration, snapshot, now }) => {
    const compiled = compileConfiguration(configuration);
    const on = [...compiled.flagsByKey].filter(([, { targeting }]) => targeting?.on).map(([key]) => key);
    for (const customer of [compileCustomer(compiled, snapshot), unknownCustomer(compiled, 'anybody')]) {
      const openAt = (moment: number) =>
        on.filter((key) => evaluateGuardedFlag(compiled, customer, key, {}, moment).reason.kind !== 'OFF');
      const { flags, until } = flagsOpenTo(compiled, customer, on, now);
      expect(flags).toEqual(openAt(now));
      if (Number.isFinite(until)) {
        expect(until).toBeGreaterThan(now);
        expect(flags).toEqual(openAt(until - 1));
      }
    }
  },
);
