import { expect, test } from 'vitest';
import { statementInWords } from './words.ts';

test('a policy reads as a sentence', () => {
  expect(
    statementInWords({
      effect: 'allow',
      actions: ['grant.create', 'grant.revoke'],
      resources: ['proj/*:env/*:customer/*'],
    }),
  ).toBe('may grant.create and grant.revoke on proj/*:env/*:customer/*');
  expect(statementInWords({ effect: 'allow', actions: ['*'], resources: ['*'] })).toBe(
    'may everything everywhere',
  );
  expect(statementInWords({ effect: 'deny', actions: ['*'], resources: ['member/*'] })).toBe(
    'may not do anything on member/*',
  );
});
