import { fc, test } from '@fast-check/vitest';
import type { Decision, Grant } from '@latchkey/model';
import {
  aContext,
  aGrantOf,
  aMoment,
  aWorld,
  type GeneratedWorld,
  lawRuns,
  levels,
} from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { entitlements } from '../explain/entitlements.ts';
import { explain } from '../explain/explain.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { check } from './check.ts';
import type { Question } from './stage.ts';

const keys = ['exports', 'sso', 'reports'];

function compile({ configuration, snapshot }: GeneratedWorld) {
  const compiled = compileConfiguration(configuration);
  return { compiled, customer: compileCustomer(compiled, snapshot) };
}

const decideAll = (world: GeneratedWorld, now = world.now): readonly Decision[] => {
  const { compiled, customer } = compile(world);
  return entitlements(compiled, customer, now);
};

const aQuestion = fc
  .record({
    feature: fc.constantFrom(...keys, 'unheard-of'),
    context: aContext,
    quantity: fc.constantFrom(undefined, undefined, 0, 1, 2, 3, 4, 5, 6),
    value: fc.constantFrom(undefined, undefined, ...levels, 'csv', 2),
  })
  .map((question): Question => question);

/** One more grant for whoever it is that the world is about. */
function withGrant(world: GeneratedWorld, grant: Grant): GeneratedWorld {
  const { configuration, snapshot } = world;
  return grant.subject.kind === 'customer'
    ? { ...world, snapshot: { ...snapshot, grants: [...snapshot.grants, grant] } }
    : { ...world, configuration: { ...configuration, grants: [...configuration.grants, grant] } };
}

/** A world and one more grant of its first feature, of its own kind, with one of the effects. */
const aWorldAndGrant = (...effects: Grant['effect'][]) =>
  aWorld.chain((world) => {
    const [feature] = world.configuration.features;
    if (feature === undefined) throw new Error('every world has features');
    return fc.tuple(fc.constant(world), aGrantOf(feature, effects));
  });

/** Whether `less` gives nothing that `more` does not give. Whole configurations have no order among them. */
function isAtMost(less: Decision, more: Decision): boolean {
  if (less.allowed && !more.allowed) return false;
  if (less.value === null || more.value === null) return less.value === null || more.allowed;
  const rank = (value: unknown) =>
    value === 'unlimited'
      ? Number.POSITIVE_INFINITY
      : typeof value === 'number'
        ? value
        : (levels as readonly unknown[]).indexOf(value);
  if (Array.isArray(less.value) && Array.isArray(more.value)) {
    const members = more.value;
    return less.value.every((member) => members.includes(member));
  }
  return (
    typeof less.value === 'object' || typeof more.value === 'object' || rank(less.value) <= rank(more.value)
  );
}

test.prop([aWorld, fc.integer()], lawRuns)(
  'the order in which things arrive never matters',
  (world, seed) => {
    const shuffled = <Item>(items: readonly Item[]): Item[] =>
      fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0] ?? [];
    const { configuration, snapshot } = world;
    const other: GeneratedWorld = {
      ...world,
      configuration: {
        ...configuration,
        grants: shuffled(configuration.grants),
        features: shuffled(configuration.features),
        planVersions: shuffled(configuration.planVersions),
        publications: shuffled(configuration.publications),
      },
      snapshot: {
        ...snapshot,
        grants: shuffled(snapshot.grants),
        seats: shuffled(snapshot.seats),
        subscriptions: snapshot.subscriptions.map((each) => ({ ...each, items: shuffled(each.items) })),
      },
    };
    expect(decideAll(other)).toEqual(decideAll(world));
  },
);

test.prop([aWorldAndGrant('allow', 'add')], lawRuns)(
  'one more allow or add never lowers a result',
  ([world, grant]) => {
    const before = decideAll(world);
    const after = decideAll(withGrant(world, grant));
    before.forEach((decision, index) => {
      expect(isAtMost(decision, after[index] ?? decision), JSON.stringify([decision, after[index]])).toBe(
        true,
      );
    });
  },
);

