import type { Customer } from '@latchkey/model';
import { aCustomer } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { createCustomer } from './create.ts';
import { describeCustomer } from './describe.ts';
import { identifyCustomer } from './identify.ts';
import { archiveCustomer, resumeCustomer, suspendCustomer } from './lifecycle.ts';
import { moveCustomer } from './move.ts';

const here = {
  actor: { kind: 'member', id: 'sam', name: 'Sam' },
  now: 0,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
  place: { project: 'shop', environment: 'production' },
} as const;

const nobodyAbove = { parent: null, grandparent: null, above: null };

/** Levels below one another, from the top; the last one is the parent in question. */
const line = (...keys: readonly string[]) =>
  keys.map((key, level) => aCustomer({ key, parent: keys[level - 1] ?? null }));
const seenAbove = (customers: readonly Customer[]) => ({
  parent: customers.at(-1) ?? null,
  grandparent: customers.at(-2) ?? null,
  above: customers.slice(0, -1),
});

test('a customer known only by the id of another system is active at once', () => {
  const key = '9f1c0e6e-4b57-4a0e-9a34-3a8d6a1f5b10';
  expect(
    createCustomer.compute({ key, name: 'Acme' }, { customer: null, ...nobodyAbove }, here),
  ).toMatchObject([
    { resource: 'customer', before: null, after: { key, name: 'Acme', state: 'active', parent: null } },
  ]);
});

test('a key is used once', () => {
  const seen = { customer: aCustomer(), ...nobodyAbove };
  expect(createCustomer.compute({ key: 'acme', name: 'Acme' }, seen, here)).toMatchObject({
    refused: 'key_taken',
    facts: { field: 'key' },
  });
});

test('a time zone is one that exists', () => {
  const said = (timeZone: string) => createCustomer.input.safeParse({ key: 'acme', name: 'Acme', timeZone });
  expect(said('Europe/Zurich').success).toBe(true);
  expect(said('Europe/Atlantis').success).toBe(false);
});

test('customers nest five levels deep, the sixth is refused', () => {
  const create = (above: readonly Customer[]) => {
    const parent = above.at(-1)?.key ?? null;
    return createCustomer.compute(
      { key: 'new', name: 'New', parent },
      { customer: null, ...seenAbove(above) },
      here,
    );
  };
  expect(create(line('a', 'b', 'c', 'd'))).toMatchObject([{ after: { parent: 'd' } }]);
  expect(create(line('a', 'b', 'c', 'd', 'e'))).toMatchObject({
    refused: 'customer_too_deep',
    facts: { field: 'parent', levelsMax: 5 },
  });
});

test('a parent must be there and not be put away', () => {
  const create = (parent: Customer | null) =>
    createCustomer.compute(
      { key: 'new', name: 'New', parent: 'top' },
      { ...nobodyAbove, customer: null, parent },
      here,
    );
  expect(create(null)).toMatchObject({ refused: 'customer_unknown', facts: { field: 'parent' } });
  expect(create(aCustomer({ key: 'top', state: 'archived' }))).toMatchObject({
    refused: 'customer_archived',
  });
});

test('nobody becomes their own ancestor', () => {
  const move = (parent: string, above: readonly Customer[]) =>
    moveCustomer.compute(
      { customer: 'a', parent },
      { customer: aCustomer({ key: 'a' }), below: [], ...seenAbove(above) },
      here,
    );
  expect(move('a', line('a'))).toMatchObject({ refused: 'customer_cycle' });
  expect(move('b', line('a', 'b'))).toMatchObject({ refused: 'customer_cycle' });
  expect(move('d', line('a', 'b', 'c', 'd'))).toMatchObject({ refused: 'customer_cycle' });
  expect(move('y', line('x', 'y'))).toMatchObject([{ after: { key: 'a', parent: 'y' } }]);
});

test('whoever moves brings the levels below along', () => {
  const below = [aCustomer({ key: 'a1', parent: 'a' }), aCustomer({ key: 'a11', parent: 'a1' })];
  const move = (above: readonly Customer[]) =>
    moveCustomer.compute(
      { customer: 'a', parent: above.at(-1)?.key ?? null },
      { customer: aCustomer({ key: 'a' }), below, ...seenAbove(above) },
      here,
    );
  expect(move(line('x', 'y'))).toMatchObject([{ after: { parent: 'y' } }]);
  expect(move(line('x', 'y', 'z'))).toMatchObject({ refused: 'customer_too_deep' });
});

test('a line that moves in the same change cannot be judged and is refused', () => {
  const [, , c] = line('a', 'b', 'c');
  const seen = {
    customer: aCustomer({ key: 'n' }),
    below: [],
    parent: c ?? null,
    grandparent: null,
    above: [],
  };
  expect(moveCustomer.compute({ customer: 'n', parent: 'c' }, seen, here)).toMatchObject({
    refused: 'invalid_request',
  });
});

test('what is not mentioned stays; an attribute set to null goes', () => {
  const customer = aCustomer({
    owner: 'sam',
    attributes: { country: 'CH', industry: 'bank' },
    tags: ['vip'],
  });
  const described = describeCustomer.compute(
    { customer: 'acme', attributes: { country: 'DE', industry: null } },
    { customer },
    here,
  );
  expect(described).toMatchObject([{ after: { ...customer, attributes: { country: 'DE' } } }]);
});

test('describing lifts no suspension', () => {
  const seen = { customer: aCustomer({ state: 'suspended' }) };
  expect(describeCustomer.compute({ customer: 'acme', state: 'active' }, seen, here)).toMatchObject({
    refused: 'conflict',
    facts: { field: 'state' },
  });
});

test('an identifier is added, replaced and forgotten without touching the others', () => {
  const customer = aCustomer({ identifiers: { externalId: '1', crmId: 'c' } });
  const seen = { customer };
  expect(
    identifyCustomer.compute(
      { customer: 'acme', identifiers: { externalId: '2', crmId: null, refId: 'r' } },
      seen,
      here,
    ),
  ).toMatchObject([{ after: { identifiers: { externalId: '2', refId: 'r' } } }]);
  expect(
    identifyCustomer.compute({ customer: 'acme', identifiers: { crmId: null } }, seen, here),
  ).not.toMatchObject([{ after: { identifiers: { crmId: 'c' } } }]);
});

test('suspended, resumed, put away and brought back; twice is once', () => {
  const inState = (state: Customer['state']) => ({ customer: aCustomer({ state }) });
  const acme = { customer: 'acme' };
  expect(suspendCustomer.compute(acme, inState('active'), here)).toMatchObject([
    { after: { state: 'suspended' } },
  ]);
  expect(suspendCustomer.compute(acme, inState('suspended'), here)).toEqual([]);
  expect(suspendCustomer.compute(acme, inState('archived'), here)).toMatchObject({
    refused: 'customer_archived',
  });
  expect(resumeCustomer.compute(acme, inState('suspended'), here)).toMatchObject([
    { after: { state: 'active' } },
  ]);
  expect(archiveCustomer.compute(acme, inState('suspended'), here)).toMatchObject([
    { after: { state: 'archived' } },
  ]);
  expect(archiveCustomer.compute(acme, { customer: null }, here)).toMatchObject({
    refused: 'customer_unknown',
  });
});
