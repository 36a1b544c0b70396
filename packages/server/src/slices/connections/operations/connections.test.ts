import type { Connection } from '@latchkey/model';
import { expect, test } from 'vitest';
import { connectPlatform } from './connect.ts';
import { disconnectPlatform } from './disconnect.ts';
import { revealSecret } from './reveal.ts';
import { rotateSecret } from './rotate-secret.ts';
import { nextReveal, rotated, sealedUnder, secretIdsOf } from './secrets.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const place = { project: 'shop', environment: '' };
const circumstances = {
  actor: { kind: 'member', id: 'otto', name: 'Otto' },
  now,
  place,
  comment: '',
  newId: (prefix: string) => `${prefix}_1`,
} as const;
const digest = 'd'.repeat(64);

const aConnection = (said: Partial<Connection> = {}): Connection => ({
  id: 'con_1',
  platform: 'launchdarkly',
  name: 'LaunchDarkly',
  environment: null,
  sealed: sealedUnder(['s_1']),
  digest,
  state: 'active',
  tags: [],
  createdAt: '2026-03-10T09:00:00.000Z',
  ...said,
});

const asked = { id: 'con_1', platform: 'split', name: 'Split', secret: 's_1', digest } as const;

test('a platform is connected to a project, and to an environment only if there is one', () => {
  const connect = (environment: string | null) =>
    connectPlatform.compute({ ...asked, tags: [], environment }, { environment: null }, circumstances);
  expect(connect(null)).toMatchObject([{ place, before: null, after: { id: 'con_1', state: 'active' } }]);
  expect(connect('moon')).toMatchObject({ refused: 'environment_unknown', facts: { field: 'environment' } });
});

test('a signing secret stays good beside its successor until the next one, or ends at once', () => {
  const rotate = (connection: Connection | null, endPrevious = false) =>
    rotateSecret.compute(
      { connection: 'con_1', endPrevious, secret: 's_2', digest: 'e'.repeat(64) },
      { connection },
      circumstances,
    );
  expect(rotate(aConnection())).toMatchObject([{ after: { sealed: 's_2,s_1.0', digest: 'e'.repeat(64) } }]);
  expect(rotate(aConnection({ sealed: 's_1,s_0.4' }))).toMatchObject([{ after: { sealed: 's_2,s_1.0' } }]);
  expect(rotate(aConnection(), true)).toMatchObject([{ after: { sealed: 's_2.0' } }]);
  expect(rotate(aConnection({ platform: 'split' }))).toMatchObject([{ after: { sealed: 's_2.0' } }]);
  expect(rotate(aConnection({ state: 'disconnected' }))).toMatchObject({ refused: 'connection_unknown' });
  expect(rotate(null)).toMatchObject({ refused: 'connection_unknown' });
});

test('showing a secret is an edit, so that it is recorded; a closed connection has none to show', () => {
  const reveal = (connection: Connection | null) =>
    revealSecret.compute({ connection: 'con_1' }, { connection }, circumstances);
  expect(reveal(aConnection())).toMatchObject([{ before: { sealed: 's_1.0' }, after: { sealed: 's_1.1' } }]);
  expect(reveal(aConnection({ sealed: null }))).toMatchObject({ refused: 'connection_unknown' });
  expect(reveal(aConnection({ state: 'disconnected' }))).toMatchObject({ refused: 'connection_unknown' });
});

test('a connection that is closed keeps neither its secret nor its address', () => {
  const close = (connection: Connection | null) =>
    disconnectPlatform.compute({ connection: 'con_1' }, { connection }, circumstances);
  expect(close(aConnection())).toMatchObject([
    { after: { state: 'disconnected', sealed: null, digest: null } },
  ]);
  expect(close(null)).toMatchObject({ refused: 'connection_unknown' });
});

test('secrets stay sealed in the same places however often they are shown', () => {
  const often = nextReveal(nextReveal(sealedUnder(['s_b', 's_a'])));
  expect(often).toBe('s_b,s_a.2');
  expect(secretIdsOf(often)).toEqual(['s_b', 's_a']);
  expect(rotated(null, 's_c', true)).toBe('s_c.0');
});
