import type { EnvironmentKey } from '@latchkey/model';
import { expect, test } from 'vitest';
import { createKey } from './create.ts';
import { revealKey } from './reveal.ts';
import { revokeKey } from './revoke.ts';
import { nextReveal, sealedUnder, secretIdOf } from './sealed.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const at = new Date(now).toISOString();
const place = { project: 'demo', environment: 'production' };
const circumstances = {
  actor: { kind: 'member', id: 'otto', name: 'Otto' },
  now,
  place,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
} as const;
const aKey = (id: string, part: Partial<EnvironmentKey> = {}): EnvironmentKey => ({
  id,
  kind: 'sdk',
  name: 'Shop',
  ending: 'abcd',
  digest: 'd'.repeat(64),
  sealed: null,
  revokedAt: null,
  createdAt: at,
  ...part,
});
const asked = {
  id: 'k_3',
  kind: 'sdk',
  name: '',
  digest: 'e'.repeat(64),
  ending: 'wxyz',
  sealed: null,
} as const;

test('two live keys of a kind are enough; a revoked one makes room', () => {
  const create = (same: EnvironmentKey[]) => createKey.compute(asked, { same }, circumstances);
  expect(create([aKey('k_1')])).toMatchObject([{ place, before: null, after: { id: 'k_3', createdAt: at } }]);
  expect(create([aKey('k_1'), aKey('k_2')])).toMatchObject({
    refused: 'too_many_keys',
    facts: { field: 'kind' },
  });
  expect(create([aKey('k_1'), aKey('k_2', { revokedAt: at })])).toHaveLength(1);
});

test('a key is revoked once, and revoking it again changes nothing', () => {
  const revoke = (key: EnvironmentKey | null) => revokeKey.compute({ key: 'k_1' }, { key }, circumstances);
  expect(revoke(aKey('k_1'))).toMatchObject([{ after: { revokedAt: at } }]);
  expect(revoke(aKey('k_1', { revokedAt: at }))).toEqual([]);
  expect(revoke(null)).toMatchObject({ refused: 'key_unknown' });
});

test('every showing of a key is an edit, so that it is recorded', () => {
  const reveal = (key: EnvironmentKey | null) => revealKey.compute({ key: 'k_1' }, { key }, circumstances);
  const sealed = sealedUnder('s_1');
  expect(reveal(aKey('k_1', { kind: 'client-application', sealed }))).toMatchObject([
    { before: { sealed }, after: { sealed: nextReveal(sealed) } },
  ]);
  expect(reveal(aKey('k_1'))).toMatchObject({ refused: 'wrong_key_kind' });
  expect(reveal(aKey('k_1', { sealed, revokedAt: at }))).toMatchObject({ refused: 'key_unknown' });
  expect(reveal(null)).toMatchObject({ refused: 'key_unknown' });
});

test('a key stays sealed in the same place however often it is shown', () => {
  const often = nextReveal(nextReveal(sealedUnder('s_a.b')));
  expect(often).toBe('s_a.b.2');
  expect(secretIdOf(often)).toBe('s_a.b');
});
