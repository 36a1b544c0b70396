import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, chromiumPath } from './browser.ts';

export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
}

/** Bundles a script as an application would, for browsers, from the sources of our packages. */
export async function bundle(entry: URL, { minify = false } = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['latchkey-source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      minify,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'page' },
    },
  });
  const [first] = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (first?.type !== 'chunk') throw new Error(`nothing came of ${entry.href}`);
  return first.code;
}

/** Somebody else's page in a real browser, of an origin of its own, that runs one script. */
export async function openPage(entry: URL): Promise<OpenedPage> {
  const script = await bundle(entry);
  const site = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : '<!doctype html><title>A shop</title><script src="/page.js"></script>');
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumFlags] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return {
    page,
    async [Symbol.asyncDispose]() {
      await browser.close();
      site.closeAllConnections();
      site.close();
    },
  };
}
