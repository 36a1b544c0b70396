import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundle, compile } from './build.mjs';
import { prepare, root } from './prepare.mjs';
import { run } from './run.mjs';
import { playwrightTally, vitestTally } from './tally.mjs';

/**
 * `npm test`: everything. `--quick` (`npm run check`) leaves out what needs a database or a browser; `--long`
 * (`npm run test:long`) adds the long proofs. Ends with one plain line, `N passed, N failed`.
 */
const quick = process.argv.includes('--quick');
const long = process.argv.includes('--long');

prepare();
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const bin = (path) => join(root, 'node_modules', path);
const mode = {
  CI: 'true',
  LATCHKEY_LONG: long ? '1' : '0',
  LATCHKEY_QUICK: quick ? '1' : '0',
  // A database that is named is one to test on. No server under test should find and fill it by itself.
  LATCHKEY_TEST_DATABASE_URL: process.env.LATCHKEY_TEST_DATABASE_URL ?? process.env.DATABASE_URL,
  DATABASE_URL: undefined,
};

/** A check that says nothing when it is content. It counts as one failed test when it is not. */
async function check(name, work) {
  const since = performance.now();
  const { code, output } = await work();
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

const node = (script, ...args) => run(process.execPath, [script, ...args], { env: { NO_COLOR: '1' } });

/** Compiled first: the journeys and the layer check look at what was built. */
const types = await check('types', () => compile());
const statics = Promise.all([
  check('format and lint', () =>
    node(bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--colors=off'),
  ),
  check('layers', () => node(join(root, 'scripts/check-layers.mjs'))),
  check('nothing unused, nothing undeclared', () => node(bin('knip/bin/knip.js'), '--no-progress')),
]);

const tallies = [types];
if (quick) {
  tallies.push(...(await statics), await unitTests());
} else {
  const bundled = await check('dashboard', bundle);
  tallies.push(bundled, await unitTests(), ...(await statics), await journeys());
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

/** Unit, property, conformance and API tests. */
async function unitTests() {
  const report = join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = [bin('vitest/vitest.mjs'), 'run', ...reporters];
  const { code } = await run(process.execPath, vitest, { env: mode, live: true });
  return vitestTally(report, code);
}

/** What people do, in a real browser on the built product. */
async function journeys() {
  const report = join(results, 'playwright.json');
  const playwright = [bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'];
  const { code } = await run(process.execPath, playwright, { env: mode, live: true });
  return playwrightTally(report, code);
}
