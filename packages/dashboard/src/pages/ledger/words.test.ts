import { expect, test } from 'vitest';
import type { EntryReply } from '../../api/replies.ts';
import { actorInWords, deedInWords, objectInWords } from './words.ts';

const entry = (part: Partial<EntryReply>) =>
  ({ feature: null, before: null, after: null, ...part }) as EntryReply;

test('deeds are told in the past tense', () => {
  expect(deedInWords({ action: 'grant.create', after: {} })).toBe('gave a grant of');
  expect(deedInWords({ action: 'plan.publish', after: {} })).toBe('published the plan');
});

test('a flag that was turned says which way', () => {
  expect(deedInWords({ action: 'flag.turn', after: { on: true } })).toBe('turned on the flag');
  expect(deedInWords({ action: 'flag.turn', after: { on: false } })).toBe('turned off the flag');
});

test('a deed without words of its own is still told', () => {
  expect(deedInWords({ action: 'lantern.light-again', after: {} })).toBe('did “lantern light again”');
});

test('things are called what people call them', () => {
  expect(objectInWords(entry({ resourceKind: 'grant', resourceId: 'g_1', feature: 'sso' }))).toBe('sso');
  expect(
    objectInWords(entry({ resourceKind: 'customer', resourceId: 'acme', after: { name: 'Acme' } })),
  ).toBe('Acme');
  expect(
    objectInWords(
      entry({ resourceKind: 'activation', resourceId: 'a_1', before: { subject: { key: 'ada' } } }),
    ),
  ).toBe('ada');
  expect(objectInWords(entry({ resourceKind: 'plan_publication', resourceId: 'gold', after: {} }))).toBe(
    'gold',
  );
});

test('a member of a segment is named with it', () => {
  const member = entry({ resourceKind: 'segment_member', resourceId: 'beta/customer/acme/emea' });
  expect(objectInWords(member)).toBe('beta: customer acme/emea');
});

test('an id that says nothing is left out', () => {
  expect(objectInWords(entry({ resourceKind: 'api_token', resourceId: 't_83jd', after: {} }))).toBe('');
});

test('who is not a person says what it is', () => {
  expect(actorInWords({ kind: 'member', id: 'm', name: 'Sam' })).toBe('Sam');
  expect(actorInWords({ kind: 'connection', id: 'c', name: 'LaunchDarkly' })).toBe(
    'LaunchDarkly (connection)',
  );
});
