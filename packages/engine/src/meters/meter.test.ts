import type { Feature, Grant, MeterState } from '@latchkey/model';
import { aConfiguration, aCustomer, aFeature, aGrant, aSnapshot, at, on } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { check, worldOf } from '../check/check.ts';
import { meterOf } from '../check/meter.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer, withMeters } from '../snapshot/compile-customer.ts';
import { givenBack, nothingCounted } from './counter.ts';
import type { Meter, Taken, Taking } from './meter.ts';

const calls = (said: Partial<Feature> = {}): Feature => aFeature({ key: 'calls', kind: 'meter', ...said });
const monthly = { every: 'month' } as const;

const gives = (id: string, value: number, said: Partial<Grant> = {}): Grant =>
  aGrant({
    id,
    lineageId: id,
    feature: 'calls',
    effect: 'set',
    value,
    reset: monthly,
    from: on('2026-01-01'),
    ...said,
  });

interface Situation {
  readonly grants: readonly Grant[];
  readonly feature?: Partial<Feature>;
  readonly state?: MeterState;
  readonly now?: string;
}

function situation({ grants, feature = {}, state = nothingCounted, now = '2026-03-10' }: Situation) {
  const configuration = compileConfiguration(aConfiguration({ features: [calls(feature)] }));
  const compiled = compileCustomer(configuration, aSnapshot({ customer: aCustomer(), grants: [...grants] }));
  const customer = withMeters(compiled, new Map([['calls', state]]));
  const meter = meterOf(worldOf(configuration, customer, calls(feature), at(now))) as Meter;
  return {
    meter,
    decide: (quantity?: number) => check(configuration, customer, { feature: 'calls', quantity }, at(now)),
  };
}

const taken = (taking: Taking): Taken => {
  if (taking.denied !== null) throw new Error(`denied: ${taking.denied}`);
  return taking;
};

/** What was taken of which counter, in order. */
const told = (taking: Taking) =>
  taken(taking).portions.map(({ counter, quantity }) => `${quantity} of ${counter}`);

describe('what is used counts against the allowance of its window', () => {
  const grants = [gives('base', 100)];

  test('until it is gone, and whole or not at all', () => {
    const { state } = taken(situation({ grants }).meter.take(70));
    const later = situation({ grants, state });
    expect(later.decide(31)).toMatchObject({ allowed: false, reason: 'limit_reached', remaining: 30 });
    expect(later.decide(30)).toMatchObject({
      allowed: true,
      used: 70,
      limit: 100,
      resetAt: on('2026-04-01'),
    });
    expect(later.meter.take(31)).toEqual({ denied: 'limit_reached' });
  });

  test('and starts again with the next window, on the customer’s calendar', () => {
    const { state } = taken(situation({ grants }).meter.take(100));
    expect(situation({ grants, state }).decide()).toMatchObject({
      allowed: false,
      nextChangeAt: on('2026-04-01'),
    });
    expect(situation({ grants, state, now: '2026-04-01' }).decide()).toMatchObject({
      allowed: true,
      used: 0,
    });
  });

  test('what is held by a reservation cannot be had by others', () => {
    const { state } = taken(situation({ grants }).meter.take(60, 'reserved'));
    expect(situation({ grants, state }).decide(50)).toMatchObject({
      allowed: false,
      used: 0,
      reserved: 60,
      remaining: 40,
    });
  });
});

test('a larger allowance of the same window takes over what was counted so far; when it ends the smaller has it', () => {
  const base = gives('base', 100);
  const { state } = taken(situation({ grants: [base] }).meter.take(80));
  const trial = gives('trial', 500, { origin: 'trial', from: on('2026-03-09'), to: on('2026-03-20') });
  expect(situation({ grants: [base, trial], state }).decide()).toMatchObject({
    limit: 500,
    used: 80,
    remaining: 420,
  });
  expect(situation({ grants: [base, trial], state, now: '2026-03-21' }).decide()).toMatchObject({
    limit: 100,
    used: 80,
  });
});

test('what is added stacks, and what is soonest lost is used first', () => {
  const grants = [
    gives('base', 100),
    gives('pack', 50, { effect: 'add', to: on('2026-03-15') }),
    aGrant({
      id: 'once',
      lineageId: 'once',
      feature: 'calls',
      effect: 'add',
      value: 10,
      from: on('2026-01-01'),
    }),
  ];
  const { meter } = situation({ grants });
  expect(told(meter.take(155))).toEqual(['50 of add pack month', '100 of month', '5 of add once never']);
  expect(meter.take(161)).toEqual({ denied: 'limit_reached' });
});

