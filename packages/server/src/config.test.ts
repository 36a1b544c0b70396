import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig, secretKeyOf } from './config.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('without any setting it listens on this machine only, keeps its own database and loads no demo', () => {
  const config = parseConfig({});
  expect(config).toMatchObject({
    port: 4400,
    host: '127.0.0.1',
    publicUrl: null,
    databaseUrl: null,
    demo: false,
  });
  expect(config).toMatchObject({
    bootstrapToken: null,
    secretKey: null,
    clockOffsetSeconds: 0,
    logLevel: 'info',
  });
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.dataDir.endsWith('/.latchkey')).toBe(true);
});

test('a setting that is there but empty counts as unset', () => {
  expect(parseConfig({ LATCHKEY_PORT: '', DATABASE_URL: '', LATCHKEY_DEMO: '' })).toEqual(parseConfig({}));
});

test('every setting can be set', () => {
  const config = parseConfig({
    LATCHKEY_PORT: '0',
    LATCHKEY_HOST: '::',
    LATCHKEY_PUBLIC_URL: 'https://flags.example.com/',
    LATCHKEY_DATA_DIR: '/data',
    DATABASE_URL: 'postgres://latchkey:word@db.example.com/latchkey',
    LATCHKEY_PG_BIN: '/opt/postgres/bin',
    LATCHKEY_DEMO: '1',
    LATCHKEY_BOOTSTRAP_TOKEN: 't'.repeat(32),
    LATCHKEY_SECRET_KEY: 'k'.repeat(32),
    LATCHKEY_CLOCK_OFFSET: '-3600',
    LATCHKEY_LOG_LEVEL: 'debug',
    LATCHKEY_WEBHOOK_HOSTS: 'intranet.example, 10.1.0.0/16,::1',
    NODE_ENV: 'test',
  });
  expect(config).toEqual({
    port: 0,
    host: '::',
    publicUrl: 'https://flags.example.com',
    dataDir: '/data',
    databaseUrl: 'postgres://latchkey:word@db.example.com/latchkey',
    postgresPrograms: '/opt/postgres/bin',
    demo: true,
    bootstrapToken: 't'.repeat(32),
    secretKey: 'k'.repeat(32),
    clockOffsetSeconds: -3600,
    logLevel: 'debug',
    webhookHosts: ['intranet.example', '10.1.0.0/16', '::1'],
    production: false,
  });
});

test.each([
  ['LATCHKEY_PORT', '65536'],
  ['LATCHKEY_PORT', '80 '],
  ['LATCHKEY_PORT', '4e3'],
  ['LATCHKEY_PUBLIC_URL', 'flags.example.com'],
  ['LATCHKEY_PUBLIC_URL', 'https://flags.example.com/?a=b'],
  ['DATABASE_URL', 'mysql://db.example.com/latchkey'],
  ['LATCHKEY_DEMO', 'yes'],
  ['LATCHKEY_BOOTSTRAP_TOKEN', 'short'],
  ['LATCHKEY_BOOTSTRAP_TOKEN', `${'t'.repeat(32)}\n`],
  ['LATCHKEY_SECRET_KEY', 'short'],
  ['LATCHKEY_CLOCK_OFFSET', '1.5'],
  ['LATCHKEY_CLOCK_OFFSET', '999999999999'],
  ['LATCHKEY_LOG_LEVEL', 'loud'],
  ['LATCHKEY_WEBHOOK_HOSTS', 'intranet.example,10.1.0.0/40'],
  ['LATCHKEY_WEBHOOK_HOSTS', 'http://intranet.example'],
])('%s=%j is refused by name, and the value is not repeated', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`: ${name} must[^\\n]*\\.$`));
  expect(() => parseConfig({ [name]: value })).not.toThrow(value.trim());
});

test('everything that is wrong is said at once', () => {
  expect(() => parseConfig({ LATCHKEY_PORT: 'x', LATCHKEY_DEMO: 'x' })).toThrow(
    /LATCHKEY_PORT.*LATCHKEY_DEMO/,
  );
});

test('the clock of a production system cannot be shifted', () => {
  const shifted = { LATCHKEY_CLOCK_OFFSET: '60', NODE_ENV: 'production' };
  expect(() => parseConfig(shifted)).toThrow('LATCHKEY_CLOCK_OFFSET');
  expect(parseConfig({ ...shifted, LATCHKEY_CLOCK_OFFSET: '0' }).production).toBe(true);
});

test('the secret key is made once, for the owner only, and may be moved into the setting', () => {
  const dataDir = join(aFolder(), 'data');
  const made = secretKeyOf({ secretKey: null, dataDir });
  expect(made).toHaveLength(32);
  expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(secretKeyOf({ secretKey: null, dataDir })).toEqual(made);
  expect(
    secretKeyOf({ secretKey: readFileSync(join(dataDir, 'secret-key'), 'utf8'), dataDir: aFolder() }),
  ).toEqual(made);
  expect(secretKeyOf({ secretKey: null, dataDir: aFolder() })).not.toEqual(made);
});

test('a damaged secret key is not replaced: what it locked would be lost', () => {
  const dataDir = aFolder();
  writeFileSync(join(dataDir, 'secret-key'), 'half');
  chmodSync(join(dataDir, 'secret-key'), 0o600);
  expect(() => secretKeyOf({ secretKey: null, dataDir })).toThrow('LATCHKEY_SECRET_KEY');
  expect(readFileSync(join(dataDir, 'secret-key'), 'utf8')).toBe('half');
});
