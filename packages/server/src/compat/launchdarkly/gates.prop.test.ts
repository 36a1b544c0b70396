import { fc, test } from '@fast-check/vitest';
import { launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { expect } from 'vitest';
import { Gatekeeper } from './gates.ts';
import { RightsLists } from './rights-lists.ts';

const flags = ['chat', 'exports', 'search', 'sso'];
const customers = ['acme', 'globex', 'hooli', 'initech', 'umbrella'];
const facts = ['latchkey:fact:gold', 'latchkey:fact:large'];
const someFlags = fc.subarray([...flags, ...facts]);

/** One customer's rights change, or everybody's do because other flags are on. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('one' as const), customer: fc.constantFrom(...customers), has: someFlags }),
  fc.record({ kind: fc.constant('gone' as const), customer: fc.constantFrom(...customers) }),
  fc.record({
    kind: fc.constant('all' as const),
    on: someFlags,
    nobody: someFlags,
    has: fc.dictionary(fc.constantFrom(...customers), someFlags),
  }),
);

const anOnFlag = (key: string) => ({
  key,
  on: true,
  variations: [true, false],
  offVariation: 1,
  fallthrough: { variation: 0 },
  salt: key,
});

const isGuarded = (name: string): boolean => flags.includes(name);

/** On for those whom the generated segment has. */
const aFlagOnFact = (key: string) => ({
  ...anOnFlag(key),
  fallthrough: { variation: 1 },
  rules: [{ clauses: [{ attribute: '', op: 'segmentMatch', values: [key] }], variation: 0 }],
});

test.prop([fc.array(step, { maxLength: 12 })])(
  'whatever changed before, a flag is on for those who have its right, or of whom its fact is true, and for nobody else',
  (steps) => {
    const lists = new RightsLists();
    const gatekeeper = new Gatekeeper();
    const rights = new Map<string, ReadonlySet<string>>();
    let on: readonly string[] = flags;
    lists.regroup(on, rights);
    for (const each of steps) {
      if (each.kind === 'all') {
        on = each.on;
        const onOnly = (has: readonly string[]) => lists.combination(has.filter((flag) => on.includes(flag)));
        rights.clear();
        for (const [customer, has] of Object.entries(each.has)) rights.set(customer, onOnly(has));
        lists.regroup(on, rights);
        lists.nobodyHas = onOnly(each.nobody);
      } else {
        const has =
          each.kind === 'gone' ? null : lists.combination(each.has.filter((key) => on.includes(key)));
        if (has) rights.set(each.customer, has);
        else rights.delete(each.customer);
        lists.place(each.customer, has);
      }
      const asking = [...flags.map(anOnFlag), ...facts.map(aFlagOnFact)];
      const base = { flags: new Map(asking.map((flag) => [flag.key, flag])), segments: new Map() };
      const isFact = (name: string): boolean => !isGuarded(name);
      const gated = gatekeeper.gate(base, lists.gates(on.filter(isGuarded), on.filter(isFact)));
      const evaluator = launchDarklyEvaluator({
        flags: Object.fromEntries(gated.flags),
        segments: Object.fromEntries(gated.cohorts),
      });
      for (const customer of [...customers, 'stranger']) {
        const has = rights.get(customer) ?? lists.nobodyHas;
        const answered = on.filter(
          (flag) => evaluator.evaluate(flag, { kind: 'customer', key: customer }, null).value === true,
        );
        expect(answered).toEqual(on.filter((flag) => has.has(flag)));
      }
      // Who names no customer has the rights of a customer that nobody knows, and no facts.
      const user = { kind: 'user', key: customers[0] };
      const answered = on.filter((flag) => evaluator.evaluate(flag, user, null).value === true);
      expect(answered).toEqual(on.filter((flag) => isGuarded(flag) && lists.nobodyHas.has(flag)));
    }
  },
);

test('customers with rights unlike anybody else’s are listed for a few flags at a time, and still exactly', () => {
  const many = Array.from({ length: 12 }, (_, index) => `flag-${index}`);
  const lists = new RightsLists();
  const hasByCustomer = new Map(
    Array.from({ length: 2 ** many.length }, (_, index) => [
      `customer-${index}`,
      lists.combination(many.filter((_, bit) => (index >> bit) % 2 === 1)),
    ]),
  );
  lists.regroup(many, hasByCustomer);
  const { byFlag, cohorts } = lists.gates(many);
  // Each alone would be 4,096 lists of one; in two groups of six flags there are 63 with anything to say.
  expect(cohorts.size).toBeLessThan(200);
  for (const [flag, { lists: keys }] of byFlag) {
    const listed = keys.flatMap((key) => cohorts.get(key)?.includedContexts?.[0]?.values ?? []);
    const entitled = [...hasByCustomer].filter(([, has]) => has.has(flag)).map(([customer]) => customer);
    expect([...listed].sort()).toEqual(entitled.sort());
  }
});

test('a right that a whole plan gains changes no list, and one customer’s change at most two', () => {
  const lists = new RightsLists();
  const of = (gold: readonly string[]) =>
    new Map(
      Array.from({ length: 5000 }, (_, index) => [
        `customer-${index}`,
        lists.combination(index % 2 === 0 ? gold : ['chat']),
      ]),
    );
  const changed = (act: () => void, on: readonly string[]) => {
    const before = lists.gates(on).cohorts;
    act();
    return [...lists.gates(on).cohorts].filter(([key, list]) => before.get(key) !== list).length;
  };
  lists.regroup(['chat', 'sso'], of(['chat', 'sso']));
  expect(
    changed(() => lists.regroup(['chat', 'exports', 'sso'], of(['chat', 'exports', 'sso'])), ['chat', 'sso']),
  ).toBe(0);
  expect(
    changed(() => lists.place('customer-0', lists.combination(['chat'])), ['chat', 'exports', 'sso']),
  ).toBeLessThanOrEqual(2);
});
