import { configDefaults, defineConfig } from 'vitest/config';

/** `npm run check` leaves out what starts servers; `npm run test:long` adds the long proofs. */
const quick = process.env['LATCHKEY_QUICK'] === '1';
const long = process.env['LATCHKEY_LONG'] === '1';
const tests = ['packages/*/src/**/*.test.{ts,tsx}', 'conformance/**/*.test.ts'];
const never = [...configDefaults.exclude, '**/dist/**'];
const notNow = [
  ...(long ? [] : ['**/*.long.test.ts']),
  ...(quick ? ['**/*.api.test.ts', 'packages/server/src/kernel/store/**', 'packages/testkit/**'] : []),
];

/** Packages of ours are tested from their source: no build comes first. */
const conditions = ['latchkey-source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: tests,
    exclude: [...never, ...notNow],
    // Half of what a test of a server takes is waiting for its database.
    maxWorkers: 2,
    globalSetup: './vitest.global.ts',
    setupFiles: './vitest.setup.ts',
    // Real processes and databases start inside tests; a busy two-core machine must not fail them.
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 120_000,
  },
});
