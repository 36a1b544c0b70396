import { check, explain } from '@latchkey/engine';
import type { JsonValue } from '@latchkey/model';
import { aConfiguration, aFeature, aFlag, aTargeting } from '@latchkey/testkit/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon } from '../test/clients.ts';
import { type Decider, decide, decideAll, type FailMode, flagValue } from './decide.ts';
import { createLog, type LogEntry } from './log.ts';
import { isConfiguration, isCustomerSnapshot } from './wire-check.ts';
import { World } from './world.ts';

function aDecider(failMode: FailMode = 'deny') {
  const logged: LogEntry[] = [];
  const log = createLog((entry) => logged.push(entry));
  const world = new World(log);
  const decider: Decider = { world, failMode, now: () => noon, log };
  return { decider, world, logged, acme: world.customers.hold('acme') };
}

describe('a decision while nothing is known of the customer', () => {
  test('is the fail mode of the feature, once the catalogue is known', () => {
    const { decider, world, acme } = aDecider('allow');
    const modes = (['last_known', 'allow', 'deny'] as const).map((failMode) =>
      aFeature({ key: failMode, failMode }),
    );
    world.put(aConfiguration({ features: modes }));
    const answers = decideAll(decider, acme, {}).map(({ feature, allowed, reason, freshness }) => [
      feature,
      allowed,
      reason,
      freshness,
    ]);
    expect(answers).toEqual([
      ['allow', true, 'fail_mode', 'fallback'],
      ['deny', false, 'no_data', 'fallback'],
      ['last_known', false, 'no_data', 'fallback'],
    ]);
  });

  test('is what the application said, while not even the catalogue is known', () => {
    for (const [failMode, allowed] of [
      ['deny', false],
      ['allow', true],
      [{ exports: 'allow' }, true],
      [{ seats: 'allow' }, false],
    ] as const) {
      const { decider, acme } = aDecider(failMode);
      expect(decide(decider, acme, 'exports', undefined, check)).toMatchObject({
        allowed,
        freshness: 'fallback',
      });
    }
  });

  test('says in a sentence what it rests on, and is logged once', () => {
    const { decider, acme, logged } = aDecider();
    for (let times = 0; times < 3; times += 1) {
      expect(decide(decider, acme, 'exports', undefined, explain).sentence).toBe(
        'Nothing has been heard about acme yet, so exports is closed by its fail mode.',
      );
    }
    expect(logged).toEqual([
      { level: 'warn', event: 'a decision was made without data', feature: 'exports' },
    ]);
  });
});

describe('a flag', () => {
  const ask = (value: JsonValue, otherwise: JsonValue) => {
    const { decider, world } = aDecider();
    world.put(
      aConfiguration({
        flags: [aFlag({ kind: 'json', variations: [{ value: null }, { value }] })],
        targeting: [aTargeting()],
      }),
    );
    return flagValue(decider, null, 'exports-flag', { kind: 'user', key: 'ada' }, otherwise);
  };

  test('answers with its value where that is of the type of the default, else with the default', () => {
    expect(ask(true, false)).toBe(true);
    expect(ask('blue', 'red')).toBe('blue');
    expect(ask({ a: 1 }, {})).toEqual({ a: 1 });
    expect(ask(3, null)).toBe(3);
    expect(ask('true', false)).toBe(false);
    expect(ask(1, '1')).toBe('1');
  });

  test('that is not there, or asked without a context, answers with the default and is logged once', () => {
    const { decider, world, logged } = aDecider();
    world.put(aConfiguration({ flags: [aFlag()], targeting: [aTargeting()] }));
    for (let times = 0; times < 3; times += 1) {
      expect(flagValue(decider, null, 'nowhere', { kind: 'user', key: 'ada' }, true)).toBe(true);
      expect(flagValue(decider, null, 'exports-flag', undefined, 'red')).toBe('red');
    }
    expect(logged.map(({ flag }) => flag)).toEqual(['nowhere', 'exports-flag']);
  });
});

describe('whatever arrives and whatever is asked', () => {
  const junk = fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<JsonValue>;
  const junkList = fc.array(
    fc.dictionary(fc.constantFrom('key', 'id', 'feature', 'flag', 'from', 'kind'), junk),
  );
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true });

  test('a question is answered', () => {
    const configurations = fc.record({
      epoch: fc.string(),
      revision: fc.integer(),
      flags: junkList,
      targeting: junkList,
      segments: junkList,
      features: junkList,
      plans: junkList,
      planVersions: junkList,
      publications: junkList,
      grants: junkList,
    });
    const snapshots = fc.record({
      epoch: fc.string(),
      revision: fc.integer(),
      customer: fc.option(fc.dictionary(fc.string(), junk)),
      key: fc.constant('acme'),
      ancestors: fc.array(fc.string()),
      segments: fc.dictionary(fc.string(), junk),
      subscriptions: junkList,
      grants: junkList,
      seats: junkList,
    });
    fc.assert(
      fc.property(
        configurations,
        snapshots,
        fc.string(),
        anything,
        (configuration, snapshot, feature, options) => {
          const { decider, world, acme } = aDecider();
          expect(isConfiguration(configuration) && isCustomerSnapshot(snapshot)).toBe(true);
          if (isConfiguration(configuration)) world.put(configuration);
          if (isCustomerSnapshot(snapshot)) acme.take(snapshot);
          for (const key of [feature, 'exports', '__proto__']) {
            const decision = decide(decider, acme, key, options as never, check);
            expect(typeof decision.allowed).toBe('boolean');
            expect(decide(decider, acme, key, options as never, explain).sentence).toEqual(
              expect.any(String),
            );
            expect(flagValue(decider, acme, key, options as never, 'red')).toEqual(expect.any(String));
          }
          expect(decideAll(decider, acme, options as never)).toEqual(expect.any(Array));
        },
      ),
      { numRuns: 100 },
    );
  });
});
