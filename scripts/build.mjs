import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { run, succeeds } from './run.mjs';

/** Compile packages (all of them and their tests, unless named). Answers the compiler's exit code. */
export async function compile(packages = []) {
  return run(process.execPath, [compiler(), '-b', ...packages]);
}

/** The native compiler is ten times faster; where it has no binary, the other one gives the same output. */
function compiler() {
  const native = join(root, 'node_modules/typescript-native/bin/tsc');
  return succeeds(process.execPath, [native, '--version'])
    ? native
    : join(root, 'node_modules/typescript/bin/tsc');
}

/** Bundle the dashboard, unless what it is made of has not changed since the last time. */
export async function bundle() {
  const stamp = join(root, 'packages/dashboard/dist/.made-of');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { code: 0, output: '' };
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const result = await run(process.execPath, [vite, 'build', 'packages/dashboard', '--logLevel', 'warn']);
  if (result.code === 0) writeFileSync(stamp, wanted);
  return result;
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const place of ['packages/dashboard', 'packages/model/src']) {
    for (const file of filesIn(place)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
    .sort();
}

/** The product, ready to run. Stops the process with the builder's own words when it cannot be built. */
export async function build() {
  console.log('Building what has changed …');
  for (const step of [() => compile(['packages/cli', 'packages/sdk']), bundle]) {
    const { code, output } = await step();
    if (code === 0) continue;
    process.stderr.write(output);
    process.exit(code);
  }
}

if (process.argv[1] === import.meta.filename) {
  prepare();
  await build();
}
