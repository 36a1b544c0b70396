import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, chromiumPath } from '@latchkey/testkit/browser';
import { startServer } from '@latchkey/testkit/server';
import { init } from '@launchdarkly/node-server-sdk';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { expect, test } from 'vitest';
import type { ClientName, Settings } from './browser.page.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }] };

/** Somebody else's page: another origin, with the published clients bundled as an application bundles them. */
async function openPage() {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('./browser.page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'page',
      },
    },
  });
  const [bundle] = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = bundle?.type === 'chunk' ? bundle.code : '';
  const site = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : '<!doctype html><title>A shop</title><script src="/page.js"></script>');
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumFlags] });
  const page = await browser.newPage();
  const answered: { method: string; path: string; status: number }[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    answered.push({ method: response.request().method(), path: pathname, status: response.status() });
  });
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return {
    answered,
    start: (name: ClientName, settings: Settings): Promise<void> =>
      page.evaluate(`start(${JSON.stringify(name)}, ${JSON.stringify(settings)})`),
    look: (name: ClientName, flag: string): Promise<unknown> =>
      page.evaluate(`look(${JSON.stringify(name)}, ${JSON.stringify(flag)})`),
    async [Symbol.asyncDispose]() {
      await browser.close();
      site.close();
    },
  };
}

test('the clients for browsers start on another origin, in secure mode too, follow changes and rights, and report', async () => {
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  for (const key of ['checkout', 'exports']) {
    await server.post(`${project}/flags`, { key, name: key, clientSide: true, ...boolean });
    await server.patch(`${here}/flags/${key}`, { on: true, offVariation: 1, fallthrough: { variation: 0 } });
  }
  const feature = { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' };
  expect((await server.post(`${project}/features`, feature)).status).toBe(201);
  await server.post(`${here}/customers`, { key: 'acme', name: 'Acme' });
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();
  const { value } = (await server.post(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>();
  expect((await server.patch(here, { secureMode: true })).status).toBe(200);

  const context = { kind: 'multi', user: { key: 'ada' }, customer: { key: 'acme' } } as const;
  const backend = init(value, { offline: true });
  const hash = backend.secureModeHash(context);
  backend.close();
  const settings = { address: `${server.address}/ld`, clientSideId, context, hash };

  await using page = await openPage();
  const names = ['three', 'four', 'second', 'react', 'openFeature'] as const;
  for (const name of names) await page.start(name, { ...settings, useReport: name === 'three' });
  const all = (flag: string) => Promise.all(names.map((name) => page.look(name, flag)));
  await expect.poll(() => all('checkout')).toEqual(names.map(() => true));
  expect(await all('exports')).toEqual(names.map(() => false));

  await server.patch(`${here}/flags/checkout`, { on: false });
  await expect.poll(() => all('checkout'), { timeout: 10_000 }).toEqual(names.map(() => false));
  const grant = { feature: 'exports', effect: 'allow', origin: 'goodwill', reason: 'An outage' };
  expect((await server.post(`${here}/customers/acme/grants`, grant)).status).toBe(201);
  await expect.poll(() => all('exports'), { timeout: 10_000 }).toEqual(names.map(() => true));

  const reports = () =>
    page.answered.filter(({ path, method }) => path.includes('/events/bulk/') && method === 'POST');
  await expect.poll(() => reports().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(names.length);
  expect(page.answered.filter(({ status }) => status >= 400)).toEqual([]);
  expect(page.answered).toContainEqual({
    method: 'REPORT',
    path: `/ld/sdk/evalx/${clientSideId}/context`,
    status: 200,
  });
});
