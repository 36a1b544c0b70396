import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';
import ts from 'typescript';

/**
 * Writes the types of the management API as the server describes it, so that a path, a field or a reply that is not
 * there does not compile. `--check` only compares. Run after a route has changed:
 * `npm run generate --workspace @latchkey/dashboard`.
 */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const target = path('./src/api/schema.gen.ts');

const document = execFileSync(
  process.execPath,
  [
    '--conditions=latchkey-source',
    '--import',
    import.meta.resolve('tsx'),
    path('../server/src/print-openapi.ts'),
  ],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
// Any JSON is a type that speaks of itself, which the generator writes in a way that the compiler refuses.
const anyJson = ts.factory.createTypeReferenceNode('JsonValue');
const described = astToString(
  await openapi(JSON.parse(document), {
    alphabetize: true,
    inject: "import type { JsonValue } from '@latchkey/model';",
    transform: (_, { path: at }) => (at === '#/components/schemas/JsonValue' ? anyJson : undefined),
  }),
);

if (!process.argv.includes('--check')) {
  writeFileSync(target, described);
} else if (readFileSync(target, 'utf8') !== described) {
  process.stderr.write(
    'src/api/schema.gen.ts is not what the server describes; run the command without --check.\n',
  );
  process.exitCode = 1;
}
