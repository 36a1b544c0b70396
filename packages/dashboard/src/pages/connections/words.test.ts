import { expect, test } from 'vitest';
import { eventWords, isSigned, offered, platformWords } from './words.ts';

test('LaunchDarkly signs what it sends; of Split the address alone is known', () => {
  expect(isSigned('launchdarkly')).toBe(true);
  expect(isSigned('split')).toBe(false);
});

test('what is offered says the exact tag that LaunchDarkly’s flags need', () => {
  expect(offered.map(({ platform }) => platformWords[platform])).toEqual(['LaunchDarkly', 'Split']);
  expect(offered[0].brings).toContain('“EntitledFeature”');
});

test('whatever can become of an event has words', () => {
  for (const status of ['received', 'applied', 'ignored', 'blocked', 'failed'])
    expect(eventWords[status]?.word, status).toBeTruthy();
});
