import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';
import { run } from './run.mjs';

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.cjs');

async function cruise(...folders) {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...folders];
  const { code, output } = await run(process.execPath, args);
  try {
    return JSON.parse(output).summary;
  } catch {
    console.error(output);
    process.exit(code || 1);
  }
}

const inWords = ({ rule, from, to, cycle }) =>
  `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`;

/**
 * The arrows between packages and folders. The canary breaks two of them on purpose: a checker that has gone blind,
 * as this one does without the TypeScript it can read, would find nothing wrong with it either.
 */
const folders = ['packages', 'bench', 'e2e', 'examples'].filter((folder) => existsSync(join(root, folder)));
const [ours, canary] = await Promise.all([cruise(...folders), cruise('scripts/canary')]);

const found = canary.violations.map(({ rule }) => rule.name).sort();
const planted = ['engine-no-packages', 'kernel-knows-no-slice'];
const blind = planted.filter((name) => !found.includes(name));

for (const violation of ours.violations) console.error(inWords(violation));
for (const name of blind) console.error(`The layer check is blind: it missed ${name} in scripts/canary.`);
if (ours.totalCruised < 20) console.error(`The layer check saw ${ours.totalCruised} files only.`);

const sound = ours.violations.length === 0 && blind.length === 0 && ours.totalCruised >= 20;
if (sound) console.log(`${ours.totalCruised} files, every arrow points the right way.`);
process.exitCode = sound ? 0 : 1;
