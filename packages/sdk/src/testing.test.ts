import type { Decision } from '@latchkey/model';
import { describe, expect, test } from 'vitest';
import { createTestClient } from './testing.ts';

describe('the client without a server', () => {
  test('decides by what the test said, by the same rules', async () => {
    const latchkey = createTestClient({
      customers: {
        acme: {
          exports: true,
          seats: 10,
          calls: 'unlimited',
          tier: 'gold',
          formats: ['pdf', 'csv'],
          theme: { colour: 'blue' },
        },
        bolt: { exports: false },
      },
    });
    const acme = await latchkey.customer('acme');
    expect(acme.entitlements().map(({ feature, value }) => [feature, value])).toEqual([
      ['calls', 'unlimited'],
      ['exports', true],
      ['formats', ['csv', 'pdf']],
      ['seats', 10],
      ['theme', { colour: 'blue' }],
      ['tier', 'gold'],
    ]);
    expect(acme.check('seats', { quantity: 11 })).toMatchObject({ allowed: false, reason: 'limit_reached' });
    expect((await latchkey.customer('bolt')).check('exports')).toMatchObject({
      allowed: false,
      reason: 'not_entitled',
    });
    expect((await latchkey.customer('new')).check('exports')).toMatchObject({
      allowed: false,
      reason: 'customer_unknown',
    });
    expect(acme.check('unheard-of')).toMatchObject({ allowed: false, reason: 'feature_unknown' });
  });

  test('tells listeners what a test changes', async () => {
    const latchkey = createTestClient({ features: ['exports'] });
    const acme = await latchkey.customer('acme');
    const told: (readonly Decision[])[] = [];
    acme.onChange((changed) => told.push(changed));
    latchkey.set('acme', { exports: true });
    latchkey.set('bolt', { exports: true });
    latchkey.set('acme', { exports: false });
    expect(told).toMatchObject([
      [{ feature: 'exports', allowed: true }],
      [{ feature: 'exports', allowed: false }],
    ]);
  });

  test('answers flags', () => {
    const latchkey = createTestClient({ flags: { checkout: true, colour: 'red' } });
    expect(latchkey.flag('checkout', { kind: 'user', key: 'ada' }, false)).toBe(true);
    latchkey.setFlag('colour', 'blue');
    expect(latchkey.flag('colour', { kind: 'user', key: 'ada' }, 'green')).toBe('blue');
    expect(latchkey.flag('elsewhere', { kind: 'user', key: 'ada' }, 7)).toBe(7);
  });

  test('lets a test try what happens without a server, and without any data', async () => {
    const latchkey = createTestClient({
      customers: { acme: { exports: true } },
      failMode: { exports: 'allow' },
    });
    const acme = await latchkey.customer('acme');
    const answer = () => {
      const { allowed, reason, freshness } = acme.check('exports');
      return [latchkey.status().state, allowed, reason, freshness];
    };
    expect(answer()).toEqual(['live', true, 'entitled', 'live']);
    latchkey.setState('stale');
    expect(answer()).toEqual(['stale', true, 'entitled', 'stale']);
    latchkey.setState('fallback');
    expect(answer()).toEqual(['fallback', true, 'fail_mode', 'fallback']);
    latchkey.setState('live');
    expect(answer()).toEqual(['live', true, 'entitled', 'live']);
  });
});
