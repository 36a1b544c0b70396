import { expect, test } from 'vitest';
import { compileFlags } from './compile.ts';
import { type ContextLookups, prepareContext } from './context.ts';
import { evaluateFlag, prerequisitesAsked } from './evaluate.ts';
import type { LaunchDarklyClause, LaunchDarklyFlag, LaunchDarklySegment } from './launchdarkly-model.ts';

const ida = { kind: 'user', key: 'ida', country: 'SE' };

const aFlag = (flag: Partial<LaunchDarklyFlag> = {}): LaunchDarklyFlag => ({
  key: 'flag',
  on: true,
  offVariation: 1,
  variations: ['on', 'off'],
  fallthrough: { variation: 0 },
  ...flag,
});
const aSegment = (segment: Partial<LaunchDarklySegment>): LaunchDarklySegment => ({
  key: 'beta',
  ...segment,
});
const clause = (attribute: string, op: string, ...values: unknown[]): LaunchDarklyClause => ({
  attribute,
  op,
  values,
});
const inSegment = (...keys: string[]) => clause('', 'segmentMatch', ...keys);
const served = (...clauses: LaunchDarklyClause[]) => ({ id: 'r', variation: 0, clauses });
const byKey = <Item extends { key: string }>(items: readonly Item[]) =>
  Object.fromEntries(items.map((one) => [one.key, one]));

function evaluate(
  flags: LaunchDarklyFlag | readonly LaunchDarklyFlag[],
  options: { context?: unknown; segments?: readonly LaunchDarklySegment[]; lookups?: ContextLookups } = {},
) {
  const all = [flags].flat();
  const compiled = compileFlags({ flags: byKey(all), segments: byKey(options.segments ?? []) });
  const context = prepareContext('context' in options ? options.context : ida, options.lookups);
  return evaluateFlag(compiled, all[0]?.key ?? '', context);
}

const reasonOf = (...given: Parameters<typeof evaluate>) => evaluate(...given).reason;
const isMember = (
  segment: Partial<LaunchDarklySegment>,
  context: unknown = ida,
  lookups?: ContextLookups,
) => {
  const flag = aFlag({ rules: [served(inSegment('beta'))] });
  return (
    reasonOf(flag, { context, segments: [aSegment(segment)], ...(lookups && { lookups }) }).kind ===
    'RULE_MATCH'
  );
};
const malformed = { kind: 'ERROR', errorKind: 'MALFORMED_FLAG' };

test('a flag that is off serves its off variation, or nothing at all', () => {
  expect(evaluate(aFlag({ on: false }))).toEqual({
    value: 'off',
    variationIndex: 1,
    reason: { kind: 'OFF' },
  });
  expect(evaluate(aFlag({ on: false, offVariation: null }))).toEqual({
    value: null,
    variationIndex: null,
    reason: { kind: 'OFF' },
  });
});

test('targets come before rules, rules before the fallthrough', () => {
  const targets = [{ variation: 1, values: ['ida'] }];
  const rules = [served(clause('country', 'in', 'DK')), served(clause('country', 'in', 'SE'))];
  expect(evaluate(aFlag({ targets, rules }))).toMatchObject({
    value: 'off',
    reason: { kind: 'TARGET_MATCH' },
  });
  expect(reasonOf(aFlag({ rules }))).toEqual({ kind: 'RULE_MATCH', ruleIndex: 1, ruleId: 'r' });
  expect(reasonOf(aFlag())).toEqual({ kind: 'FALLTHROUGH' });
});

test('of the targets of several kinds the one written first wins', () => {
  const context = { kind: 'multi', user: { key: 'ida' }, org: { key: 'acme' } };
  const targets = [{ variation: 0, values: ['ida'] }];
  const ofOrg = { contextKind: 'org', variation: 1, values: ['acme'] };
  const ofUser = { contextKind: 'user', variation: 0, values: [] };
  expect(evaluate(aFlag({ targets, contextTargets: [ofOrg, ofUser] }), { context }).value).toBe('off');
  expect(evaluate(aFlag({ targets, contextTargets: [ofUser, ofOrg] }), { context }).value).toBe('on');
});

