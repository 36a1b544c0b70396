import { expect, test } from 'vitest';
import { policyTags } from './policy-tags.ts';

type Mutations = Parameters<typeof policyTags>[1];
const grant = (before: string | null, after: string | null): Mutations[number] => {
  const of = (origin: string | null) => (origin === null ? null : { id: 'g_1', origin });
  const place = { project: 'demo', environment: 'production' };
  return { resource: 'grant', place, id: 'g_1', before: of(before), after: of(after) } as Mutations[number];
};

test('the origin of a grant stands beside the tags of its customer', () => {
  expect(policyTags(['emea'], [grant(null, 'goodwill')], 'after')).toEqual(['emea', 'origin:goodwill']);
});

test('a new grant has its origin on both sides, a changed one each its own', () => {
  expect(policyTags([], [grant(null, 'goodwill')], 'before')).toEqual(['origin:goodwill']);
  expect(policyTags([], [grant('legal', 'goodwill')], 'before')).toEqual(['origin:legal']);
  expect(policyTags([], [grant('legal', 'goodwill')], 'after')).toEqual(['origin:goodwill']);
});

test('nobody makes an origin by tagging the customer', () => {
  expect(policyTags(['origin:goodwill', 'emea'], [grant(null, 'legal')], 'after')).toEqual([
    'emea',
    'origin:legal',
  ]);
});
