import { readdirSync, readFileSync } from 'node:fs';
import type { Configuration, CustomerSnapshot, Feature, Grant, PlanPublication } from '@latchkey/model';
import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSegment,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  on,
  seatUse,
} from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { FlagRoll } from './check/all-flags.ts';
import { check } from './check/check.ts';
import { evaluateGuardedFlag } from './check/guarded-flag.ts';
import type { Question } from './check/stage.ts';
import { openFeatureAnswers } from './openfeature.ts';
import { compileConfiguration } from './snapshot/compile-configuration.ts';
import { compileCustomer } from './snapshot/compile-customer.ts';
import type { EvaluationContext } from './snapshot/customer-context.ts';
import { entitledFeatures } from './snapshot/entitled-features.ts';

/** Written by hand: every part may say as little as it likes, and the builders fill in the rest. */
type Said = { readonly [name: string]: unknown };

interface World {
  readonly configuration?: Said;
  readonly snapshot?: Said;
  readonly now?: string;
  readonly question?: Question;
  readonly flag?: string;
  readonly context?: EvaluationContext;
}
type Case<Expected> = World & { readonly name: string; readonly extras?: boolean; readonly expect: Expected };
type File<C> = World & { readonly about: string; readonly cases: readonly C[] };

interface MergeCase {
  readonly name: string;
  readonly feature: Partial<Feature>;
  readonly grants: readonly Partial<Grant>[];
  readonly expect: object;
}

const folder = new URL('../../../conformance/', import.meta.url);

function filesOf<C>(name: string): readonly File<C>[] {
  const inside = new URL(`${name}/`, folder);
  const names = readdirSync(inside).filter((file) => file.endsWith('.json'));
  return names.map((file) => JSON.parse(readFileSync(new URL(file, inside), 'utf8')) as File<C>);
}

const dates = ['from', 'to', 'revokedAt', 'grantedAt', 'changedAt'] as const;

/** Days become instants. */
function dated<T extends object>(said: T): T {
  const written = said as { readonly [name: string]: unknown };
  const moved = dates.flatMap((name) => {
    const day = written[name];
    return typeof day === 'string' ? [[name, on(day)]] : [];
  });
  return { ...said, ...Object.fromEntries(moved) };
}

function configurationOf(said: Said): Configuration {
  const many = (parts: unknown) => (parts ?? []) as readonly object[];
  return aConfiguration({
    ...said,
    features: many(said['features']).map((each) => aFeature(each)),
    flags: many(said['flags']).map((each) => aFlag(each)),
    targeting: many(said['targeting']).map((each) => aTargeting(each)),
    segments: many(said['segments']).map((each) => aSegment(each)),
    plans: many(said['plans']).map((each) => aPlan(each)),
    planVersions: many(said['planVersions']).map((each) => {
      const items = many((each as { items?: unknown }).items).map((item) => aPlanItem(item));
      return aPlanVersion({ ...each, items });
    }),
    publications: many(said['publications']).map((each) => {
      const editions = (each as { editions?: readonly object[] }).editions;
      return aPublication({
        ...each,
        ...(editions && { editions: editions.map(dated) as PlanPublication['editions'] }),
      });
    }),
    grants: many(said['grants']).map((each, index) => aGrant({ id: `g_${index}`, ...dated(each) })),
  });
}

function snapshotOf(said: Said): CustomerSnapshot {
  const many = (parts: unknown) => (parts ?? []) as readonly object[];
  return aSnapshot({
    ...said,
    customer: said['customer'] === null ? null : aCustomer((said['customer'] ?? {}) as object),
    subscriptions: many(said['subscriptions']).map((each) =>
      aSubscription({
        ...dated(each),
        items: many((each as { items?: unknown }).items).map((item, index) =>
          anItem({ pkId: `pk_${index + 1}`, ...dated(item) }),
        ),
      }),
    ),
    grants: many(said['grants']).map((each, index) => aGrant({ id: `g_${index}`, ...dated(each) })),
    seats: many(said['seats']).map((each) => seatUse(dated(each))),
  });
}

function compile(file: World, each: World) {
  const configuration = compileConfiguration(
    configurationOf({ ...file.configuration, ...each.configuration }),
  );
  const customer = compileCustomer(configuration, snapshotOf({ ...file.snapshot, ...each.snapshot }));
  return { configuration, customer, now: at(each.now ?? file.now ?? '2026-03-15') };
}

