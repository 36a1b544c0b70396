import { test } from '@fast-check/vitest';
import type { DenialReason } from '@latchkey/model';
import { aMoment, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { check } from '../check/check.ts';
import { compileConfiguration } from './compile-configuration.ts';
import { compileCustomer } from './compile-customer.ts';
import { entitledFeatures } from './entitled-features.ts';
import { nextTransition } from './transitions.ts';

/** What a check may still say about a feature that a row shows as enabled: the flag and the request are asked after it. */
const afterTheRow: ReadonlySet<string> = new Set<DenialReason>([
  'not_rolled_out',
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
]);

test.prop([aWorld], lawRuns)(
  'an enabled row is a right, and a right from a subscription is an enabled row',
  (world) => {
    const configuration = compileConfiguration(world.configuration);
    const customer = compileCustomer(configuration, world.snapshot);
    const rows = entitledFeatures(configuration, customer, world.now, { extras: true });
    for (const feature of configuration.featureKeys) {
      const { allowed, reason } = check(configuration, customer, { feature }, world.now);
      const has = allowed || afterTheRow.has(reason);
      const own = rows.filter(({ name }) => name === feature);
      // A row is the item's own part: it may be excluded or over while something else gives the feature.
      const notTheItem = new Set(['NOT_STARTED', 'EXPIRED', 'DISABLED', 'CLOSED', 'EXCLUDED']);
      for (const row of own) {
        expect(row.enabled).toBe(row.reason === 'OK');
        if (row.enabled) expect(has).toBe(true);
        if (has) expect(row.enabled || notTheItem.has(row.reason ?? '')).toBe(true);
      }
    }
  },
);

test.prop([aWorld], lawRuns)('what is bought is taken or available', (world) => {
  const configuration = compileConfiguration(world.configuration);
  const customer = compileCustomer(configuration, world.snapshot);
  for (const row of entitledFeatures(configuration, customer, world.now)) {
    expect(row.availableQuantity + row.consumedQuantity).toBe(row.totalQuantity);
    expect(row.startDate <= row.endDate).toBe(true);
    expect(Object.keys(row)).toHaveLength(10);
  }
});

test.prop([aWorld, aMoment], lawRuns)(
  'until the next transition the rows stay as they are',
  (world, later) => {
    const configuration = compileConfiguration(world.configuration);
    const customer = compileCustomer(configuration, world.snapshot);
    const end = nextTransition(configuration, customer, world.now);
    const moment =
      later > world.now && later < end ? later : Math.max(world.now, Math.min(end - 1, world.now + 1e10));
    expect(entitledFeatures(configuration, customer, moment)).toEqual(
      entitledFeatures(configuration, customer, world.now),
    );
  },
);
