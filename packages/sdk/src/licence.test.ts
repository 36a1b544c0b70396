import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as law } from '@fast-check/vitest';
import { check, compileConfiguration, compileCustomer } from '@latchkey/engine';
import type { Decision } from '@latchkey/model';
import { aMoment, aWorld } from '@latchkey/testkit/arbitrary';
import { aConfiguration, aFeature, aGrant, aSnapshot } from '@latchkey/testkit/builders';
import { exportSPKI, importJWK, type JSONWebKeySet } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runtimeOf } from '../test/clients.ts';
import { issuerOf } from '../test/licences.ts';
import { ManualTime } from '../test/manual-time.ts';
import { OfflineClient } from './licence/client.ts';
import { loadLicence, setup } from './licence.ts';

/** Acme has exports until May, and nothing else; open without data is only what is essential to their safety. */
const theirs = {
  configuration: aConfiguration({
    features: [
      aFeature({ key: 'exports' }),
      aFeature({ key: 'sso' }),
      aFeature({ key: 'alarms', failMode: 'allow' }),
    ],
  }),
  customer: aSnapshot({
    key: 'acme',
    grants: [
      aGrant({
        feature: 'exports',
        subject: { kind: 'customer', key: 'acme' },
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-05-01T00:00:00.000Z',
      }),
    ],
  }),
};

const anIssuer = (kid?: string) => issuerOf(theirs, kid);

const on = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const day = 86_400_000;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-licence-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Said {
  readonly keys: JSONWebKeySet | string;
  readonly revocations?: string;
  readonly device?: string;
  readonly folder?: string | null;
  readonly time?: ManualTime;
}

/** An application with this file, on a machine whose clock is the test's. */
async function start(
  licence: string,
  { keys, revocations, time = new ManualTime(on('2026-04-01')), ...said }: Said,
) {
  const { device = null, folder = null } = said;
  const chosen = {
    licence,
    keys,
    device,
    folder,
    failMode: 'deny' as const,
    ...(revocations !== undefined && { revocations }),
  };
  const client = new OfflineClient(await setup(chosen, runtimeOf(time)));
  const acme = await client.customer('acme');
  return { client, acme, time };
}

const stateOf = async (licence: string, said: Said): Promise<string> => {
  const { client } = await start(licence, said);
  await client.close();
  return client.licence().state;
};

describe('a licence that is believed', () => {
  test('decides for its customer, and for nobody else', async () => {
    const issuer = await anIssuer();
    const { client, acme } = await start(await issuer.licence(), issuer);
    expect(client.licence()).toMatchObject({
      state: 'valid',
      licence: { customer: 'acme', sequence: 1, to: '2026-06-01T00:00:00.000Z' },
    });
    expect(acme.check('exports')).toMatchObject({ allowed: true, reason: 'entitled', freshness: 'live' });
    expect(acme.check('sso')).toMatchObject({ allowed: false, reason: 'not_entitled' });
    const globex = await client.customer('globex');
    expect(globex.check('exports')).toMatchObject({ allowed: false, reason: 'no_data' });
  });

  test('ends what the customer has by its own date, to the millisecond, and tells', async () => {
    const issuer = await anIssuer();
    const end = Date.parse('2026-05-01T00:00:00Z');
    const { acme, time } = await start(await issuer.licence(), { ...issuer, time: new ManualTime(end - 1) });
    const told: Decision[] = [];
    acme.onChange((changed) => told.push(...changed));
    expect(acme.isEntitled('exports')).toBe(true);
    time.advance(1);
    expect(acme.check('exports')).toMatchObject({ allowed: false, reason: 'expired' });
    expect(told).toMatchObject([{ feature: 'exports', allowed: false }]);
  });

  test('goes on in grace, then knows nothing: fail modes answer, also to those who listen', async () => {
    const issuer = await anIssuer();
    const rights = {
      ...theirs.customer,
      grants: theirs.customer.grants.map((one) => ({ ...one, to: null })),
    };
    const end = Date.parse('2026-06-01T00:00:00Z');
    const { client, acme, time } = await start(await issuer.licence({ customer: rights }), {
      ...issuer,
      time: new ManualTime(end - 1),
    });
    const states: string[] = [];
    client.onStatus(({ state }) => states.push(state));
    const told: Decision[] = [];
    acme.onChange((changed) => told.push(...changed));
    expect([client.licence().state, acme.check('exports').freshness]).toEqual(['valid', 'live']);
    time.advance(1);
    expect([client.licence().state, acme.check('exports').freshness]).toEqual(['in_grace', 'stale']);
    time.advance(7 * day - 1);
    expect(acme.isEntitled('exports')).toBe(true);
    expect(told).toEqual([]);
    time.advance(1);
    expect(client.licence().state).toBe('expired');
    expect(acme.check('exports')).toMatchObject({ allowed: false, reason: 'no_data', freshness: 'fallback' });
    expect(acme.check('alarms')).toMatchObject({ allowed: true, reason: 'fail_mode' });
    expect(told.find(({ feature }) => feature === 'exports')).toMatchObject({ allowed: false });
    expect(states).toEqual(['stale', 'fallback']);
  });

  test('waits for its beginning', async () => {
    const issuer = await anIssuer();
    const begins = Date.parse('2026-04-02T00:00:00Z');
    const { client, acme, time } = await start(await issuer.licence({ nbf: begins / 1000 }), issuer);
    expect(client.licence().state).toBe('not_yet_valid');
    expect(acme.isEntitled('exports')).toBe(false);
    time.advance(begins - time.now());
    expect(client.licence().state).toBe('valid');
    expect(acme.isEntitled('exports')).toBe(true);
  });

  test('is read by one key as PEM as well', async () => {
    const issuer = await anIssuer();
    const key = await importJWK(issuer.keys.keys[0] ?? {}, 'EdDSA');
    if (key instanceof Uint8Array) throw new Error('a public key is no secret');
    expect(await stateOf(await issuer.licence(), { keys: await exportSPKI(key) })).toBe('valid');
  });
});

