import type { Configuration, CustomerSnapshot } from '@latchkey/model';
import { aContext, aWorld, type GeneratedWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { aConfiguration, aFlag, aTargeting } from '@latchkey/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { evaluateGuardedFlag } from '../check/guarded-flag.ts';
import { entitlements } from '../explain/entitlements.ts';
import { compileConfiguration } from './compile-configuration.ts';
import { compileCustomer } from './compile-customer.ts';
import { applyPatch } from './delta.ts';
import { entitledFeatures } from './entitled-features.ts';
import { nextTransition, transitions } from './transitions.ts';

/** What an older or a newer version, or somebody by hand, may have left in the place of anything. */
const poison = fc.constantFrom<unknown>(
  null,
  undefined,
  0,
  -1,
  1e308,
  true,
  '',
  'odd',
  [],
  {},
  [null],
  ['odd'],
  [{}],
);

/** Somewhere in the value, something else: at the top, in a field, or deeper. */
const poisoned = (value: unknown): fc.Arbitrary<unknown> => {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (names.length === 0) return poison;
  const inside = fc
    .constantFrom(...names)
    .chain((name) =>
      poisoned((value as { readonly [name: string]: unknown })[name]).map((bad) =>
        Array.isArray(value) ? value.with(Number(name), bad) : { ...(value as object), [name]: bad },
      ),
    );
  return fc.oneof({ weight: 1, arbitrary: poison }, { weight: 6, arbitrary: inside });
};

/** Asks everything that can be asked. */
function askAll(
  configuration: Configuration,
  snapshot: CustomerSnapshot,
  now: number,
  context: object | undefined,
) {
  const compiled = compileConfiguration(configuration);
  const customer = compileCustomer(compiled, snapshot);
  const asked = context as { readonly [name: string]: unknown } | undefined;
  entitlements(compiled, customer, now, { explain: true, context: asked });
  entitledFeatures(compiled, customer, now, { extras: true });
  transitions(compiled, customer, now);
  nextTransition(compiled, customer, now);
  for (const key of ['exports-flag', 'sso-flag', 'reports-flag']) {
    evaluateGuardedFlag(compiled, customer, key, asked, now);
    evaluateGuardedFlag(compiled, null, key, asked, now);
  }
  for (const feature of ['exports', 'sso', 'reports']) {
    for (const question of [{ quantity: 2 }, { value: 'plus' }, { value: 1 }])
      check(compiled, customer, { feature, ...question }, now);
  }
  applyPatch(configuration, { epoch: 'one', revision: 2, changes: [] });
  return compiled;
}

test('whatever is left in a row, nothing throws', () => {
  const world = aWorld.chain((whole: GeneratedWorld) =>
    fc.record({
      configuration: fc.oneof(fc.constant(whole.configuration), poisoned(whole.configuration)),
      snapshot: fc.oneof(fc.constant(whole.snapshot), poisoned(whole.snapshot)),
      now: fc.constant(whole.now),
      context: aContext,
    }),
  );
  fc.assert(
    fc.property(world, ({ configuration, snapshot, now, context }) => {
      fc.pre(isObject(configuration) && isObject(snapshot));
      askAll(configuration as Configuration, snapshot as CustomerSnapshot, now, context);
    }),
    lawRuns,
  );
});

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lists = [
  'flags',
  'targeting',
  'segments',
  'features',
  'plans',
  'planVersions',
  'publications',
  'grants',
] as const;

test('one bad resource beside a healthy catalogue changes no decision of the others', () => {
  const healthy = aWorld.filter(({ configuration }) => configuration.flags.length > 0);
  const world = healthy.chain((whole) =>
    fc.constantFrom(...lists.filter((name) => whole.configuration[name].length > 0)).chain((name) =>
      fc.record({
        whole: fc.constant(whole),
        name: fc.constant(name),
        // Its name stays its own, so that it does not stand in for another.
        bad: poisoned(whole.configuration[name][0]).map((bad) => renamed(bad, name)),
      }),
    ),
  );
  fc.assert(
    fc.property(world, ({ whole: { configuration, snapshot, now }, name, bad }) => {
      const beside = { ...configuration, [name]: [...configuration[name], bad] } as Configuration;
      const before = compileConfiguration(configuration);
      const after = compileConfiguration(beside);
      const decided = (compiled: typeof before) =>
        entitlements(compiled, compileCustomer(compiled, snapshot), now, { explain: true }).filter(
          ({ feature }) => ['exports', 'sso', 'reports'].includes(feature),
        );
      // A grant or a version that still can be read, under another name, may rightly give something.
      if (
        after.problems.some(({ id }) => id === 'poisoned' || id.startsWith('#') || id.startsWith('poisoned@'))
      )
        expect(decided(after)).toEqual(decided(before));
    }),
    lawRuns,
  );
});

function renamed(bad: unknown, name: (typeof lists)[number]): unknown {
  if (!isObject(bad)) return bad;
  const field = {
    flags: 'key',
    targeting: 'flag',
    segments: 'key',
    features: 'key',
    plans: 'key',
    planVersions: 'plan',
    publications: 'plan',
    grants: 'id',
  }[name];
  return { ...(bad as object), [field]: 'poisoned' };
}

test('a bad flag answers that it is malformed; the others answer as ever', () => {
  const bad = { ...aFlag({ key: 'bad' }), variations: 'none' } as unknown as ReturnType<typeof aFlag>;
  const compiled = compileConfiguration(
    aConfiguration({
      flags: [bad, aFlag()],
      targeting: [aTargeting({ flag: 'bad' }), aTargeting()],
    }),
  );
  const context = { kind: 'user', key: 'ada' };
  expect(evaluateGuardedFlag(compiled, null, 'bad', context, 0)).toMatchObject({
    variationIndex: null,
    reason: { kind: 'ERROR', errorKind: 'MALFORMED_FLAG' },
  });
  expect(evaluateGuardedFlag(compiled, null, 'exports-flag', context, 0)).toMatchObject({ value: true });
  expect(compiled.problems).toEqual([{ kind: 'flag', id: 'bad', detail: 'It is not written as a flag.' }]);
});

test('a healthy world has no problems, and is not copied', () => {
  fc.assert(
    fc.property(aWorld, ({ configuration, snapshot }) => {
      const compiled = compileConfiguration(configuration);
      expect(compiled.problems).toEqual([]);
      expect(compileCustomer(compiled, snapshot).snapshot).toBe(snapshot);
    }),
    { numRuns: 100 },
  );
});
