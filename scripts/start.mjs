import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { prepare, root } from './prepare.mjs';

/**
 * `npm start`: install and build what is missing, then be `latchkey serve`. The server runs in this very
 * process, so that signals and the exit code are its own and nothing is left behind when it is killed.
 */
prepare();
await build();
process.chdir(root);
process.env.LATCHKEY_DEMO ??= '1';
const main = join(root, 'packages/cli/dist/main.js');
process.argv = [process.execPath, main, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
