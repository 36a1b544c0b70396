import type { Decision } from '@latchkey/model';
import { aConfiguration, aFeature, aGrant, aSnapshot } from '@latchkey/testkit/builders';
import { describe, expect, test, vi } from 'vitest';
import { noon, runtimeOf } from '../test/clients.ts';
import { ManualTime } from '../test/manual-time.ts';
import type { Decider } from './decide.ts';
import { type Change, Watches } from './watches.ts';
import { World } from './world.ts';

const minute = 60_000;
const day = 86_400_000;
const instant = (at: number) => new Date(at).toISOString();

function watching({ to = null }: { readonly to?: number | null } = {}) {
  const time = new ManualTime(noon);
  const runtime = runtimeOf(time);
  const world = new World(runtime.log);
  world.put(aConfiguration({ features: [aFeature(), aFeature({ key: 'reports' })] }));
  const acme = world.customers.hold('acme');
  acme.take(aSnapshot({ grants: [aGrant({ to: to === null ? null : instant(to) })] }));
  const decider: Decider = { world, failMode: 'deny', now: time.now, log: runtime.log };
  const watches = new Watches(decider, runtime);
  const told: (readonly Decision[])[] = [];
  return {
    time,
    world,
    acme,
    watches,
    told,
    listen: () => watches.onDecisions(acme, (changed) => told.push(changed)),
  };
}

describe('who wants to hear of a customer’s decisions', () => {
  test('hears what is different, and nothing when nothing is', () => {
    const { acme, watches, told, listen } = watching();
    listen();
    watches.moved('all');
    expect(told).toEqual([]);
    acme.take(aSnapshot({ revision: 2, grants: [aGrant(), aGrant({ id: 'g_2', feature: 'reports' })] }));
    watches.moved([acme]);
    expect(told).toMatchObject([[{ feature: 'reports', allowed: true }]]);
  });

  test('hears of a feature that left the catalogue', () => {
    const { world, watches, told, listen } = watching();
    listen();
    world.put(aConfiguration({ revision: 2, features: [aFeature()] }));
    watches.moved('all');
    expect(told).toMatchObject([[{ feature: 'reports', allowed: false, reason: 'feature_unknown' }]]);
  });

  test('hears nothing any more once that was ended, and no timer is left', () => {
    const { time, watches, told, listen } = watching({ to: noon + day });
    const end = listen();
    end();
    watches.moved('all');
    time.advance(2 * day);
    expect(told).toEqual([]);
    expect(time.waits).toEqual([]);
  });

  test('hears it although another listener fails', () => {
    const { acme, watches, told, listen } = watching();
    watches.onDecisions(acme, () => {
      throw new Error('the application’s own trouble');
    });
    listen();
    acme.take(aSnapshot({ revision: 2 }));
    watches.moved([acme]);
    expect(told).toMatchObject([[{ feature: 'exports', allowed: false }]]);
  });
});

describe('when time itself changes a decision', () => {
  test('it is told at that moment, not a millisecond before', () => {
    const { time, told, listen } = watching({ to: noon + 90 * minute });
    listen();
    time.advance(90 * minute - 1);
    expect(told).toEqual([]);
    time.advance(1);
    expect(told).toMatchObject([[{ feature: 'exports', allowed: false, reason: 'expired' }]]);
  });

  test('also when it is further away than a timer can be set', () => {
    const { time, told, listen } = watching({ to: noon + 400 * day });
    listen();
    expect(Math.max(...time.waits)).toBeLessThanOrEqual(minute);
    time.advance(400 * day - 1);
    expect(told).toEqual([]);
    time.advance(1);
    expect(told).toHaveLength(1);
  });

  test('within a minute when the clock was set or the machine slept', () => {
    const { time, told, listen } = watching({ to: noon + 5 * day });
    listen();
    time.jump(6 * day);
    expect(told).toEqual([]);
    time.advance(minute);
    expect(told).toHaveLength(1);
  });

  test('who listens to the whole client is told whom it concerns', () => {
    const { time, watches } = watching({ to: noon + day });
    const changes: Change[] = [];
    watches.onChange((change) => changes.push(change));
    time.advance(2 * day);
    expect(changes).toEqual([{ because: 'time', revision: 1, customers: ['acme'] }]);
  });
});

test('a change for thousands of listeners leaves the process its turns, and each is told', async () => {
  const { world, watches } = watching();
  const told = new Set<string>();
  const all = Array.from({ length: 500 }, (_, index) => world.customers.hold(`customer-${index}`));
  for (const held of all) {
    held.take(aSnapshot({ key: held.key }));
    watches.onDecisions(held, () => told.add(held.key));
  }
  for (const held of all) {
    const { key } = held;
    held.take(aSnapshot({ key, revision: 2, grants: [aGrant({ subject: { kind: 'customer', key } })] }));
  }
  watches.moved('all');
  expect(told.size).toBeLessThan(500);
  await vi.waitFor(() => expect(told.size).toBe(500));
});
