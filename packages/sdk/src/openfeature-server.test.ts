import { ErrorCode, OpenFeature, ProviderEvents, ProviderStatus } from '@openfeature/server-sdk';
import { expect, onTestFinished, test } from 'vitest';
import { LatchkeyProvider } from './openfeature-server.ts';
import { createTestClient, type TestClientOptions } from './testing.ts';

async function anApplication(options: TestClientOptions) {
  const latchkey = createTestClient(options);
  onTestFinished(() => OpenFeature.clearProviders());
  await OpenFeature.setProviderAndWait(new LatchkeyProvider(latchkey));
  return { latchkey, client: OpenFeature.getClient() };
}

const ada = { targetingKey: 'ada' };

test('every kind of flag is answered with its variant and reason, zero and emptiness included', async () => {
  const { client } = await anApplication({
    flags: { on: true, off: false, none: 0, empty: '', list: { a: [] } },
  });
  expect(await client.getBooleanDetails('on', false, ada)).toMatchObject({
    value: true,
    reason: 'STATIC',
    variant: expect.any(String),
    flagMetadata: { 'latchkey.reason': 'fallthrough' },
  });
  expect(await client.getBooleanValue('off', true, ada)).toBe(false);
  expect(await client.getNumberValue('none', 7, ada)).toBe(0);
  expect(await client.getStringValue('empty', 'full', ada)).toBe('');
  expect(await client.getObjectValue('list', {}, ada)).toEqual({ a: [] });
});

test('what cannot be answered is the application’s own value, with the code that OpenFeature has for it', async () => {
  const { client, latchkey } = await anApplication({ flags: { on: true } });
  expect(await client.getBooleanDetails('unknown', true, ada)).toMatchObject({
    value: true,
    reason: 'ERROR',
    errorCode: ErrorCode.FLAG_NOT_FOUND,
  });
  expect(await client.getStringDetails('on', 'mine', ada)).toMatchObject({
    value: 'mine',
    errorCode: ErrorCode.TYPE_MISMATCH,
  });
  expect(await client.getBooleanDetails('on', false, {})).toMatchObject({
    value: false,
    errorCode: ErrorCode.TARGETING_KEY_MISSING,
  });
  expect(await client.getBooleanDetails('on', false, { targetingKey: 'ada', kind: 'a b' })).toMatchObject({
    errorCode: ErrorCode.INVALID_CONTEXT,
  });
  latchkey.setState('fallback');
  expect(await client.getBooleanDetails('on', false, ada)).toMatchObject({ value: false, reason: 'ERROR' });
});

test('the application hears when the server goes away and comes back, and of every change', async () => {
  const { client, latchkey } = await anApplication({ flags: { on: true } });
  const heard: string[] = [];
  for (const event of [ProviderEvents.Stale, ProviderEvents.Ready, ProviderEvents.ConfigurationChanged])
    client.addHandler(event, () => heard.push(event));
  heard.length = 0;
  latchkey.setState('stale');
  expect(client.providerStatus).toBe(ProviderStatus.STALE);
  expect(await client.getBooleanDetails('on', false, ada)).toMatchObject({
    value: true,
    flagMetadata: { 'latchkey.freshness': 'stale' },
  });
  latchkey.setState('live');
  expect(client.providerStatus).toBe(ProviderStatus.READY);
  latchkey.setFlag('on', false);
  expect(await client.getBooleanValue('on', true, ada)).toBe(false);
  expect(new Set(heard)).toEqual(
    new Set([ProviderEvents.Stale, ProviderEvents.Ready, ProviderEvents.ConfigurationChanged]),
  );
});

test('a provider that knows nothing at all is an error, and a later answer of the server makes it ready', async () => {
  const latchkey = createTestClient({ flags: { on: true }, state: 'fallback' });
  onTestFinished(() => OpenFeature.clearProviders());
  await expect(OpenFeature.setProviderAndWait(new LatchkeyProvider(latchkey))).rejects.toThrow();
  const client = OpenFeature.getClient();
  expect(client.providerStatus).toBe(ProviderStatus.ERROR);
  latchkey.setState('live');
  expect(client.providerStatus).toBe(ProviderStatus.READY);
  expect(await client.getBooleanValue('on', false, ada)).toBe(true);
});

test('tracking is accepted, and replacing the provider leaves the client to the application', async () => {
  const { client, latchkey } = await anApplication({
    flags: { on: true },
    customers: { acme: { exports: true } },
  });
  client.track('bought', ada, { value: 3 });
  await OpenFeature.clearProviders();
  latchkey.setFlag('on', false);
  expect(latchkey.flag('on', { kind: 'user', key: 'ada' }, true)).toBe(false);
  expect((await latchkey.customer('acme')).isEntitled('exports')).toBe(true);
});
