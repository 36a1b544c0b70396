/**
 * Who may import whom (ARCHITECTURE.md). The arrows between packages and, inside the server, between
 * kernel folders and slices. scripts/check-layers.mjs runs this over the source and over scripts/canary.
 */

const tests = '\\.(test|prop\\.test|api\\.test|test-d)\\.tsx?$';
const server = '^(?:scripts/canary/)?packages/server/src';

/** From the bottom up: each kernel folder may use those before it, never those after. */
const kernel = ['store', 'ledger', 'access', 'changes', 'http', 'jobs'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const source = (path) => ({ path: `^(?:scripts/canary/)?packages/${path}`, pathNot: tests });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'A cycle means two files are one idea or the arrow points the wrong way.',
      {},
      { circular: true },
    ),
    // What the benchmarks measure against is installed when they are run.
    forbid(
      'resolvable',
      'What is imported must exist.',
      { pathNot: '^bench/peers/' },
      { couldNotResolve: true },
    ),
    forbid('model-knows-zod-only', 'The vocabulary stands on nothing of ours.', source('model/src'), {
      path: '^(?:scripts/canary/)?packages/(?!model/)',
    }),
    forbid('model-no-packages', 'The vocabulary needs zod and nothing else.', source('model/src'), {
      dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
      pathNot: 'node_modules/zod/',
    }),
    forbid('engine-only-model', 'The rules know the vocabulary and nothing above.', source('engine/src'), {
      path: '^(?:scripts/canary/)?packages/(?!engine/|model/)',
    }),
    forbid('engine-model-types-only', 'No zod on the hot path.', source('engine/src'), {
      path: '^(?:scripts/canary/)?packages/model/',
      dependencyTypesNot: ['type-only'],
    }),
    forbid(
      'engine-no-packages',
      'The rules run anywhere; two pure parsers are the exception.',
      source('engine/src'),
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/(@types/)?(re2js|semver)/',
      },
    ),
    forbid('sdk-only-rules', 'The SDK carries the rules, not the server.', source('sdk/src'), {
      path: '^packages/(?!sdk/|engine/|model/)',
    }),
    forbid('sdk-model-types-only', 'The SDK ships without zod.', source('sdk/src'), {
      path: '^packages/model/',
      dependencyTypesNot: ['type-only'],
    }),
    forbid('dashboard-only-words', 'A preview is asked for, never imitated.', source('dashboard/src'), {
      path: '^packages/(?!dashboard/|model/)',
    }),
    forbid(
      'server-not-upwards',
      'The server knows neither its clients nor its command line.',
      source('server/src'),
      {
        path: '^packages/(sdk|cli|dashboard|testkit)/',
      },
    ),
    forbid(
      'testkit-in-tests-only',
      'Test tools stay out of the product.',
      { path: '^packages/(?!testkit/)', pathNot: `${tests}|^packages/[^/]+/test/` },
      { path: '^packages/testkit/' },
    ),
    forbid(
      'kernel-knows-no-slice',
      'The kernel is what every slice stands on.',
      { path: `${server}/kernel/`, pathNot: tests },
      { path: `${server}/(?!kernel/|config\\.ts)` },
    ),
    ...kernel
      .slice(0, -1)
      .map((folder, index) =>
        forbid(
          `kernel-${folder}-not-upwards`,
          `${folder} lies below ${kernel.slice(index + 1).join(', ')}.`,
          { path: `${server}/kernel/${folder}/`, pathNot: tests },
          { path: `${server}/kernel/(${kernel.slice(index + 1).join('|')})/` },
        ),
      ),
    forbid(
      'operations-are-pure',
      'An operation reaches no SQL, HTTP, Node or slice (ADR 0003).',
      { path: `${server}/slices/[^/]+/operations/`, pathNot: tests },
      {
        path: `${server}/(?!kernel/changes/operation\\.ts$)`,
        pathNot: `${server}/slices/[^/]+/operations/`,
      },
    ),
    forbid(
      'operations-no-packages',
      'An operation needs zod and nothing else.',
      { path: `${server}/slices/[^/]+/operations/`, pathNot: tests },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/zod/',
      },
    ),
    forbid(
      'slices-by-their-door',
      'Another slice is used through its index.ts, or through the model.',
      { path: `${server}/slices/([^/]+)/`, pathNot: tests },
      { path: `${server}/slices/(?!$1/)[^/]+/(?!index\\.ts$)`, pathNot: `${server}/slices/$1/` },
    ),
    forbid(
      'slices-no-frameworks',
      'A slice says what its routes and rows are; the kernel mounts and connects.',
      { path: `${server}/slices/`, pathNot: tests },
      { path: 'node_modules/(fastify|@fastify/[^/]+|pg)/' },
    ),
    forbid(
      'slices-not-upwards',
      'Slices know neither delivery, connectors nor the composition root.',
      { path: `${server}/slices/`, pathNot: tests },
      { path: `${server}/(?!slices/|kernel/)` },
    ),
    forbid(
      'outer-rooms-by-the-door',
      'Delivery, compatibility and connectors use slices through index.ts.',
      { path: `${server}/(delivery|compat|connect|demo)/`, pathNot: tests },
      { path: `${server}/(main\\.ts$|slices/[^/]+/(?!index\\.ts$))` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['latchkey-source', 'types', 'import', 'default'],
      exportsFields: ['exports'],
    },
  },
};
