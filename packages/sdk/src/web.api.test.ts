import { gzipSync } from 'node:zlib';
import { bundle, openPage } from '@latchkey/testkit/page';
import { startServer } from '@latchkey/testkit/server';
import { expect, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const script = new URL('../test/browser.page.ts', import.meta.url);
const soon = { timeout: 15_000, interval: 20 };

test('a page in a real browser starts, hears of changes, asks for somebody else, and knows what it knew', async () => {
  await using server = await startServer();
  await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const boolean = { kind: 'boolean', variations: [{ value: true }, { value: false }], clientSide: true };
  const german = { contextKind: 'user', attribute: 'country', op: 'in', values: ['DE'] };
  for (const key of ['banner', 'german']) {
    await server.post(`${project}/flags`, { key, name: key, ...boolean });
    const rules = key === 'german' ? [{ id: 'de', clauses: [german], variation: 0 }] : [];
    const fallthrough = { variation: key === 'german' ? 1 : 0 };
    const targeting = { on: true, offVariation: 1, fallthrough, rules };
    expect(await server.patch(`${here}/flags/${key}`, targeting)).toMatchObject({ status: 200 });
  }
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();
  const ada = { targetingKey: 'ada', country: 'FR' };

  await using opened = await openPage(script);
  const call = (name: string, ...given: readonly unknown[]): Promise<unknown> =>
    opened.page.evaluate(`${name}(${given.map((each) => JSON.stringify(each)).join(', ')})`);
  expect(await call('start', server.address, clientSideId, ada)).toMatchObject({ state: 'live' });
  expect([await call('ask', 'banner'), await call('ask', 'german')]).toEqual([true, false]);
  expect(await call('become', { ...ada, country: 'DE' })).toMatchObject({ state: 'live' });
  expect(await call('ask', 'german')).toBe(true);
  await server.patch(`${here}/flags/german`, { on: false });
  await expect.poll(() => call('ask', 'german'), soon).toBe(false);
  expect(await call('heard')).toContain('german');
  expect(await call('restartWithoutServer', clientSideId, { ...ada, country: 'DE' })).toBe(true);
});

test('the browser SDK stays small', async () => {
  const code = await bundle(new URL('./web.ts', import.meta.url), { minify: true });
  // Of the whole, compressed as servers send it: a page pays this before it shows anything.
  expect(gzipSync(code).length).toBeLessThan(6 * 1024);
});
