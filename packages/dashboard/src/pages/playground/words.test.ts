import { expect, test } from 'vitest';
import { answerInWords, reasonInWords, stepInWords } from './words.ts';

const flag = {
  variations: [
    { value: true, name: 'On' },
    { value: false, name: 'Off' },
  ],
  rules: [
    {
      id: 'r1',
      description: 'Banks',
      clauses: [
        { contextKind: 'customer', attribute: 'industry', op: 'in' as const, values: ['Banking'] },
        { contextKind: 'customer', attribute: 'country', op: 'in' as const, values: ['DE'] },
      ],
      variation: 0,
    },
  ],
  fallthrough: { variation: 1 },
  offVariation: 1,
  prerequisites: [],
  targets: [],
};
const names = {
  feature: (key: string) => `the ${key}`,
  flag: (key: string) => key,
  variation: (_: string, index: number | null) => flag.variations[index ?? -1]?.name ?? 'its default',
};
const rule = { kind: 'rule' as const, index: 0, id: 'r1', asked: true, passed: false, decided: false };

test('a rule that does not fit says which condition failed, and on what', () => {
  const clauses = [
    { outcome: 'matched' as const, found: 'Banking' },
    { outcome: 'not_matched' as const, found: 'FR' },
  ];
  const told = stepInWords({ ...rule, clauses }, flag, names);
  expect(told).toMatchObject({ sentence: 'Rule 1, Banks, does not fit.', outcome: 'failed' });
  expect(told.details.map(({ outcome, found }) => [outcome, found])).toEqual([
    ['matched', 'Banking'],
    ['not_matched', 'FR'],
  ]);
});

test('the rule that fits says what it gives, and that it decides', () => {
  const told = stepInWords({ ...rule, passed: true, decided: true, clauses: [] }, flag, names);
  expect(told).toMatchObject({ sentence: 'Rule 1, Banks, fits: they get On.', outcome: 'decided' });
});

test('what was not needed is told as such', () => {
  const skipped = stepInWords({ ...rule, asked: false, clauses: [] }, flag, names);
  expect(skipped.outcome).toBe('skipped');
  expect(skipped.sentence).toContain('was not asked');
  const fallthrough = { kind: 'fallthrough' as const, passed: false, decided: false };
  expect(stepInWords(fallthrough, flag, names).outcome).toBe('skipped');
});

test('rights and other flags stand in sentences', () => {
  const right = { kind: 'right' as const, passed: false, decided: true, feature: 'reports', reason: null };
  expect(stepInWords(right, flag, names).sentence).toBe(
    'They do not have the reports, so the flag answers as if it were off.',
  );
  const first = { kind: 'prerequisite' as const, passed: false, decided: true, flag: 'portal', wanted: 0 };
  expect(stepInWords({ ...first, served: 1 }, flag, names).sentence).toBe(
    'Flag portal must answer On, but answers Off.',
  );
  expect(stepInWords({ ...first, served: null }, flag, names).sentence).toContain('is off');
});

test('an answer without a variation is the application’s own', () => {
  expect(answerInWords({ variationIndex: null, reason: { kind: 'OFF' } }, flag)).toContain('default');
  expect(reasonInWords({ variationIndex: 1, reason: { kind: 'OFF' } }, { on: true })).toContain(
    'do not have',
  );
  expect(
    reasonInWords({ variationIndex: 0, reason: { kind: 'RULE_MATCH', ruleIndex: 2 } }, { on: true }),
  ).toBe('Rule 3 fits.');
});
