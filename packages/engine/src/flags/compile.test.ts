import { expect, test } from 'vitest';
import { compileFlags } from './compile.ts';
import { prepareContext } from './context.ts';
import { evaluateFlag } from './evaluate.ts';
import type { LaunchDarklyData } from './launchdarkly-model.ts';

const fine = { key: 'fine', on: true, variations: [true], fallthrough: { variation: 0 } };
const problemsOf = (data: unknown) => compileFlags(data as LaunchDarklyData).problems;

test.each([
  ['rules that are no list', { rules: 5 }],
  ['a rule that is nothing', { rules: [null] }],
  ['a clause that is text', { rules: [{ clauses: ['x'] }] }],
  ['an attribute that is a number', { rules: [{ clauses: [{ attribute: 5, op: 'in', values: [] }] }] }],
  ['targets of a newer version', { targets: { user: ['ida'] } }],
  ['variations that are text', { variations: 5, prerequisites: 'x' }],
])('a flag with %s fails alone, and is named', (_, part) => {
  const data = { flags: { broken: { ...fine, key: 'broken', ...part }, fine } } as never as LaunchDarklyData;
  const compiled = compileFlags(data);
  const context = prepareContext({ kind: 'user', key: 'ida' });
  expect(evaluateFlag(compiled, 'fine', context).value).toBe(true);
  expect(evaluateFlag(compiled, 'broken', context).reason).toMatchObject({ errorKind: 'MALFORMED_FLAG' });
  expect(compiled.problems[0]).toMatchObject({ of: 'flag', key: 'broken' });
});

test('a segment of the wrong shape makes those flags malformed that reach it, and no other', () => {
  const rules = [{ variation: 0, clauses: [{ op: 'segmentMatch', attribute: '', values: ['broken'] }] }];
  const data = {
    flags: { asking: { ...fine, key: 'asking', rules }, fine },
    segments: { broken: { key: 'broken', included: 5 } },
  };
  const compiled = compileFlags(data as never as LaunchDarklyData);
  const context = prepareContext({ kind: 'user', key: 'ida' });
  expect(evaluateFlag(compiled, 'asking', context).reason).toMatchObject({ errorKind: 'MALFORMED_FLAG' });
  expect(evaluateFlag(compiled, 'fine', context).value).toBe(true);
  expect(compiled.problems).toEqual([
    { of: 'segment', key: 'broken', detail: 'It is not written as a segment.' },
  ]);
});

test('what can never be served or matched is listed, each with the flag it belongs to', () => {
  const clause = { attribute: 'country', values: ['('] };
  const flag = {
    ...fine,
    offVariation: 7,
    fallthrough: {},
    prerequisites: [{ key: 'fine', variation: 0 }],
    rules: [
      {
        variation: 3,
        clauses: [
          { ...clause, op: 'resembles' },
          { ...clause, op: 'matches' },
        ],
      },
    ],
  };
  expect(problemsOf({ flags: { fine: flag } }).map(({ detail }) => detail)).toEqual([
    'The operator resembles is not known, so the clause matches nothing.',
    'The pattern ( is not supported, so it matches nothing.',
    'The variation for when it is off does not exist.',
    'Rule 1 serves no variation that exists.',
    'The fallthrough serves no variation that exists.',
    'Its prerequisites lead into a circle of flags.',
  ]);
});

test('flags without fault have no problems, and the data that was given stays as it was', () => {
  const data = {
    flags: { fine },
    segments: { beta: { key: 'beta', included: ['ida'], rules: [{ clauses: [] }] } },
  };
  const before = JSON.stringify(data);
  expect(problemsOf(data)).toEqual([]);
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ flags: null, segments: null })).toEqual([]);
  expect(JSON.stringify(data)).toBe(before);
});
