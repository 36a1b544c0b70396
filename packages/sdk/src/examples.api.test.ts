import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

const place = '/api/v1/projects/shop/environments/production';
const root = fileURLToPath(new URL('../../../', import.meta.url));

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  for (const [path, body] of [
    ['/api/v1/projects', { key: 'shop', name: 'Shop' }],
    ['/api/v1/projects/shop/features', { key: 'exports', name: 'Exports', kind: 'switch' }],
    ['/api/v1/projects/shop/features', { key: 'reports', name: 'Reports', kind: 'switch' }],
    ['/api/v1/projects/shop/plans', { key: 'gold', name: 'Gold' }],
    ['/api/v1/projects/shop/plans/gold/versions', { items: [{ feature: 'reports', effect: 'allow' }] }],
    [`${place}/customers`, { key: 'acme', name: 'Acme' }],
  ] as const) {
    expect(await server.post(path, body)).toMatchObject({ status: 201 });
  }
});
afterAll(() => server[Symbol.asyncDispose]());

/** Runs an example as a person would, but from the sources. */
async function run(example: string, kind: string, variable: string, words: readonly string[]) {
  const key = (await server.post(`${place}/keys`, { kind })).as<{ value: string }>().value;
  const folder = mkdtempSync(join(tmpdir(), 'lk-example-'));
  const tsx = import.meta.resolve('tsx');
  const script = join(root, 'examples', example, 'app.mjs');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', tsx, '--conditions', 'latchkey-source', script, ...words],
    { cwd: folder, env: { ...process.env, LATCHKEY_ADDRESS: server.address, [variable]: key } },
  );
  const said: string[] = [];
  child.stdout?.on('data', (text) => said.push(String(text)));
  child.stderr?.on('data', (text) => said.push(String(text)));
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return { ended, said: () => said.join('') };
}

const soon = { timeout: 30_000, interval: 50 };

test('the ten-line application says what a customer may, and every change while it runs', async () => {
  const app = await run('node-app', 'sdk', 'LATCHKEY_SDK_KEY', ['acme', 'exports']);
  await vi.waitFor(() => expect(app.said()).toMatch(/Latchkey is live\n.*Exports.*\n/), soon);
  const before = app.said();
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'Outage of 3 March' };
  expect(await server.post(`${place}/customers/acme/grants`, grant)).toMatchObject({ status: 201 });
  await vi.waitFor(() => expect(app.said().slice(before.length)).toMatch(/^20\S+Z .*Exports.*\n$/), soon);
});

test('beside a flag platform, the platform is asked only about what the customer is entitled to', async () => {
  const items = [{ plan: 'gold', quantity: 10, from: '2022-05-21' }];
  expect(await server.post(`${place}/plans/gold/publish`, { version: 1 })).toMatchObject({ status: 200 });
  const sold = await server.post(`${place}/customers/acme/subscriptions`, { state: 'active', items });
  expect(sold).toMatchObject({ status: 201 });
  const app = await run('feature-platform', 'client-application', 'LATCHKEY_CLIENT_KEY', [
    'acme',
    'reports',
    'unsold',
  ]);
  await app.ended;
  expect(app.said().trimEnd().split('\n')).toEqual([
    'reports for user-1: off (entitled, platform decided)',
    'reports for user-2: on (entitled, platform decided)',
    'unsold for user-1: off (not entitled, platform not asked)',
    'unsold for user-2: off (not entitled, platform not asked)',
  ]);
});

test('behind OpenFeature a flag follows the right that it guards, and says why', async () => {
  const variations = [{ value: true }, { value: false }];
  const flag = { key: 'reports', name: 'Reports', kind: 'boolean', variations };
  expect(await server.post('/api/v1/projects/shop/flags', flag)).toMatchObject({ status: 201 });
  const targeting = { on: true, offVariation: 1, fallthrough: { variation: 0 } };
  expect(await server.patch(`${place}/flags/reports`, targeting)).toMatchObject({ status: 200 });
  const sold = { key: 'guarded', name: 'Guarded', kind: 'switch', flagKey: 'reports' };
  expect(await server.post('/api/v1/projects/shop/features', sold)).toMatchObject({ status: 201 });
  const app = await run('openfeature', 'sdk', 'LATCHKEY_SDK_KEY', ['acme', 'reports']);
  await vi.waitFor(() => expect(app.said()).toContain('off (TARGETING_MATCH, not_entitled)'), soon);
  const grant = { feature: 'guarded', effect: 'allow', origin: 'goodwill', reason: 'Outage of 3 March' };
  expect(await server.post(`${place}/customers/acme/grants`, grant)).toMatchObject({ status: 201 });
  await vi.waitFor(() => expect(app.said()).toContain('reports for ada of acme: on (TARGETING_MATCH'), soon);
});