test('a missing attribute matches nothing, also when the clause is negated', () => {
  const negated = (attribute: string) =>
    aFlag({ rules: [served({ ...clause(attribute, 'in', 'DK'), negate: true })] });
  expect(reasonOf(negated('city')).kind).toBe('FALLTHROUGH');
  expect(reasonOf(negated('country')).kind).toBe('RULE_MATCH');
});

test('of a list one element is enough, and equality knows no conversion', () => {
  const context = { ...ida, groups: ['a', 5] };
  const asks = (...values: unknown[]) =>
    reasonOf(aFlag({ rules: [served(clause('groups', 'in', ...values))] }), { context }).kind;
  expect(asks('x', 5)).toBe('RULE_MATCH');
  expect(asks('5', ['a'])).toBe('FALLTHROUGH');
});

test('an unknown operator matches nothing, and everything when negated', () => {
  expect(reasonOf(aFlag({ rules: [served(clause('country', 'constructor', 'SE'))] })).kind).toBe(
    'FALLTHROUGH',
  );
  const negated = { ...clause('country', 'resembles', 'SE'), negate: true };
  expect(reasonOf(aFlag({ rules: [served(negated)] })).kind).toBe('RULE_MATCH');
});

test('a rule with an empty list of clauses matches, one without a list does not', () => {
  expect(reasonOf(aFlag({ rules: [served()] })).kind).toBe('RULE_MATCH');
  expect(reasonOf(aFlag({ rules: [{ variation: 0 }] })).kind).toBe('FALLTHROUGH');
});

test.each<[string, Partial<LaunchDarklyFlag>]>([
  ['serves a variation that does not exist', { fallthrough: { variation: 2 } }],
  ['serves a negative variation', { fallthrough: { variation: -1 } }],
  ['serves nothing', { fallthrough: {} }],
  ['has no fallthrough', { fallthrough: null }],
  ['has an empty rollout', { fallthrough: { rollout: { variations: [] } } }],
  [
    'goes by an attribute that does not exist',
    {
      fallthrough: {
        rollout: { contextKind: 'user', bucketBy: '//', variations: [{ variation: 0, weight: 100_000 }] },
      },
    },
  ],
  ['has a clause about nothing', { rules: [served(clause('', 'in', 'x'))] }],
  ['has rules that are no list', { rules: 'none' as never }],
])('a flag that %s is malformed', (_, flag) => {
  expect(reasonOf(aFlag(flag))).toEqual(malformed);
  expect(reasonOf(aFlag({ ...flag, on: false })).kind).toBe('OFF');
});

test('shares that do not fill the whole leave the rest to the last one', () => {
  const variations = [
    { variation: 0, weight: 0 },
    { variation: 1, weight: 1 },
  ];
  expect(evaluate(aFlag({ fallthrough: { rollout: { variations } } })).value).toBe('off');
});

test('an experiment counts whoever has the kind, except in an untracked share', () => {
  const experiment = (variations: readonly object[]) =>
    aFlag({ fallthrough: { rollout: { kind: 'experiment', contextKind: 'org', seed: 61, variations } } });
  const whole = [{ variation: 0, weight: 100_000 }];
  const org = { kind: 'org', key: 'acme' };
  expect(reasonOf(experiment(whole), { context: org })).toEqual({ kind: 'FALLTHROUGH', inExperiment: true });
  expect(reasonOf(experiment(whole))).toEqual({ kind: 'FALLTHROUGH' });
  expect(reasonOf(experiment([{ ...whole[0], untracked: true }]), { context: org })).toEqual({
    kind: 'FALLTHROUGH',
  });
});

