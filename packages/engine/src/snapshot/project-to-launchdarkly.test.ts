import { aFlag, aSegment, aTargeting } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { toLaunchDarkly, toLaunchDarklyFlag } from './project-to-launchdarkly.ts';

const swiss = { attribute: 'country', op: 'in' as const, values: ['CH'] };

test('a flag keeps its variations, rules and prerequisites in LaunchDarkly’s words', () => {
  const targeting = aTargeting({
    rules: [{ id: 'r1', description: 'Pilots first', clauses: [{ id: 'c1', ...swiss }], variation: 1 }],
    prerequisites: [{ flag: 'sso', variation: 1 }],
  });
  const projected = toLaunchDarklyFlag(aFlag(), targeting, 7);
  expect(projected.rules).toEqual([{ id: 'r1', clauses: [swiss], variation: 1 }]);
  expect(projected).toMatchObject({
    key: 'exports-flag',
    version: 7,
    on: true,
    offVariation: 0,
    variations: [false, true],
    fallthrough: { variation: 1 },
    prerequisites: [{ key: 'sso', variation: 1 }],
    clientSideAvailability: { usingEnvironmentId: true, usingMobileKey: true },
  });
});

test('users are listed as targets, and other kinds in the list that gives the order', () => {
  const users = { variation: 1, values: ['ada'] };
  const customers = { contextKind: 'customer', variation: 0, values: ['acme'] };
  expect(toLaunchDarklyFlag(aFlag(), aTargeting({ targets: [customers, users] }), 1)).toMatchObject({
    targets: [users],
    contextTargets: [customers, { contextKind: 'user', variation: 1, values: [] }],
  });
  expect(toLaunchDarklyFlag(aFlag(), aTargeting({ targets: [users] }), 1)).toMatchObject({
    targets: [users],
    contextTargets: [],
  });
});

test('a flag that was never touched is off, and an archived one is not there', () => {
  const flags = [aFlag({ key: 'new' }), aFlag({ key: 'old', state: 'archived' })];
  const projected = toLaunchDarkly({
    flags,
    targeting: [aTargeting({ flag: 'old' })],
    segments: [],
    revision: 1,
  });
  expect(Object.keys(projected.flags)).toEqual(['new']);
  expect(projected.flags['new']).toMatchObject({ on: false });
});

test('segments carry their rules without what people call them, and never their members', () => {
  const clause = { attribute: 'country', op: 'in' as const, values: ['DE'] };
  const named = [{ id: 'r1', description: 'Germans', clauses: [{ id: 'c1', ...clause }], weight: 50_000 }];
  const projected = toLaunchDarkly({
    flags: [],
    targeting: [],
    segments: [aSegment({ rules: named })],
    revision: 3,
  });
  expect(projected.segments['pilots']).toEqual({
    key: 'pilots',
    version: 3,
    salt: 'pilots',
    included: [],
    excluded: [],
    rules: [{ id: 'r1', clauses: [clause], weight: 50_000 }],
  });
});
