import { aSnapshot } from '@latchkey/testkit/builders';
import { describe, expect, test } from 'vitest';
import { HeldCustomer, HeldCustomers } from './held-customers.ts';

const keysOf = (customers: HeldCustomers) => [...customers].map(({ key }) => key);
const touch = (revision: number, customers: readonly string[] | 'all', epoch = 'one') => ({
  epoch,
  revision,
  customers: customers === 'all' ? customers : new Set(customers),
});

describe('customers in memory', () => {
  test('who was asked about longest ago makes room', () => {
    const customers = new HeldCustomers(2);
    const acme = customers.hold('acme');
    customers.hold('bolt');
    customers.touch(acme);
    customers.hold('core');
    expect(keysOf(customers)).toEqual(['acme', 'core']);
  });

  test('who is listened to stays', () => {
    const customers = new HeldCustomers(2);
    customers.hold('acme').listeners = 1;
    for (const key of ['bolt', 'core', 'dune']) customers.hold(key);
    expect(keysOf(customers)).toEqual(['acme', 'dune']);
  });

  test('who comes back after having made room answers from what is known, and counts as old', () => {
    const customers = new HeldCustomers(1);
    const acme = customers.hold('acme');
    acme.take(aSnapshot());
    customers.hold('bolt');
    expect(acme.isCurrent).toBe(true);
    expect(customers.touch(acme)).toBe(acme);
    expect(acme.isCurrent).toBe(false);
    expect(acme.snapshot).not.toBeNull();
  });

  test('who was loaded anew meanwhile is one customer again', () => {
    const customers = new HeldCustomers(1);
    const before = customers.hold('acme');
    customers.hold('bolt');
    const anew = customers.hold('acme');
    expect(customers.touch(before)).toBe(anew);
  });
});

describe('a snapshot that arrives', () => {
  test('is current when nothing happened meanwhile', () => {
    const acme = new HeldCustomer('acme');
    acme.awaitSnapshot();
    expect(acme.isTouchedBy(touch(2, ['bolt']))).toBe(false);
    expect(acme.take(aSnapshot({ revision: 1 }))).toBe(true);
  });

  test('is too old when a change of the customer overtook it', () => {
    const acme = new HeldCustomer('acme');
    acme.awaitSnapshot();
    acme.isTouchedBy(touch(2, ['acme']));
    expect(acme.take(aSnapshot({ revision: 1 }))).toBe(false);
    acme.awaitSnapshot();
    expect(acme.take(aSnapshot({ revision: 2 }))).toBe(true);
  });

  test('is too old when a change overtook it of one that it turns out to inherit from', () => {
    const acme = new HeldCustomer('acme');
    acme.awaitSnapshot();
    expect(acme.isTouchedBy(touch(2, ['group']))).toBe(false);
    expect(acme.take(aSnapshot({ revision: 1, ancestors: ['group'] }))).toBe(false);
  });

  test('never replaces a newer one of the same epoch, but any of another', () => {
    const acme = new HeldCustomer('acme');
    acme.take(aSnapshot({ revision: 7 }));
    expect(acme.take(aSnapshot({ revision: 6 }))).toBe(false);
    expect(acme.snapshot?.revision).toBe(7);
    expect(acme.take(aSnapshot({ revision: 3, epoch: 'two' }))).toBe(true);
    expect(acme.snapshot).toMatchObject({ revision: 3, epoch: 'two' });
  });

  test('is made old by a change of the customer, of an ancestor, or of everybody', () => {
    const acme = new HeldCustomer('acme');
    acme.take(aSnapshot({ ancestors: ['group'] }));
    const named = (customers: readonly string[] | 'all') => acme.isTouchedBy(touch(2, customers));
    expect([named(['acme']), named(['group']), named('all'), named(['bolt']), named([])]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
