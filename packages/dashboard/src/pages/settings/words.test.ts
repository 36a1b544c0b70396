import { expect, test } from 'vitest';
import { changedPart, secureModeEffect } from './words.ts';

test('switching secure mode says what becomes of browsers, and leaving it says nothing', () => {
  expect(secureModeEffect(false, false)).toBeNull();
  expect(secureModeEffect(true, true)).toBeNull();
  expect(secureModeEffect(false, true)).toContain('get no flags unless');
  expect(secureModeEffect(true, false)).toContain('also somebody else’s');
});

test('only what somebody altered is sent', () => {
  const before = { name: 'Production', defaultPlan: 'free' as string | null, tags: ['eu'] };
  expect(changedPart(before, { ...before, tags: ['eu'] })).toEqual({});
  expect(changedPart(before, { ...before, defaultPlan: null })).toEqual({ defaultPlan: null });
});