test.prop([aWorldAndGrant('deny', 'cap')], lawRuns)(
  'one more deny or cap never raises a result',
  ([world, grant]) => {
    const before = decideAll(world);
    const after = decideAll(withGrant(world, grant));
    before.forEach((decision, index) => {
      expect(isAtMost(after[index] ?? decision, decision), JSON.stringify([decision, after[index]])).toBe(
        true,
      );
    });
  },
);

test.prop([aWorldAndGrant('allow', 'set', 'add', 'deny', 'cap'), aMoment], lawRuns)(
  'cutting a grant into two adjacent intervals of one lineage changes nothing',
  ([world, grant], cut) => {
    const edge = new Date(cut).toISOString();
    fc.pre(edge > grant.from && (grant.to === null || edge < grant.to));
    const first = { ...grant, to: edge };
    const second = { ...grant, id: 'g_second', from: edge };
    const whole = decideAll(withGrant(world, grant));
    const halves = decideAll(withGrant(withGrant(world, first), second));
    const besidesNextChange = (all: readonly Decision[]) => all.map(({ nextChangeAt: _, ...rest }) => rest);
    expect(besidesNextChange(halves)).toEqual(besidesNextChange(whole));
  },
);

test.prop([aWorld, aQuestion], lawRuns)(
  'the first denial that explain shows is the answer of check',
  (world, question) => {
    const { compiled, customer } = compile(world);
    const { sources, steps, unlock, sentence, ...explained } = explain(
      compiled,
      customer,
      question,
      world.now,
    );
    expect(explained).toEqual(check(compiled, customer, question, world.now));
    const denial = steps?.find(({ passed }) => !passed);
    expect(explained.allowed).toBe(denial === undefined);
    if (denial !== undefined) expect(explained.reason).toBe(denial.reason);
    expect(sentence).toMatch(/^\S.*\.$/);
    expect(sentence).not.toMatch(/null|undefined|NaN|Invalid/);
    expect(unlock?.length ?? 0).toBeLessThanOrEqual(4);
    for (const { kept, because } of sources ?? []) if (!kept) expect(because).not.toBeNull();
  },
);

test.prop([aWorld, aQuestion, aMoment], lawRuns)(
  'until nextChangeAt the answer is the same',
  (world, question, later) => {
    const { compiled, customer } = compile(world);
    const answer = check(compiled, customer, question, world.now);
    const end = answer.nextChangeAt === null ? Number.POSITIVE_INFINITY : Date.parse(answer.nextChangeAt);
    expect(end).toBeGreaterThan(world.now);
    const moments = [later, end - 1].filter(
      (moment) => moment >= world.now && moment < end && Number.isFinite(moment),
    );
    for (const moment of moments) {
      const anew = compile(world);
      expect(check(anew.compiled, anew.customer, question, moment)).toEqual(answer);
    }
  },
);

test.prop([aWorld, aMoment], lawRuns)(
  'until the next transition nothing that is said of a customer changes',
  (world, later) => {
    const { compiled, customer } = compile(world);
    const end = nextTransition(compiled, customer, world.now);
    fc.pre(later > world.now && later < end);
    expect(entitlements(compiled, customer, later)).toEqual(entitlements(compiled, customer, world.now));
  },
);

test.prop([aWorld, aQuestion, aMoment], lawRuns)(
  'what was asked before never changes an answer',
  (world, question, earlier) => {
    const { compiled, customer } = compile(world);
    entitlements(compiled, customer, earlier);
    check(compiled, customer, question, earlier);
    const fresh = compile(world);
    expect(check(compiled, customer, question, world.now)).toEqual(
      check(fresh.compiled, fresh.customer, question, world.now),
    );
  },
);

test.prop([aWorld, aWorld], lawRuns)(
  'a customer that was compiled under an older revision is answered by the newer',
  (older, newer) => {
    const customer = compile(older).customer;
    const configuration = compileConfiguration(newer.configuration);
    expect(entitlements(configuration, customer, newer.now)).toEqual(
      entitlements(configuration, compileCustomer(configuration, older.snapshot), newer.now),
    );
  },
);