describe('what is not believed', () => {
  test('one changed letter anywhere in the file', async () => {
    const issuer = await anIssuer();
    const file = await issuer.licence();
    const body = file.replaceAll(/-----[A-Z ]+-----|\s/g, '');
    // Of the last letter two bits carry nothing.
    for (const at of [0, 30, body.indexOf('.') + 40, body.lastIndexOf('.') + 3, body.length - 2]) {
      const other = body[at] === 'A' ? 'B' : 'A';
      const changed = body.slice(0, at) + other + body.slice(at + 1);
      expect(await stateOf(changed, issuer), `letter ${at}`).toBe('tampered');
    }
    expect(await stateOf(body, issuer)).toBe('valid');
  });

  test('a key of somebody else, also under the same name', async () => {
    const [issuer, stranger] = [await anIssuer(), await anIssuer()];
    expect(await stateOf(await stranger.licence(), issuer)).toBe('tampered');
    expect(await stateOf(await issuer.licence(), { keys: 'no keys at all' })).toBe('tampered');
  });

  test('a list of revocations in place of a licence, though the same key signed it', async () => {
    const issuer = await anIssuer();
    const { client } = await start(await issuer.listOf(1, []), issuer);
    expect(client.licence()).toMatchObject({ state: 'tampered', licence: null });
  });

  test('another device, or none named', async () => {
    const issuer = await anIssuer();
    const file = await issuer.licence({ device: 'plant-7' });
    expect(await stateOf(file, { ...issuer, device: 'plant-7' })).toBe('valid');
    expect(await stateOf(file, { ...issuer, device: 'plant-8' })).toBe('wrong_device');
    expect(await stateOf(file, issuer)).toBe('wrong_device');
  });

  test('a file that is not there; nothing throws', async () => {
    const issuer = await anIssuer();
    const client = await loadLicence({
      licence: join(aFolder(), 'none'),
      keys: issuer.keys,
      folder: null,
      log: () => undefined,
    });
    onTestFinished(() => client.close());
    expect(client.licence()).toMatchObject({ state: 'missing', licence: null });
    expect(await client.check({ customer: 'acme', feature: 'exports' })).toMatchObject({ allowed: false });
    expect(client.flag('checkout', { kind: 'user', key: 'ada' }, 'mine')).toBe('mine');
  });

  test('a revoked licence, from the list that names it on, also without that list afterwards', async () => {
    const issuer = await anIssuer();
    const folder = aFolder();
    const file = await issuer.licence();
    expect(await stateOf(file, { ...issuer, folder, revocations: await issuer.listOf(1, ['lic_0']) })).toBe(
      'valid',
    );
    expect(
      await stateOf(file, {
        ...issuer,
        folder,
        revocations: await issuer.listOf(2, ['lic_0', 'lic_1']),
      }),
    ).toBe('revoked');
    expect(await stateOf(file, { ...issuer, folder })).toBe('revoked');
  });

  test('a list of revocations that is older than one seen before, or than the licence knows', async () => {
    const issuer = await anIssuer();
    const folder = aFolder();
    const file = await issuer.licence();
    expect(await stateOf(file, { ...issuer, folder, revocations: await issuer.listOf(2, []) })).toBe('valid');
    expect(await stateOf(file, { ...issuer, folder, revocations: await issuer.listOf(1, []) })).toBe(
      'tampered',
    );
    const later = await issuer.licence({ revocations: 5 });
    expect(await stateOf(later, { ...issuer, revocations: await issuer.listOf(4, []) })).toBe('tampered');
  });

  test('an earlier file than one that was used here', async () => {
    const issuer = await anIssuer();
    const folder = aFolder();
    const [first, second] = [await issuer.licence(), await issuer.licence({ jti: 'lic_2', sequence: 2 })];
    expect(await stateOf(first, { ...issuer, folder })).toBe('valid');
    expect(await stateOf(second, { ...issuer, folder })).toBe('valid');
    expect(await stateOf(first, { ...issuer, folder })).toBe('superseded');
    expect(await stateOf(second, { ...issuer, folder })).toBe('valid');
  });

  test('a clock that is set back, until it is right again or a newer file comes', async () => {
    const issuer = await anIssuer();
    const folder = aFolder();
    const file = await issuer.licence();
    const at = (date: string) => ({ ...issuer, folder, time: new ManualTime(on(date)) });
    expect(await stateOf(file, at('2026-05-20'))).toBe('valid');
    expect(await stateOf(file, at('2026-05-01'))).toBe('clock_set_back');
    expect(await stateOf(file, at('2026-05-21'))).toBe('valid');
    const newer = await issuer.licence({ jti: 'lic_2', sequence: 2, iat: on('2026-05-01') / 1000 });
    expect(await stateOf(newer, at('2026-05-02'))).toBe('valid');
  });

  test('a clock that is set back while the application runs', async () => {
    const issuer = await anIssuer();
    const { client, acme, time } = await start(await issuer.licence(), issuer);
    expect(acme.isEntitled('exports')).toBe(true);
    time.jump(-day);
    expect(acme.isEntitled('exports')).toBe(false);
    expect(client.licence().state).toBe('clock_set_back');
    time.jump(day);
    expect(acme.isEntitled('exports')).toBe(true);
  });

  test('a damaged note of what was seen is left aside', async () => {
    const issuer = await anIssuer();
    const folder = aFolder();
    const file = await issuer.licence();
    expect(await stateOf(file, { ...issuer, folder })).toBe('valid');
    for (const name of readdirSync(join(folder, 'licences')))
      writeFileSync(join(folder, 'licences', name), '{"at":');
    expect(await stateOf(file, { ...issuer, folder })).toBe('valid');
  });
});

