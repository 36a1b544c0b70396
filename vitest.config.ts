import { configDefaults, defineConfig } from 'vitest/config';

const long = process.env['LATCHKEY_LONG'] === '1';
const tests = ['packages/*/src/**/*.test.{ts,tsx}', 'conformance/**/*.test.ts'];
const longTests = 'packages/*/src/**/*.long.test.ts';
const never = [...configDefaults.exclude, '**/dist/**'];

/** Packages of ours are tested from their source: no build comes first. */
const conditions = ['latchkey-source', 'module', 'node', 'development|production'];

/** `npm test` leaves `*.long.test.ts` out; `npm run test:long` runs them and gives properties more cases. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: tests,
    exclude: long ? never : [...never, longTests],
    globalSetup: './vitest.global.ts',
    setupFiles: './vitest.setup.ts',
    // Real processes and databases start inside tests; a busy two-core machine must not fail them.
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
  },
});
