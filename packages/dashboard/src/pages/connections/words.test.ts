import { expect, test } from 'vitest';
import { offered, steps } from './words.ts';

test('whatever can be connected by hand says how to set it up', () => {
  for (const { platform } of offered) expect(steps[platform]?.length, platform).toBeGreaterThan(2);
});

test('LaunchDarkly’s steps name the signature, the policy filter and the exact tag', () => {
  const all = steps.launchdarkly?.join(' ') ?? '';
  expect(all).toContain('Sign this webhook');
  expect(all).toContain('proj/*:env/*:flag/*');
  expect(all).toContain('“EntitledFeature”');
});

test('Split needs no secret of its own, and says that its address is one', () => {
  const all = steps.split?.join(' ') ?? '';
  expect(all).not.toContain('Sign');
  expect(all).toContain('contains the secret');
});