describe('keys that change', () => {
  test('a set with both keys reads what either has signed; without the old one its files are not believed', async () => {
    const [old, next] = [await anIssuer('old'), await anIssuer('next')];
    const both = { keys: [...old.keys.keys, ...next.keys.keys] };
    expect(await stateOf(await old.licence(), { keys: both })).toBe('valid');
    expect(await stateOf(await next.licence(), { keys: both })).toBe('valid');
    expect(await stateOf(await old.licence(), next)).toBe('tampered');
  });
});

const signing = anIssuer();

law.prop([aWorld, fc.array(aMoment, { minLength: 1, maxLength: 3 })], { numRuns: 300 })(
  'a licence answers as the server does at the same moment',
  async ({ configuration, snapshot }, moments) => {
    const issuer = await signing;
    const first = Math.min(...moments);
    const file = await issuer.licence({
      configuration,
      customer: snapshot,
      iat: Math.floor(first / 1000),
      nbf: Math.floor(first / 1000),
      exp: Math.ceil(Math.max(...moments) / 1000) + 1,
    });
    const compiled = compileConfiguration(configuration);
    const online = compileCustomer(compiled, snapshot);
    const sorted = moments.toSorted((one, other) => one - other);
    const { client, time } = await start(file, { ...issuer, time: new ManualTime(first) });
    const offline = await client.customer(snapshot.key);
    for (const moment of sorted) {
      time.advance(moment - time.now());
      for (const feature of [...compiled.featureKeys, 'unheard-of'])
        expect(offline.check(feature)).toEqual(check(compiled, online, { feature }, moment));
    }
    await client.close();
  },
);
