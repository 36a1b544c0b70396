/**
 * A page of somebody else's, as the tests open it in a browser: each of the clients that exist for browsers follows the
 * flags of one context, and what it answers is looked up from outside.
 */
import { createClient } from '@launchdarkly/js-client-sdk';
import { LaunchDarklyClientProvider } from '@openfeature/launchdarkly-client-provider';
import { type EvaluationContext, OpenFeature } from '@openfeature/web-sdk';
import { initialize } from 'launchdarkly-js-client-sdk';
import { asyncWithLDProvider, useFlags } from 'launchdarkly-react-client-sdk';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

export interface Settings {
  /** Where the three addresses of an SDK lead. */
  readonly address: string;
  readonly clientSideId: string;
  readonly context: { readonly kind: 'multi' } & Record<string, unknown>;
  readonly useReport: boolean;
  readonly hash: string;
}

/** What a flag answers at this moment. */
type Look = (flag: string) => unknown;

/** The two spellings of the same three addresses. */
const uris = (address: string) => ({ baseUri: address, streamUri: address, eventsUri: address });
const urls = (address: string) => ({ baseUrl: address, streamUrl: address, eventsUrl: address });
const silent = { error() {}, warn() {}, info() {}, debug() {} };

const clients = {
  async three({ address, clientSideId, context, useReport, hash }: Settings): Promise<Look> {
    const options = { ...urls(address), streaming: true, useReport, hash, logger: silent };
    const client = initialize(clientSideId, context, options);
    await client.waitForInitialization(10);
    client.track('seen', { by: 'three' });
    return (flag) => client.variation(flag, 'default');
  },

  async four({ address, clientSideId, context, useReport, hash }: Settings): Promise<Look> {
    const options = { ...uris(address), streaming: true, useReport, logger: silent };
    const client = createClient(clientSideId, context, options);
    await client.start({ identifyOptions: { hash } });
    await client.waitForInitialization({ timeout: 10 });
    client['track']('seen', { by: 'four' });
    return (flag) => client['variation'](flag, 'default');
  },

  /** The same client in the second protocol, which it speaks when it is told to. */
  async second({ address, clientSideId, context, hash }: Settings): Promise<Look> {
    const options = { ...uris(address), streaming: true, dataSystem: {}, logger: silent };
    const client = createClient(clientSideId, context, options);
    await client.start({ identifyOptions: { hash } });
    await client.waitForInitialization({ timeout: 10 });
    return (flag) => client['variation'](flag, 'default');
  },

  async react({ address, clientSideId, context, hash }: Settings): Promise<Look> {
    const options = { ...urls(address), hash, logger: silent };
    const reactOptions = { useCamelCaseFlagKeys: false };
    const Provider = await asyncWithLDProvider({
      clientSideID: clientSideId,
      context,
      options,
      reactOptions,
    });
    let seen: Record<string, unknown> = {};
    const Flags = () => {
      seen = useFlags();
      return null;
    };
    createRoot(document.createElement('div')).render(createElement(Provider, null, createElement(Flags)));
    return (flag) => seen[flag];
  },

  async openFeature({ address, clientSideId, context, hash }: Settings): Promise<Look> {
    const options = { ...urls(address), streaming: true, hash, logger: silent };
    const provider = new LaunchDarklyClientProvider(clientSideId, options);
    await OpenFeature.setContext(context as EvaluationContext);
    await OpenFeature.setProviderAndWait(provider);
    const client = OpenFeature.getClient();
    return (flag) => client.getBooleanValue(flag, false);
  },
};

export type ClientName = keyof typeof clients;

const looks: Partial<Record<ClientName, Look>> = {};

Object.assign(globalThis, {
  async start(name: ClientName, settings: Settings): Promise<void> {
    looks[name] = await clients[name](settings);
  },
  look: (name: ClientName, flag: string): unknown => looks[name]?.(flag),
});
