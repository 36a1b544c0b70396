import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { serve } from './serve.ts';

export function addDemo(latchkey: Command): void {
  latchkey
    .command('demo')
    .description('Start a server with the demo in a folder of its own, and throw both away at the end')
    .addHelpText(
      'after',
      `
The demo is a year of a company that sells an application in plans: some 200 customers with subscriptions, trials that
end soon, a proof of concept, a sunset, and the history of all of it. Nothing that you change survives.

The settings of \`latchkey serve\` apply, except LATCHKEY_DATA_DIR, LATCHKEY_DEMO and DATABASE_URL.

Examples:
  $ latchkey demo
  $ LATCHKEY_PORT=0 latchkey demo`,
    )
    .action(demo);
}

async function demo(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-demo-'));
  try {
    await serve({
      ...process.env,
      LATCHKEY_DATA_DIR: folder,
      LATCHKEY_DEMO: '1',
      DATABASE_URL: undefined,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
