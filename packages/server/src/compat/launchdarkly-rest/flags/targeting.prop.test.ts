import { fc, test as property } from '@fast-check/vitest';
import type { Clause, FlagRule, FlagTargeting, Serve } from '@latchkey/model';
import { aTargeting } from '@latchkey/testkit/builders';
import { expect } from 'vitest';
import { TargetingSent, targetingOf, toTargeting } from './targeting.ts';

const index = fc.nat({ max: 3 });
const kind = fc.constantFrom(undefined, 'user', 'customer', 'device');
const key = fc.string({ minLength: 1, maxLength: 5 });

/** Two shares that are everybody together. */
const serve: fc.Arbitrary<Serve> = fc.oneof(
  index.map((variation) => ({ variation })),
  fc
    .record({
      contextKind: kind,
      bucketBy: fc.constantFrom(undefined, 'key', 'country', '/address/city'),
      share: fc.nat({ max: 100_000 }),
    })
    .map(({ contextKind, bucketBy, share }) => ({
      rollout: {
        ...(contextKind !== undefined && { contextKind }),
        ...(bucketBy !== undefined && { bucketBy }),
        variations: [
          { variation: 0, weight: share },
          { variation: 1, weight: 100_000 - share },
        ],
      },
    })),
);

const clause: fc.Arbitrary<Clause> = fc
  .record({
    id: key,
    contextKind: kind,
    attribute: fc.constantFrom('country', 'email', '/address/city', ''),
    op: fc.constantFrom('in', 'startsWith', 'segmentMatch', 'semVerEqual'),
    values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxLength: 3 }),
    negate: fc.boolean(),
  })
  .map(({ contextKind, ...rest }) => ({
    ...rest,
    ...(contextKind !== undefined && { contextKind }),
  })) as fc.Arbitrary<Clause>;

const rule: fc.Arbitrary<FlagRule> = fc
  .record({
    id: key,
    description: fc.constantFrom(undefined, 'Sweden'),
    clauses: fc.array(clause, { maxLength: 3 }),
    serve,
  })
  .map(({ description, serve: served, ...rest }) => ({
    ...rest,
    ...(description && { description }),
    ...served,
  }));

const targeting: fc.Arbitrary<FlagTargeting> = fc
  .record({
    on: fc.boolean(),
    offVariation: fc.option(index),
    fallthrough: serve,
    rules: fc.array(rule, { maxLength: 4 }),
    targets: fc.uniqueArray(
      fc.record({
        contextKind: kind.map((one) => one ?? 'user'),
        variation: index,
        values: fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 5, selector: ({ contextKind, variation }) => `${contextKind} ${variation}` },
    ),
    prerequisites: fc.array(fc.record({ flag: fc.constantFrom('a', 'b', 'c'), variation: index }), {
      maxLength: 3,
    }),
  })
  .map((part) => aTargeting(part));

property.prop([targeting])(
  'a targeting that is read and sent back is the targeting that was there',
  (before) => {
    const shown = targetingOf(before);
    const kept = toTargeting(TargetingSent.parse(JSON.parse(JSON.stringify(shown))));
    expect(targetingOf({ ...before, ...kept } as FlagTargeting)).toEqual(shown);
    expect(kept.targets).toEqual(before.targets);
    expect(kept.fallthrough).toEqual(withKinds(before.fallthrough));
  },
);

/** Where no kind of context was said, LaunchDarkly says `user`, which means the same for all but paths. */
function withKinds(served: Serve): Serve {
  if ('variation' in served) return served;
  const { contextKind, bucketBy } = served.rollout;
  if (contextKind === undefined && bucketBy?.startsWith('/')) return served;
  return { rollout: { contextKind: 'user', ...served.rollout } };
}
