import type { Patch } from '@latchkey/model';
import { aConfiguration, aFeature, aFlag, aSnapshot, aTargeting } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { createLog, type LogEntry } from './log.ts';
import { World } from './world.ts';

const aWorld = () => new World(createLog(() => undefined));
const aPatch = (said: Partial<Patch>): Patch => ({
  epoch: 'one',
  revision: 2,
  changes: [],
  customers: [],
  ...said,
});

describe('what this process knows of its environment', () => {
  test('a change follows on the one before, or something was missed', () => {
    const world = aWorld();
    expect(world.patch(aPatch({}))).toBe('gap');
    world.put(aConfiguration({ revision: 5 }));
    expect(world.patch(aPatch({ revision: 5 }))).toBe('known');
    expect(world.patch(aPatch({ revision: 7 }))).toBe('gap');
    expect(world.patch(aPatch({ revision: 6, epoch: 'two' }))).toBe('gap');
    expect(world.configuration?.revision).toBe(5);
    expect(world.patch(aPatch({ revision: 6 }))).toEqual([]);
    expect(world.configuration?.revision).toBe(6);
  });

  test('a change makes the customers old that it names, and those below them; no others', () => {
    const world = aWorld();
    world.put(aConfiguration());
    world.isConnected = true;
    const [acme, branch, bolt] = [
      world.customers.hold('acme'),
      world.customers.hold('branch'),
      world.customers.hold('bolt'),
    ];
    acme.take(aSnapshot());
    branch.take(aSnapshot({ key: 'branch', ancestors: ['acme'] }));
    bolt.take(aSnapshot({ key: 'bolt' }));
    expect(world.patch(aPatch({ customers: ['acme'] }))).toEqual([acme, branch]);
    expect([acme, branch, bolt].map((held) => world.freshness(held))).toEqual(['stale', 'stale', 'live']);
  });

  test('after everything came anew each customer is in doubt', () => {
    const world = aWorld();
    world.put(aConfiguration());
    world.isConnected = true;
    const acme = world.customers.hold('acme');
    acme.take(aSnapshot());
    world.put(aConfiguration({ revision: 2 }));
    expect(world.freshness(acme)).toBe('stale');
  });

  test('nothing is live without a connection', () => {
    const world = aWorld();
    world.put(aConfiguration());
    const acme = world.customers.hold('acme');
    acme.take(aSnapshot());
    expect(world.freshness(acme)).toBe('stale');
    world.isConnected = true;
    expect(world.freshness(acme)).toBe('live');
  });

  test('rules are compiled once for many changes, and not at all for those that concern customers only', () => {
    const world = aWorld();
    world.put(aConfiguration({ flags: [aFlag()], targeting: [aTargeting()], features: [aFeature()] }));
    const before = world.compiled();
    world.patch(aPatch({ customers: ['acme'] }));
    expect(world.compiled()).toBe(before);
    const off = { kind: 'flag_targeting', id: 'exports-flag', after: aTargeting({ on: false }) } as const;
    world.patch(aPatch({ revision: 3, changes: [off] }));
    expect(world.compiled()).not.toBe(before);
    expect(world.compiled()).toBe(world.compiled());
  });

  test('a part of the configuration that makes no sense is left out and told to the log; the rest is decided by', () => {
    const logged: LogEntry[] = [];
    const world = new World(createLog((entry) => logged.push(entry)));
    const features = [aFeature()];
    const good = aConfiguration({ features });
    world.put(good);
    expect(world.compiled()?.source).toBe(good);
    const publications = [{ plan: 'gold', editions: null as never }];
    world.put(aConfiguration({ revision: 2, features, publications }));
    expect(world.compiled()?.source).toMatchObject({ revision: 2, features, publications: [] });
    expect(logged).toMatchObject([
      { event: 'configuration is malformed', error: expect.stringContaining('plan_publication gold') },
    ]);
    const repaired = aConfiguration({ revision: 3 });
    world.put(repaired);
    expect(world.compiled()?.source).toBe(repaired);
  });
});
