import fc from 'fast-check';

/** The long run looks at a hundred times as many cases of every property. */
if (process.env['LATCHKEY_LONG'] === '1') fc.configureGlobal({ numRuns: 10_000 });
