import type { Licence, LicenceKey } from '@latchkey/model';
import { aCustomer, at, on } from '@latchkey/testkit/builders';
import { expect, test } from 'vitest';
import { issueLicence } from './issue.ts';
import { revokeLicence } from './revoke.ts';
import { rotateLicenceKey, withdrawLicenceKey } from './rotate-key.ts';

const here = {
  actor: { kind: 'member', id: 'm_1', name: 'Sam' },
  now: at('2026-03-15'),
  comment: 'Stolen',
  newId: (prefix: string) => `${prefix}_new`,
  place: { project: 'shop', environment: 'production' },
} as const;

const asked = {
  customer: 'acme',
  id: 'lic_2',
  key: 'k_1',
  sequence: 2,
  from: on('2026-03-15'),
  to: on('2026-06-15'),
  graceDays: 14,
  device: null,
  fingerprint: '0'.repeat(64),
  sealed: 's_1',
};
const first: Licence = {
  ...asked,
  id: 'lic_1',
  sequence: 1,
  issuedBy: 'Sam',
  issuedAt: on('2026-03-01'),
  revoked: null,
};
const key: LicenceKey = {
  id: 'k_1',
  x: 'x'.repeat(43),
  sealed: 's_2',
  createdAt: on('2026-01-01'),
  createdBy: 'Sam',
  retiredAt: null,
  withdrawnAt: null,
};
const seen = { customer: aCustomer(), licence: null, key, others: [first] };
const issue = (
  said: Partial<typeof asked> = {},
  what: Partial<Parameters<typeof issueLicence.compute>[1]> = {},
) => issueLicence.compute({ ...asked, ...said }, { ...seen, ...what }, here);

test('a licence is issued with the next number of its customer', () => {
  expect(issue()).toMatchObject([{ before: null, after: { sequence: 2, issuedBy: 'Sam', revoked: null } }]);
  expect(issue({}, { others: [] })).toMatchObject({ refused: 'conflict' });
  expect(issue({}, { others: [first, { ...first, id: 'lic_3', sequence: 2 }] })).toMatchObject({
    refused: 'conflict',
  });
});

test('nothing is issued by a retired or unknown key, nor to somebody who is gone', () => {
  expect(issue({}, { key: null })).toMatchObject({ refused: 'licence_key_unknown' });
  expect(issue({}, { key: { ...key, retiredAt: on('2026-03-14') } })).toMatchObject({
    refused: 'licence_key_unknown',
  });
  expect(issue({}, { customer: null })).toMatchObject({ refused: 'customer_unknown' });
  expect(issue({}, { customer: aCustomer({ state: 'archived' }) })).toMatchObject({
    refused: 'customer_archived',
  });
  expect(issue({}, { licence: first })).toMatchObject({ refused: 'key_taken' });
});

test('a licence ends after it begins and after now', () => {
  expect(issue({ to: asked.from })).toMatchObject({ refused: 'interval_empty' });
  expect(issue({ from: on('2026-01-01'), to: on('2026-03-15') })).toMatchObject({ refused: 'end_in_past' });
});

test('a licence is revoked once, in its own customer’s name, and keeps why', () => {
  const revoke = (customer: string, licence: Licence | null) =>
    revokeLicence.compute({ customer, licence: 'lic_1' }, { licence }, here);
  const revoked = { at: on('2026-03-15'), by: 'Sam', reason: 'Stolen' };
  expect(revoke('acme', first)).toMatchObject([{ after: { id: 'lic_1', revoked } }]);
  expect(revoke('globex', first)).toMatchObject({ refused: 'licence_unknown' });
  expect(revoke('acme', null)).toMatchObject({ refused: 'licence_unknown' });
  expect(revoke('acme', { ...first, revoked })).toMatchObject({ refused: 'licence_revoked' });
});

test('one key signs at a time; only a retired one can be withdrawn', () => {
  const next = { id: 'k_2', x: 'y'.repeat(43), sealed: 's_3' };
  expect(rotateLicenceKey.compute(next, { keys: [key] }, here)).toMatchObject([
    { id: 'k_1', after: { retiredAt: on('2026-03-15'), withdrawnAt: null } },
    { id: 'k_2', before: null, after: { retiredAt: null } },
  ]);
  expect(rotateLicenceKey.compute({ ...next, id: 'k_1' }, { keys: [key] }, here)).toMatchObject({
    refused: 'key_taken',
  });
  const withdraw = (keys: readonly LicenceKey[]) =>
    withdrawLicenceKey.compute({ key: 'k_1' }, { keys }, here);
  expect(withdraw([key])).toMatchObject({ refused: 'conflict' });
  expect(withdraw([])).toMatchObject({ refused: 'key_unknown' });
  const retired = { ...key, retiredAt: on('2026-03-14') };
  expect(withdraw([retired])).toMatchObject([{ after: { withdrawnAt: on('2026-03-15') } }]);
  expect(withdraw([{ ...retired, withdrawnAt: on('2026-03-14') }])).toEqual([]);
});
