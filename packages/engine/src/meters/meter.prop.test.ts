import { fc, test } from '@fast-check/vitest';
import type { Grant, MeterState, Reset } from '@latchkey/model';
import { aConfiguration, aCustomer, aFeature, aGrant, aSnapshot, at, on } from '@latchkey/testkit/builders';
import { expect } from 'vitest';
import { worldOf } from '../check/check.ts';
import { meterOf } from '../check/meter.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer, withMeters } from '../snapshot/compile-customer.ts';
import { givenBack, nothingCounted } from './counter.ts';
import { isFromBucket, type Meter } from './meter.ts';

const start = at('2026-01-01');
const hour = 3_600_000;

const aReset = fc.constantFrom(undefined, { every: 'hour' }, { every: 'day' }, { every: 'month' } as const);

/** Up to four grants of calls: allowances, packs and caps with windows of their own. */
const someGrants = fc.array(
  fc.record({
    effect: fc.constantFrom('set', 'set', 'add', 'cap'),
    value: fc.integer({ min: 0, max: 40 }),
    reset: aReset,
    overage: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    rollover: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 1, max: 80 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
);
const someUse = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 30 }), quantity: fc.integer({ min: 1, max: 25 }) }),
  { maxLength: 12 },
);

interface Said {
  readonly effect: string;
  readonly value: number;
  readonly reset: Reset | undefined;
  readonly overage: number | undefined;
  readonly rollover: number | undefined;
  /** Hours from the start. */
  readonly to: number | null;
}

const grantOf = ({ effect, value, reset, overage, rollover, to }: Said, index: number): Grant =>
  aGrant({
    id: `grant-${index}`,
    lineageId: `grant-${index}`,
    feature: 'calls',
    effect: effect as Grant['effect'],
    value,
    ...(reset && { reset }),
    ...(overage !== undefined && { overage }),
    ...(rollover !== undefined && { rollover }),
    from: on('2026-01-01'),
    to: to === null ? null : new Date(start + to * hour).toISOString(),
  });

function meters(grants: readonly Grant[]) {
  const feature = aFeature({ key: 'calls', kind: 'meter' });
  const configuration = compileConfiguration(aConfiguration({ features: [feature] }));
  const customer = compileCustomer(configuration, aSnapshot({ customer: aCustomer(), grants }));
  return (state: MeterState, now: number): Meter =>
    meterOf(worldOf(configuration, withMeters(customer, new Map([['calls', state]])), feature, now)) as Meter;
}

const runs = { numRuns: 10_000 };

test.prop([someGrants, someUse], runs)(
  'use never passes an allowance or a cap, and all of it is accounted for',
  (said, uses) => {
    const meterAt = meters(said.map(grantOf));
    let state: MeterState = nothingCounted;
    let now = start;
    for (const { after, quantity } of uses) {
      now += after * hour;
      const meter = meterAt(state, now);
      const before = meter.summary() as ReturnType<Meter['summary']> & { readonly remaining: number };
      const taking = meter.take(quantity);
      if (taking.denied !== null) continue;
      const fromBuckets = taking.portions.filter(isFromBucket).reduce((all, each) => all + each.quantity, 0);
      expect(fromBuckets + taking.overage).toBe(quantity);
      expect(meterAt(taking.state, now).summary().used).toBe(before.used + quantity);
      // An allowance that shrank may be passed already; nothing more is taken of it then.
      const free = new Map(meter.standings().map(({ bucket, remaining }) => [bucket, remaining]));
      for (const { counter, quantity: taken } of taking.portions.filter(isFromBucket))
        expect(taken).toBeLessThanOrEqual(free.get(counter) as number);
      if (before.remaining < quantity) expect(taking.overage).toBe(quantity - before.remaining);
      state = taking.state;
    }
  },
);

test.prop([someGrants, someUse], runs)(
  'what is taken and given back leaves everything as it was',
  (said, uses) => {
    const meterAt = meters(said.map(grantOf));
    let state: MeterState = nothingCounted;
    let now = start;
    for (const { after, quantity } of uses) {
      now += after * hour;
      const meter = meterAt(state, now);
      const taking = meter.take(quantity);
      if (taking.denied !== null) continue;
      const undone = meterAt(givenBack(taking.state, taking.portions, 'used'), now);
      expect(undone.summary()).toEqual(meter.summary());
      expect(undone.standings()).toEqual(meter.standings());
      state = taking.state;
    }
  },
);

test.prop([someGrants, someUse], runs)('the order in which grants are listed never matters', (said, uses) => {
  const inOrder = meters(said.map(grantOf));
  const reversed = meters(said.map(grantOf).reverse());
  let state: MeterState = nothingCounted;
  let now = start;
  for (const { after, quantity } of uses) {
    now += after * hour;
    const taking = inOrder(state, now).take(quantity);
    expect(reversed(state, now).take(quantity)).toEqual(taking);
    if (taking.denied === null) state = taking.state;
  }
});

test.prop([someGrants, someUse, fc.integer({ min: 1, max: 50 })], runs)(
  'one more pack never turns a yes into a no',
  (said, uses, more) => {
    const pack = {
      effect: 'add',
      value: more,
      reset: undefined,
      overage: undefined,
      rollover: undefined,
      to: null,
    };
    const without = meters(said.map(grantOf));
    const richer = meters([...said, pack].map(grantOf));
    let state: MeterState = nothingCounted;
    let now = start;
    for (const { after, quantity } of uses) {
      now += after * hour;
      const taking = without(state, now).take(quantity);
      if (taking.denied !== null) continue;
      expect(richer(state, now).take(quantity).denied).toBeNull();
      state = taking.state;
    }
  },
);
