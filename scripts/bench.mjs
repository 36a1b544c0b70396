import { join } from 'node:path';
import { build } from './build.mjs';
import { prepare, root } from './prepare.mjs';
import { run } from './run.mjs';

/** `npm run bench`: the built product against its peers, in one run on one machine. */
prepare();
await build();
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const { code } = await run(process.execPath, [tsx, 'bench/run.ts', ...process.argv.slice(2)], { live: true });
process.exitCode = code;
