import type { AnyMutation } from '@latchkey/model';
import { aGrant, anItem, aSubscription, on } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import type { Computed } from './compute.ts';
import { deedsOf } from './deeds.ts';
import { mutate } from './operation.ts';

const place = { project: 'shop', environment: 'production' };

/** What a guardrail sees of one operation that does this. */
function deedOf(...mutations: readonly AnyMutation[]) {
  const call = { operation: { kind: 'grant.create' }, input: {}, resource: 'customer/acme' } as never;
  const recorded = mutations.map((mutation) => ({
    action: 'grant.create',
    resource: 'customer/acme',
    mutation,
  }));
  const computed: Computed = { call, recorded, tagsBefore: ['vip'], tagsAfter: ['vip', 'origin:trial'] };
  const [deed] = deedsOf([computed], (feature) => (feature === 'sso' ? ['sold-by-sales'] : []));
  return deed;
}
const trial = aGrant({ lineageId: 'g_1', feature: 'sso', from: on('2026-03-01'), to: on('2026-03-15') });

test('something new counts for its whole length, and has the tags of its customer, origin and feature', () => {
  expect(deedOf(mutate('grant', place, null, trial))).toMatchObject({
    days: 14,
    tags: new Set(['vip', 'origin:trial', 'sold-by-sales']),
    features: new Set(['sso']),
  });
  expect(deedOf(mutate('grant', place, null, { ...trial, to: null }))?.days).toBe(Number.POSITIVE_INFINITY);
});

test('an extension counts for the days that it adds, also where a grant is replaced by a longer one', () => {
  const longer = { ...trial, id: 'g_2', from: on('2026-03-10'), to: on('2026-03-25') };
  const replaced = [
    mutate('grant', place, trial, { ...trial, revokedAt: on('2026-03-10') }),
    mutate('grant', place, null, longer),
  ];
  expect(deedOf(...replaced)?.days).toBe(10);
  expect(deedOf(mutate('grant', place, trial, { ...trial, to: on('2026-03-10') }))?.days).toBe(0);
  expect(deedOf(mutate('grant', place, { ...trial, to: null }, trial))?.days).toBe(0);
});

test('seats count by how many there are more, item by item', () => {
  const items = (one: number, other: number) => [
    anItem({ pkId: 'pk_1', quantity: one }),
    anItem({ pkId: 'pk_2', quantity: other }),
  ];
  const before = aSubscription({ items: items(10, 10) });
  const change = (one: number, other: number) =>
    deedOf(mutate('subscription', place, before, { ...before, items: items(one, other) }))?.quantity;
  expect(change(15, 12)).toBe(7);
  expect(change(15, 2)).toBe(5);
  expect(deedOf(mutate('subscription', place, null, before))?.quantity).toBe(20);
});

test('what takes away gives nothing', () => {
  expect(deedOf(mutate('grant', place, null, { ...trial, effect: 'deny' }))).toMatchObject({
    days: 0,
    quantity: 0,
  });
  expect(deedOf(mutate('grant', place, trial, { ...trial, revokedAt: on('2026-03-02') }))).toMatchObject({
    days: 0,
    quantity: 0,
  });
});