test('a prerequisite holds when its flag is on and serves the variation that is asked for', () => {
  const dependent = (variation: number) => aFlag({ prerequisites: [{ key: 'other', variation }] });
  const failed = { kind: 'PREREQUISITE_FAILED', prerequisiteKey: 'other' };
  expect(reasonOf([dependent(0), aFlag({ key: 'other' })]).kind).toBe('FALLTHROUGH');
  expect(evaluate([dependent(1), aFlag({ key: 'other' })])).toEqual({
    value: 'off',
    variationIndex: 1,
    reason: failed,
  });
  expect(reasonOf([dependent(1), aFlag({ key: 'other', on: false })])).toEqual(failed);
  expect(reasonOf(dependent(0))).toEqual(failed);
  expect(reasonOf([dependent(0), aFlag({ key: 'other', deleted: true })])).toEqual(failed);
  expect(reasonOf([dependent(0), aFlag({ key: 'other', fallthrough: null })])).toEqual(malformed);
});

test('prerequisites in a circle are malformed, whether the circle is small or large', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, i) =>
      aFlag({ key: `f${i}`, prerequisites: [{ key: `f${(i + 1) % length}`, variation: 0 }] }),
    );
  for (const length of [1, 2, 5, 400]) expect(reasonOf(chain(length))).toEqual(malformed);
});

test('prerequisites that lead too far are malformed instead of filling the stack or the day', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) =>
    aFlag({ key: `f${i}`, prerequisites: i === 0 ? [] : [{ key: `f${i - 1}`, variation: 0 }] }),
  );
  const compiled = compileFlags({ flags: byKey(chain) });
  expect(evaluateFlag(compiled, 'f200', prepareContext(ida)).value).toBe('on');
  expect(evaluateFlag(compiled, 'f19999', prepareContext(ida)).reason).toEqual(malformed);

  const twice = Array.from({ length: 60 }, (_, i) => {
    const before = { key: `f${i - 1}`, variation: 0 };
    return aFlag({ key: `f${i}`, prerequisites: i === 0 ? [] : [before, before] });
  });
  expect(reasonOf(twice.reverse())).toEqual(malformed);
});

test('the prerequisites that were asked are named, up to the first that failed', () => {
  const first = aFlag({ key: 'first' });
  const failing = aFlag({ key: 'failing', on: false });
  const prerequisites = ['first', 'failing', 'never'].map((key) => ({ key, variation: 0 }));
  const compiled = compileFlags({
    flags: byKey([aFlag({ prerequisites }), first, failing, aFlag({ key: 'never' })]),
  });
  const flag = compiled.flagsByKey.get('flag');
  const context = prepareContext(ida);
  expect(flag && context && prerequisitesAsked(flag, context)).toEqual(['first', 'failing']);
});

test('a segment includes before it excludes, and excludes before its rules', () => {
  const rules = [{ clauses: [clause('country', 'in', 'SE')] }];
  expect(isMember({ included: ['ida'], excluded: ['ida'] })).toBe(true);
  expect(isMember({ excluded: ['ida'], rules })).toBe(false);
  expect(isMember({ rules })).toBe(true);
  expect(isMember({ rules: [{ clauses: [clause('country', 'in', 'DK')] }] })).toBe(false);
  const acme = { kind: 'org', key: 'acme' };
  expect(isMember({ includedContexts: [{ contextKind: 'org', values: ['acme'] }] }, acme)).toBe(true);
  expect(isMember({ included: ['acme'] }, acme)).toBe(false);
  expect(isMember({ included: [''] }, { key: '' })).toBe(false);
});

test('a segment rule with a share lets in that share', () => {
  const share = (weight: number) => ({ rules: [{ clauses: [], weight }], salt: 'salt' });
  const members = (weight: number) =>
    Array.from({ length: 1_000 }, (_, i) => isMember(share(weight), { kind: 'user', key: `u${i}` })).filter(
      Boolean,
    ).length;
  expect(members(0)).toBe(0);
  expect(members(100_000)).toBe(1_000);
  expect(members(30_000)).toBeGreaterThan(250);
  expect(members(30_000)).toBeLessThan(350);
});

