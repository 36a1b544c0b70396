import { fc, test } from '@fast-check/vitest';
import type { CustomerSnapshot } from '@latchkey/model';
import { aMoment, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { check } from './check.ts';

type Hold = NonNullable<CustomerSnapshot['holds']>[number];

const isoOf = (at: number): string => new Date(at).toISOString();

const aHold = fc
  .record({
    from: aMoment,
    days: fc.option(fc.integer({ min: 1, max: 30 })),
    blocks: fc.subarray<Hold['blocks'][number]>(['access', 'change', 'metering'], { minLength: 1 }),
  })
  .map(({ from, days, blocks }): Hold => {
    return {
      id: 'h_1',
      blocks,
      from: isoOf(from),
      to: days === null ? null : isoOf(from + days * 86_400_000),
    };
  });

test.prop([aWorld, fc.array(aHold, { maxLength: 3 })], lawRuns)(
  'holds take away and never give, leave essential features alone, and change nothing before the moment that was named',
  (world, holds) => {
    const configuration = compileConfiguration(world.configuration);
    const free = compileCustomer(configuration, world.snapshot);
    const held = compileCustomer(configuration, { ...world.snapshot, holds });
    for (const [key, { essential }] of configuration.features) {
      const without = check(configuration, free, { feature: key }, world.now);
      const within = check(configuration, held, { feature: key }, world.now);
      if (within.allowed) expect(without.allowed).toBe(true);
      if (essential) expect(within.reason).not.toBe('on_hold');
      if (within.nextChangeAt === null) continue;
      const last = Date.parse(within.nextChangeAt) - 1;
      if (last <= world.now) continue;
      expect(check(configuration, held, { feature: key }, last).reason).toBe(within.reason);
    }
  },
);
