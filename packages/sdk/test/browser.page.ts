/** A page that uses the browser SDK, as the tests open it in a browser. */
import { type BrowserClient, type BrowserContext, createBrowserClient } from '../src/web.ts';

let flags: BrowserClient;
const heard: string[] = [];

Object.assign(globalThis, {
  start(address: string, clientSideId: string, context: BrowserContext) {
    flags = createBrowserClient({ address, clientSideId, context });
    flags.onChange((changed) => heard.push(...changed));
    return flags.ready();
  },
  restartWithoutServer(clientSideId: string, context: BrowserContext): unknown {
    flags.close();
    const gone = 'http://127.0.0.1:9';
    flags = createBrowserClient({ address: gone, clientSideId, context, log: () => undefined });
    return flags.flag('banner', false);
  },
  ask: (flag: string) => flags.flagDetails(flag).value ?? null,
  become: (context: BrowserContext) => flags.identify(context),
  heard: () => heard,
});
