import { migrateDatabaseOf } from '@latchkey/server';
import type { Command } from 'commander';

export function addMigrate(latchkey: Command): void {
  latchkey
    .command('migrate')
    .description('Bring the database to this version without starting the server; `serve` does it by itself')
    .option('--json', 'print the names of the applied migrations as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ DATABASE_URL=postgres://latchkey@db.example.com/latchkey latchkey migrate',
    )
    .action(async ({ json }: { json?: boolean }) => {
      const { applied } = await migrateDatabaseOf(process.env);
      if (json) process.stdout.write(`${JSON.stringify({ applied })}\n`);
      else
        process.stdout.write(
          applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`,
        );
    });
}