for (const { about, cases } of filesOf<MergeCase>('merge')) {
  describe(about, () => {
    test.each(cases)('$name', ({ feature, grants, expect: expected }) => {
      const forEveryone = grants.filter(({ subject }) => subject?.kind === 'everyone');
      const own = grants.filter(({ subject }) => subject?.kind !== 'everyone');
      const { configuration, customer, now } = compile(
        { configuration: { features: [feature], grants: forEveryone } },
        { snapshot: { grants: own } },
      );
      const { value, limit, reason } = check(configuration, customer, { feature: 'exports' }, now);
      // Where nothing is given the check stops before it says a value.
      if ('value' in expected && expected.value === null)
        expect(reason).toMatch(/not_entitled|limit_reached|value_not/);
      expect({ value, limit }).toMatchObject(expected);
    });
  });
}

/** What a check may say no to although the customer has the right: of whom, how much and what exactly is asked. */
const beyondTheRight = [
  'not_rolled_out',
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
];

/** The case with a flag in front of the feature, where none is. */
function guardedBy(flag: string, feature: string, file: World, each: World): World {
  const configuration: Said = { ...file.configuration, ...each.configuration };
  const many = (name: string) => (configuration[name] ?? []) as readonly Said[];
  return {
    ...each,
    configuration: {
      ...configuration,
      flags: [...many('flags'), { key: flag }],
      targeting: [...many('targeting'), { flag }],
      features: many('features').map((one) => ({
        ...one,
        ...((one['key'] ?? 'exports') === feature && { flagKey: one['flagKey'] ?? flag }),
      })),
    },
  };
}

for (const { about, cases, ...file } of filesOf<Case<object>>('check')) {
  describe(about, () => {
    test.each(cases)('$name', (each) => {
      const { configuration, customer, now } = compile(file, each);
      const question = each.question ?? file.question ?? { feature: 'exports' };
      expect(check(configuration, customer, question, now)).toMatchObject(each.expect);
    });

    test.each(cases)('$name, also for the flag that guards it', (each) => {
      const { feature } = each.question ?? file.question ?? { feature: 'exports' };
      const { configuration, customer, now } = compile(file, guardedBy('door', feature, file, each));
      const { allowed, reason } = check(configuration, customer, { feature }, now);
      const flag = configuration.features.get(feature)?.flagKey;
      if (flag === null || flag === undefined) return;
      const { answer } = openFeatureAnswers(configuration, { customer, context: undefined }, now);
      const told = answer(flag);
      if ('errorCode' in told) {
        // An archived flag does not exist for applications.
        expect([told.errorCode, reason]).toEqual(['FLAG_NOT_FOUND', 'feature_disabled']);
        return;
      }
      const { 'latchkey.entitled': entitled, 'latchkey.reason': because } = told.metadata;
      // A flag is withheld for the reason that the check gives; what the check asks beyond the right it does not ask.
      if (entitled === false) expect({ allowed, reason }).toEqual({ allowed: false, reason: because });
      else if (reason === 'feature_disabled') expect(told.reason).toMatch(/DISABLED|DEFAULT/);
      else if (!allowed) expect(beyondTheRight).toContain(reason);
    });
  });
}

for (const { about, cases, ...file } of filesOf<Case<object>>('flags')) {
  describe(about, () => {
    test.each(cases)('$name', (each) => {
      const { configuration, customer, now } = compile(file, each);
      const { flag = '', context } = { ...file, ...each };
      const answer = evaluateGuardedFlag(configuration, customer, flag, context, now);
      expect(answer).toMatchObject(each.expect);
    });

    test.each(cases)('$name, also when all flags are asked at once', (each) => {
      const { configuration, customer, now } = compile(file, each);
      const { flag = '', context } = { ...file, ...each };
      const keys = [...configuration.flags.flagsByKey.keys()];
      const { answers } = new FlagRoll(configuration, keys).ask({ customer, context }, now);
      expect(answers[keys.indexOf(flag)]).toMatchObject(each.expect);
    });
  });
}

for (const { about, cases, ...file } of filesOf<Case<object[]>>('entitled-features')) {
  describe(about, () => {
    test.each(cases)('$name', (each) => {
      const { configuration, customer, now } = compile(file, each);
      const rows = entitledFeatures(configuration, customer, now, { extras: each.extras ?? false });
      // As text, because the order of the fields is part of the promise.
      expect(JSON.stringify(rows, null, 1)).toBe(JSON.stringify(each.expect, null, 1));
    });
  });
}
