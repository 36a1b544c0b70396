import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseConfig, type RunningLatchkey, startLatchkey } from '@latchkey/server';
import type { Command } from 'commander';

export function addServe(latchkey: Command): void {
  latchkey
    .command('serve')
    .description('Start the server, with an embedded PostgreSQL unless DATABASE_URL names another')
    .addHelpText(
      'after',
      `
Settings are environment variables; docs/reference/configuration.md lists them all.

Examples:
  $ latchkey serve
  $ LATCHKEY_PORT=8080 latchkey serve
  $ DATABASE_URL=postgres://latchkey@db.example.com/latchkey LATCHKEY_PUBLIC_URL=https://latchkey.example.com latchkey serve`,
    )
    .action(() => serve(process.env));
}

/** Runs the server that these environment variables describe until somebody stops it. */
export async function serve(variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = parseConfig(variables);
  const running = await startLatchkey({ config, dashboardFolder: dashboardFolder() });
  const stopped = stopOnSignal(running);
  process.stdout.write(greeting(running));
  await stopped;
}

/** The built dashboard, where it is installed beside the server; an API-only installation does without. */
function dashboardFolder(): string | null {
  try {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve('@latchkey/dashboard/package.json')),
      'dist',
    );
    return existsSync(join(folder, 'index.html')) ? folder : null;
  } catch {
    return null;
  }
}

/** Resolves when everything is closed. A second signal means now: the process ends without waiting. */
function stopOnSignal({ stop }: RunningLatchkey): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(130);
        stopping = true;
        process.stdout.write('Stopping: open requests are finished first.\n');
        stop().then(resolve, reject);
      });
    }
  });
}

function greeting({
  address,
  firstSignInLink,
  demoKeys,
}: Pick<RunningLatchkey, 'address' | 'firstSignInLink' | 'demoKeys'>): string {
  const lines = ['', `Latchkey is ready at ${address}`];
  if (firstSignInLink !== null) {
    lines.push(
      '',
      'Nobody can sign in yet. Become the first administrator with this link (once, within 30 minutes):',
      `  ${firstSignInLink}`,
    );
  }
  if (demoKeys !== null) {
    lines.push(
      '',
      'The demo project is loaded. Its keys, shown only now:',
      `  API token               ${demoKeys.apiToken}`,
      `  SDK key                 ${demoKeys.sdkKey}`,
      `  Client application key  ${demoKeys.clientApplicationKey}`,
    );
  }
  return `${lines.join('\n')}\n\n`;
}
