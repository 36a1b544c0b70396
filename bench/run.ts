/**
 * `npm run bench`: every benchmark, one after the other, and a table of what was reached beside peers that did the same
 * work in the same run. `--only look-up` runs one of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lookUp } from './look-up.ts';
import { ofrep } from './ofrep.ts';
import { reports } from './reports.ts';
import type { Benchmark, Row } from './setting/row.ts';
import { streams } from './streams.ts';
import { usage } from './usage.ts';

/** A benchmark that hangs must not hang the run. */
const secondsMax = 240;

const benchmarks: Readonly<Record<string, Benchmark>> = {
  evaluate: () => alone('evaluate'),
  check: () => alone('check'),
  'look-up': lookUp,
  streams,
  reports,
  ofrep,
  usage,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const { only } = values;
if (only !== undefined && !(only in benchmarks)) {
  console.error(`There is no benchmark “${only}”; there are ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (only !== undefined && name !== only) continue;
  console.log(`\n${name}`);
  rows.push(...(await within(secondsMax, name, benchmark())));
}
if (rows.length > 0) console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])));

/** The ones that measure inside one process print their own table; a fresh process keeps the others' garbage out of it. */
async function alone(name: string): Promise<readonly Row[]> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=latchkey-source', '--import', 'tsx', file], {
    stdio: 'inherit',
    timeout: secondsMax * 1000,
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} failed`);
  return [];
}

async function within<Result>(seconds: number, name: string, work: Promise<Result>): Promise<Result> {
  const tooLong = setTimeout(() => {
    console.error(`${name} took longer than ${seconds} seconds.`);
    process.exit(1);
  }, seconds * 1000);
  try {
    return await work;
  } finally {
    clearTimeout(tooLong);
  }
}
