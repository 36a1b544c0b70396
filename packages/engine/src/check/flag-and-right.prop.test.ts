import { fc, test } from '@fast-check/vitest';
import type { Clause, CustomerSnapshot, DenialReason, FlagRule } from '@latchkey/model';
import {
  aContext,
  aGrantOf,
  aMoment,
  aWorld,
  type GeneratedWorld,
  lawRuns,
} from '@latchkey/testkit/arbitrary';
import { aGrant, anItem, aSegment, aSubscription } from '@latchkey/testkit/builders';
import { expect } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { check } from './check.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';
import { guardedFlags } from './guarded-flags.ts';

/** Denials that come after the flag has been asked: about the amount, the value or the seat. */
const afterTheFlag: ReadonlySet<string> = new Set<DenialReason>([
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
]);

type Step = (world: GeneratedWorld) => GeneratedWorld;

const aFactClause = fc.constantFrom<Clause>(
  { attribute: 'latchkey.planType', op: 'in', values: ['gold', 'free'] },
  { attribute: 'latchkey.plans', op: 'in', values: ['boost'], negate: true },
  { attribute: 'entitlement.subscriptionStatus', op: 'in', values: ['active', 'scheduled'] },
  { attribute: 'entitlement.orderQuantity', op: 'greaterThanOrEqual', values: [2] },
  { attribute: 'latchkey.trial', op: 'in', values: ['running'] },
  { attribute: 'latchkey.customerState', op: 'in', values: ['active'], contextKind: 'user' },
  { attribute: '', op: 'segmentMatch', values: ['by-fact', 'germans'] },
);
const ruleOf = (clauses: Clause[], variation: number): FlagRule => ({ id: 'by-fact', clauses, variation });
const aVariation = fc.constantFrom(0, 1);
const aFlagKey = fc.constantFrom('exports-flag', 'sso-flag', 'reports-flag');

/** One of the flags is told first of all to ask for facts. */
const askForFacts = fc.tuple(aFlagKey, fc.array(aFactClause, { maxLength: 2 }), aVariation, aVariation).map(
  ([flag, clauses, variation, otherwise]): Step =>
    (world) => {
      const targeting = world.configuration.targeting.map((each) =>
        each.flag === flag
          ? { ...each, fallthrough: { variation: otherwise }, rules: [ruleOf(clauses, variation)] }
          : each,
      );
      return { ...world, configuration: { ...world.configuration, targeting } };
    },
);

/** A segment whose members are known by facts alone, with a right of their own. */
const addSegment = fc.tuple(aFactClause, fc.constantFrom('exports', 'sso')).map(
  ([clause, feature]): Step =>
    ({ configuration, ...world }) => {
      const { segments, grants } = configuration;
      const rules = [{ id: 'r1', clauses: [clause] }];
      const subject = { kind: 'segment', key: 'by-fact' } as const;
      return {
        ...world,
        configuration: {
          ...configuration,
          segments: [...segments.filter(({ key }) => key !== 'by-fact'), aSegment({ key: 'by-fact', rules })],
          grants: [...grants, aGrant({ id: `g_by-fact_${grants.length}`, subject, feature })],
        },
      };
    },
);

const switchFlag = fc.tuple(aFlagKey, fc.boolean()).map(
  ([flag, on]): Step =>
    (world) => ({
      ...world,
      configuration: {
        ...world.configuration,
        targeting: world.configuration.targeting.map((each) => (each.flag === flag ? { ...each, on } : each)),
      },
    }),
);

const give = aGrantOf({ key: 'exports', kind: 'switch' }, ['allow', 'deny']).map(
  (grant): Step =>
    ({ configuration, snapshot, ...world }) =>
      grant.subject.kind === 'customer'
        ? { ...world, configuration, snapshot: { ...snapshot, grants: [...snapshot.grants, grant] } }
        : {
            ...world,
            snapshot,
            configuration: { ...configuration, grants: [...configuration.grants, grant] },
          },
);

const buy = fc
  .record({
    plan: fc.constantFrom('gold', 'boost', 'free'),
    quantity: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom('active', 'active', 'draft', 'suspended', 'closed'),
    from: aMoment,
    days: fc.integer({ min: 1, max: 4 }),
  })
  .map(
    ({ plan, quantity, state, from, days }): Step =>
      ({ snapshot, ...world }) => {
        const number = snapshot.subscriptions.length + 1;
        const [start, end] = [new Date(from), new Date(from + days * 86_400_000)];
        const dates = { from: start.toISOString(), to: end.toISOString() };
        const items = [anItem({ pkId: `pk_bought_${number}`, plan, quantity, ...dates })];
        const bought = aSubscription({ eId: `e_bought_${number}`, state: state as 'active', items });
        return { ...world, snapshot: { ...snapshot, subscriptions: [...snapshot.subscriptions, bought] } };
      },
  );

const suspend = fc.constantFrom('active', 'suspended').map(
  (state): Step =>
    ({ snapshot, ...world }) => {
      const { customer } = snapshot;
      const changed = customer && { ...customer, state: state as 'active' };
      return { ...world, snapshot: { ...snapshot, customer: changed } as CustomerSnapshot };
    },
);

const wait = aMoment.map(
  (now): Step =>
    (world) => ({ ...world, now }),
);

const someSteps = fc
  .tuple(
    askForFacts,
    fc.array(fc.oneof(askForFacts, addSegment, switchFlag, give, buy, suspend, wait), { maxLength: 8 }),
  )
  .map(([first, others]) => [first, ...others]);

test.prop([aWorld, someSteps, aContext, aMoment], lawRuns)(
  'whatever happens to a customer, and when, flag and check agree, and both stay as they are until they said',
  (begin, steps, context, later) => {
    let world = begin;
    for (const step of steps) {
      world = step(world);
      const configuration = compileConfiguration(world.configuration);
      const customer = compileCustomer(configuration, world.snapshot);
      const until = nextTransition(configuration, customer, world.now);
      for (const now of [world.now, ...(later > world.now && later < until ? [later] : [])]) {
        const flags = guardedFlags(configuration, { customer, context }, now);
        const fresh = compileCustomer(configuration, world.snapshot);
        for (const { key: feature, flagKey } of configuration.features.values()) {
          if (flagKey === null) continue;
          const answer = evaluateGuardedFlag(configuration, customer, flagKey, context, now);
          expect(flags.answer(flagKey)).toEqual(answer);
          const guard = configuration.flagsByKey.get(flagKey);
          const isOn =
            answer.variationIndex !== null &&
            answer.variationIndex !== guard?.targeting?.offVariation &&
            (guard?.flag.kind !== 'boolean' || answer.value === true);
          const decision = check(configuration, customer, { feature, context }, now);
          expect(decision.allowed || afterTheFlag.has(decision.reason)).toBe(isOn);
          // What was asked at other times before, and is kept, changes nothing.
          expect(check(configuration, fresh, { feature, context }, now)).toEqual(decision);
          expect(now === world.now || same(flags.answer(flagKey), world, flagKey, context)).toBe(true);
        }
      }
    }
  },
);

/** Whether the answer is the one of the world's own moment. */
function same(
  answer: unknown,
  { configuration, snapshot, now }: GeneratedWorld,
  flagKey: string,
  context: Parameters<typeof evaluateGuardedFlag>[3],
): boolean {
  const compiled = compileConfiguration(configuration);
  const customer = compileCustomer(compiled, snapshot);
  const before = evaluateGuardedFlag(compiled, customer, flagKey, context, now);
  return JSON.stringify(before) === JSON.stringify(answer);
}