test('segments in a circle are malformed, unless a list decides before the circle closes', () => {
  const circle = (segment: Partial<LaunchDarklySegment>) => [
    aSegment({ key: 'a', rules: [{ clauses: [inSegment('b')] }], ...segment }),
    aSegment({ key: 'b', rules: [{ clauses: [inSegment('a')] }] }),
  ];
  const flag = aFlag({ rules: [served(inSegment('a'))] });
  expect(reasonOf(flag, { segments: circle({}) })).toEqual(malformed);
  expect(reasonOf(flag, { segments: circle({ unbounded: true, generation: 1 }) })).toMatchObject(malformed);
  expect(reasonOf(flag, { segments: circle({ included: ['ida'] }) }).kind).toBe('RULE_MATCH');
});

test('a big segment asks its store once, and the reason says how the store is', () => {
  const big = { unbounded: true, generation: 2, included: ['ida'] };
  const asked: string[] = [];
  const storeOf = (membership: Record<string, boolean> | null): ContextLookups => ({
    bigSegments(key) {
      asked.push(key);
      return { status: 'STALE', membership };
    },
  });
  const flag = aFlag({ rules: [served(inSegment('beta'), inSegment('beta'))] });
  const reason = (lookups?: ContextLookups, segment: Partial<LaunchDarklySegment> = big) =>
    reasonOf(flag, { segments: [aSegment(segment)], ...(lookups && { lookups }) });

  expect(reason(storeOf({ 'beta.g2': true }))).toMatchObject({
    kind: 'RULE_MATCH',
    bigSegmentsStatus: 'STALE',
  });
  expect(asked).toEqual(['ida']);
  expect(reason(storeOf({ 'beta.g2': false }))).toEqual({ kind: 'FALLTHROUGH', bigSegmentsStatus: 'STALE' });
  expect(reason(storeOf({ 'beta.g1': true })).kind).toBe('FALLTHROUGH');
  expect(reason(storeOf(null), { ...big, rules: [{ clauses: [] }] }).kind).toBe('RULE_MATCH');
  expect(reason()).toEqual({ kind: 'FALLTHROUGH', bigSegmentsStatus: 'NOT_CONFIGURED' });
  expect(reason(storeOf({}), { ...big, generation: null }).bigSegmentsStatus).toBe('NOT_CONFIGURED');
  const broken: ContextLookups = {
    bigSegments() {
      throw new Error('The store is gone.');
    },
  };
  expect(reason(broken)).toEqual({ kind: 'FALLTHROUGH', bigSegmentsStatus: 'STORE_ERROR' });
});

test('members that are kept as rows decide before the lists and rules of the segment', () => {
  const kept = (member: boolean | undefined): ContextLookups => ({ memberships: { get: () => member } });
  expect(isMember({}, ida, kept(true))).toBe(true);
  expect(isMember({ included: ['ida'] }, ida, kept(false))).toBe(false);
  expect(isMember({ included: ['ida'] }, ida, kept(undefined))).toBe(true);
  expect(isMember({}, ida, { memberships: new Map([['beta', true]]) })).toBe(true);
});

test('keys that objects inherit name flags and segments like any other', () => {
  const flag = { ...aFlag({ key: '__proto__', rules: [served(inSegment('constructor'))] }) };
  const data = JSON.parse(
    JSON.stringify({
      flags: byKey([flag]),
      segments: byKey([aSegment({ key: 'constructor', included: ['ida'] })]),
    }),
  );
  const compiled = compileFlags(data);
  expect(evaluateFlag(compiled, '__proto__', prepareContext(ida)).reason.kind).toBe('RULE_MATCH');
  expect(evaluateFlag(compiled, 'constructor', prepareContext(ida)).reason).toEqual({
    kind: 'ERROR',
    errorKind: 'FLAG_NOT_FOUND',
  });
});

test('a context that is not valid is told so, also for unknown flags', () => {
  const invalid = { kind: 'ERROR', errorKind: 'USER_NOT_SPECIFIED' };
  expect(reasonOf(aFlag(), { context: { kind: 'user', key: '' } })).toEqual(invalid);
  expect(evaluateFlag(compileFlags({}), 'unknown', null).reason).toEqual(invalid);
});
