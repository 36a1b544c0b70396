import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumFlags, chromiumPath } from '@latchkey/testkit/browser';
import { defineConfig } from '@playwright/test';
import { administratorToken, port, root } from './place.ts';

const results = join(root, 'test-results');
const dataDir = join(results, 'journeys-data');
const isRunner = process.env['TEST_WORKER_INDEX'] === undefined;
if (isRunner) rmSync(dataDir, { recursive: true, force: true });

// Workers inherit it and need not look again.
process.env['CHROME_PATH'] ??= await chromiumPath();
const baseURL = `http://127.0.0.1:${await port()}`;

/** The built product with its demo, a new data folder and a real browser; screenshots and traces are kept. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: join(results, 'journeys'),
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'playwright.json') }]],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    screenshot: 'on',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env['CHROME_PATH'], args: [...chromiumFlags] },
  },
  webServer: {
    command: `"${process.execPath}" packages/cli/dist/main.js serve`,
    cwd: root,
    url: `${baseURL}/readyz`,
    timeout: 120_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      LATCHKEY_HOST: '127.0.0.1',
      LATCHKEY_PORT: String(await port()),
      LATCHKEY_DATA_DIR: dataDir,
      LATCHKEY_DEMO: '1',
      LATCHKEY_BOOTSTRAP_TOKEN: administratorToken,
      LATCHKEY_LOG_LEVEL: 'warn',
    },
  },
});
