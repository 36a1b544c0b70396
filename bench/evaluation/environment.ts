import type { LaunchDarklyData } from '@latchkey/engine/launchdarkly';

/** One person who uses the application, as LaunchDarkly's SDKs describe them. */
export interface Person {
  readonly kind: 'user';
  readonly key: string;
  readonly country: string;
  readonly plan: string;
  readonly seats: number;
  readonly email: string;
}

export const contextCount = 1_000;

export const people: readonly Person[] = Array.from({ length: contextCount }, (_, index) =>
  asReceived<Person>({
    kind: 'user',
    key: `user-${index}`,
    country: ['SE', 'DE', 'US', 'FR', 'NO'][index % 5] ?? 'SE',
    plan: ['free', 'bronze', 'silver', 'gold'][index % 4] ?? 'free',
    seats: (index * 13) % 200,
    email: `person-${index}@${index % 3 === 0 ? 'partner' : 'customer'}.test`,
  }),
);

/**
 * As in an entitlement set-up: a kill switch each (one in twenty is off), five targets, a rule of three clauses, a rule
 * of two of which one asks for a segment of 10,000, a 10 % rollout, and a prerequisite for every tenth.
 */
export function environmentOf(flagCount: number): LaunchDarklyData {
  const clause = (attribute: string, op: string, values: readonly unknown[]) => ({
    contextKind: 'user',
    attribute,
    op,
    values,
    negate: false,
  });
  const flags = Array.from({ length: flagCount }, (_, index) => ({
    key: `feature-${index}`,
    version: 1,
    on: index % 20 !== 19,
    offVariation: 1,
    variations: [true, false],
    prerequisites: index % 10 === 5 ? [{ key: `feature-${index - 5}`, variation: 0 }] : [],
    targets: [{ variation: 0, values: [1, 2, 3, 4, 5].map((n) => `user-${(index * n) % contextCount}`) }],
    contextTargets: [],
    rules: [
      {
        id: `rule-${index}-a`,
        variation: 0,
        clauses: [
          clause('country', 'in', ['SE', 'NO', 'DK', 'FI']),
          clause('plan', 'in', ['gold', 'platinum']),
          clause('seats', 'greaterThanOrEqual', [index % 100]),
        ],
      },
      {
        id: `rule-${index}-b`,
        variation: 0,
        clauses: [clause('', 'segmentMatch', ['entitled']), clause('email', 'endsWith', ['@partner.test'])],
      },
    ],
    fallthrough: {
      rollout: {
        contextKind: 'user',
        variations: [
          { variation: 0, weight: 10_000 },
          { variation: 1, weight: 90_000 },
        ],
      },
    },
    salt: `salt-${index}`,
  }));
  const entitled = {
    key: 'entitled',
    version: 1,
    included: Array.from({ length: 10_000 }, (_, index) => `user-${index * 2}`),
    excluded: [],
    includedContexts: [],
    excludedContexts: [],
    rules: [],
    salt: 'salt',
  };
  const flagsByKey = Object.fromEntries(flags.map((flag) => [flag.key, flag]));
  return asReceived({ flags: flagsByKey, segments: { entitled } });
}

/** Text that came over the network is kept differently from text in source code. */
function asReceived<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
