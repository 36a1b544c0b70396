import { readFileSync } from 'node:fs';
import { StartRefused } from '@latchkey/server';
import { Command } from 'commander';
import { addAuditVerify } from './commands/audit-verify.ts';
import { addDemo } from './commands/demo.ts';
import { addLicence } from './commands/licence.ts';
import { addMigrate } from './commands/migrate.ts';
import { addServe } from './commands/serve.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const latchkey = new Command('latchkey')
  .description('Feature flags and entitlements in one self-hosted system')
  .version(version)
  .showHelpAfterError();
addServe(latchkey);
addDemo(latchkey);
addMigrate(latchkey);
addAuditVerify(latchkey);
addLicence(latchkey);

try {
  await latchkey.parseAsync();
} catch (error) {
  // What the operator can mend is said in a sentence; anything else is a fault, and its stack is the best that we have.
  process.stderr.write(
    error instanceof StartRefused
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
