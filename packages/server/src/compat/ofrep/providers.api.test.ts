import { openPage } from '@latchkey/testkit/page';
import { startServer, type TestServer } from '@latchkey/testkit/server';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { ErrorCode, OpenFeature } from '@openfeature/server-sdk';
import { expect, onTestFinished, test } from 'vitest';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const soon = { timeout: 15_000, interval: 20 };
const adaOf = (customer: string) => ({ targetingKey: 'ada', customer });

/** A shop that sells exports, behind a flag, to nobody yet; with a flag of every kind. */
async function aShop() {
  const server = await startServer();
  onTestFinished(() => server[Symbol.asyncDispose]());
  const make = async (path: string, body: object) => {
    const reply = await server.post(path, body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    return reply;
  };
  await make('/api/v1/projects', { key: 'shop', name: 'Shop' });
  const kinds = { boolean: [true, false], string: ['', 'b'], number: [0, 2], json: [{ a: [1] }, {}] };
  for (const [kind, values] of Object.entries(kinds)) {
    const key = kind === 'boolean' ? 'exports' : `a-${kind}`;
    const variations = values.map((value) => ({ value }));
    await make(`${project}/flags`, { key, name: key, clientSide: true, kind, variations });
    await turn(server, key, {});
  }
  await make(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch', flagKey: 'exports' });
  for (const key of ['acme', 'globex']) await make(`${here}/customers`, { key, name: key });
  const { value: sdkKey } = (await make(`${here}/keys`, { kind: 'sdk' })).as<{ value: string }>();
  const { clientSideId } = (await server.get(here)).as<{ clientSideId: string }>();
  const give = () =>
    make(`${here}/customers/acme/grants`, {
      feature: 'exports',
      effect: 'allow',
      origin: 'goodwill',
      reason: 'An outage',
    });
  return { server, sdkKey, clientSideId, give };
}

async function turn(server: TestServer, flag: string, targeting: object): Promise<void> {
  const said = { on: true, offVariation: 1, fallthrough: { variation: 0 }, ...targeting };
  const reply = await server.patch(`${here}/flags/${flag}`, said);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

test('the published provider for servers evaluates every kind, follows rights, and understands what goes wrong', async () => {
  const { server, sdkKey, give } = await aShop();
  onTestFinished(() => OpenFeature.clearProviders());
  const provider = (key: string) =>
    new OFREPProvider({ baseUrl: server.address, headers: [['Authorization', `Bearer ${key}`]] });
  await OpenFeature.setProviderAndWait(provider(sdkKey));
  const client = OpenFeature.getClient();
  expect(await client.getStringDetails('a-string', 'mine', adaOf('acme'))).toMatchObject({
    value: '',
    reason: 'STATIC',
    variant: '0',
  });
  expect(await client.getNumberValue('a-number', 7, adaOf('acme'))).toBe(0);
  expect(await client.getObjectValue('a-json', {}, adaOf('acme'))).toEqual({ a: [1] });
  expect(await client.getBooleanDetails('exports', true, adaOf('acme'))).toMatchObject({
    value: false,
    reason: 'TARGETING_MATCH',
    flagMetadata: { 'latchkey.entitled': false, 'latchkey.reason': 'not_entitled' },
  });
  await give();
  expect(await client.getBooleanValue('exports', false, adaOf('acme'))).toBe(true);
  const failing = [
    [await client.getBooleanDetails('nothing', true, adaOf('acme')), ErrorCode.FLAG_NOT_FOUND],
    [await client.getBooleanDetails('exports', true, {}), ErrorCode.TARGETING_KEY_MISSING],
    [
      await client.getBooleanDetails('exports', true, { targetingKey: 'a', kind: 'a b' }),
      ErrorCode.INVALID_CONTEXT,
    ],
    [await client.getBooleanDetails('a-string', true, adaOf('acme')), ErrorCode.TYPE_MISMATCH],
  ] as const;
  for (const [details, errorCode] of failing) expect(details).toMatchObject({ value: true, errorCode });
  await OpenFeature.setProviderAndWait(provider('lk_sdk_wrong'));
  expect(await client.getBooleanDetails('exports', true, adaOf('acme'))).toMatchObject({
    value: true,
    reason: 'ERROR',
  });
});

test('the published provider for browsers starts on another origin, hears of changes, and asks for somebody else', async () => {
  const { server, clientSideId, give } = await aShop();
  await using opened = await openPage(new URL('./browser.page.ts', import.meta.url));
  const { page } = opened;
  const asked: { path: string; status: number; ifNoneMatch: boolean }[] = [];
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    const ifNoneMatch = (await response.request().headerValue('if-none-match')) !== null;
    if (response.request().method() !== 'OPTIONS')
      asked.push({ path: pathname, status: response.status(), ifNoneMatch });
  });
  const call = (name: string, ...given: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`${name}(${given.map((each) => JSON.stringify(each)).join(', ')})`);
  await call('start', server.address, clientSideId, adaOf('acme'));
  expect(await call('ask', 'exports')).toMatchObject({ value: false, reason: 'TARGETING_MATCH' });
  await expect.poll(() => asked.map(({ path }) => path), soon).toContain('/ofrep/v1/events');
  // Told at the opening to look again, the page finds nothing new.
  await expect
    .poll(() => asked, soon)
    .toContainEqual({ path: '/ofrep/v1/evaluate/flags', status: 304, ifNoneMatch: true });

  await give();
  await expect.poll(() => call('ask', 'exports'), soon).toMatchObject({ value: true });
  expect(await call('heard')).toContain('PROVIDER_CONFIGURATION_CHANGED');

  await call('become', adaOf('globex'));
  // The provider begins with what it kept for the same targeting key, whatever else the context says, and asks meanwhile.
  await expect.poll(() => call('ask', 'exports'), soon).toMatchObject({ value: false });
  await turn(server, 'exports', { on: false });
  await expect.poll(() => call('ask', 'exports'), soon).toMatchObject({ value: false, reason: 'DISABLED' });
  expect(asked.filter(({ status }) => status >= 400)).toEqual([]);
});
