import { type LedgerReport, verifyLedgerOf } from '@latchkey/server';
import type { Command } from 'commander';

export function addAuditVerify(latchkey: Command): void {
  const audit = latchkey.command('audit').description('The ledger: who changed what, when and why');
  audit
    .command('verify')
    .description('Recompute the hash chain of every ledger; exit code 1 when one does not hold')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Reads the database that \`latchkey serve\` uses. The embedded one must not be in use at the same time.

Examples:
  $ latchkey audit verify
  $ DATABASE_URL=postgres://latchkey@db.example.com/latchkey latchkey audit verify --json`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const reports = await verifyLedgerOf(process.env);
      process.stdout.write(json ? `${JSON.stringify(reports)}\n` : inWords(reports));
      if (reports.some(({ broken }) => broken !== null)) process.exitCode = 1;
    });
}

function inWords(reports: readonly LedgerReport[]): string {
  const lines = reports.map(({ place: { project, environment }, commits, broken }) => {
    const name = [project || 'installation', environment].filter(Boolean).join('/');
    return broken === null
      ? `${name}: ${commits} commits, the chain holds`
      : `${name}: BROKEN at revision ${broken.revision}: ${broken.what}`;
  });
  return `${lines.join('\n')}\n`;
}