test('windows of different length are allowances of their own', () => {
  const { meter } = situation({
    grants: [gives('base', 100), gives('daily', 10, { reset: { every: 'day' } })],
  });
  expect(told(meter.take(12))).toEqual(['10 of day', '2 of month']);
});

test('a cap holds whatever was given, also without end, and counts all that is used', () => {
  const grants = [
    gives('base', 0, { unlimited: true }),
    gives('daily cap', 20, { effect: 'cap', reset: { every: 'day' } }),
  ];
  const { state } = taken(situation({ grants }).meter.take(15));
  const later = situation({ grants, state });
  expect(later.meter.take(6)).toEqual({ denied: 'cap_reached' });
  expect(later.decide()).toMatchObject({ allowed: true, limit: 20, used: 15, remaining: 5 });
  expect(situation({ grants, state, now: '2026-03-11' }).decide(20)).toMatchObject({ allowed: true });
});

describe('beyond the allowance', () => {
  test('agreed overage is counted apart, up to its own end', () => {
    const grants = [gives('base', 100, { overage: 20 })];
    const { meter } = situation({ grants });
    expect(told(meter.take(115))).toEqual(['100 of month', '15 of overage month']);
    const { state } = taken(meter.take(115));
    expect(situation({ grants, state }).meter.take(6)).toEqual({ denied: 'limit_reached' });
    expect(situation({ grants, state, now: '2026-04-02' }).decide()).toMatchObject({ used: 0 });
  });

  test('a soft limit lets pass with a warning, a watched one without', () => {
    const grants = [gives('base', 10)];
    const soft = situation({ grants, feature: { enforcement: 'soft' } });
    expect(soft.decide(11)).toMatchObject({ allowed: true, warnings: ['limit_reached'] });
    const watched = situation({ grants, feature: { enforcement: 'observe' } });
    expect(watched.decide(11)).toMatchObject({ allowed: true, warnings: [] });
  });

  test('what was used already is counted whatever the limit', () => {
    const { state } = situation({ grants: [gives('base', 10)] }).meter.count(25);
    expect(situation({ grants: [gives('base', 10)], state }).decide()).toMatchObject({
      allowed: false,
      used: 25,
    });
  });
});

describe('what is left over', () => {
  const grants = [gives('base', 100, { rollover: 30 })];

  test('goes over into the next window as far as agreed, and from there no further', () => {
    const { state } = taken(situation({ grants, now: '2026-01-10' }).meter.take(80));
    expect(situation({ grants, state, now: '2026-02-01' }).decide()).toMatchObject({ limit: 120, used: 0 });
    const { state: used } = taken(situation({ grants, state, now: '2026-02-01' }).meter.take(120));
    expect(situation({ grants, state: used, now: '2026-03-01' }).decide()).toMatchObject({ limit: 100 });
  });

  test('adds up over idle windows up to the agreed amount, and not from before it was given', () => {
    expect(situation({ grants, now: '2026-01-20' }).decide()).toMatchObject({ limit: 100 });
    expect(situation({ grants, now: '2026-12-20' }).decide()).toMatchObject({ limit: 130 });
  });
});

test('what is given back can be had again, and what lies in a window long over cannot', () => {
  const grants = [gives('base', 100)];
  const first = taken(situation({ grants }).meter.take(100));
  const returned = givenBack(first.state, first.portions, 'used');
  expect(situation({ grants, state: returned }).decide(100).allowed).toBe(true);

  const april = taken(situation({ grants, state: first.state, now: '2026-04-10' }).meter.take(40));
  const corrected = givenBack(april.state, first.portions, 'used');
  expect(corrected.counters['month']).toMatchObject({ used: 40, before: { used: 0 } });
});

describe('use that is reported late', () => {
  const grants = [gives('base', 100)];
  const march = taken(situation({ grants }).meter.take(60));
  const april = taken(situation({ grants, state: march.state, now: '2026-04-10' }).meter.take(40));

  test('counts in the window in which it happened, and leaves the present one alone', () => {
    const late = situation({ grants, state: april.state, now: '2026-03-20' }).meter.count(30);
    expect(late.state.counters['month']).toMatchObject({ used: 40, before: { used: 90 } });
  });

  test('changes nothing that is counted when its window is longer over', () => {
    const late = situation({ grants, state: april.state, now: '2026-02-20' }).meter.count(30);
    expect(late.state).toEqual(april.state);
  });
});
