import { readFileSync } from 'node:fs';
import { Command } from 'commander';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const latchkey = new Command('latchkey')
  .description('Feature flags and entitlements in one self-hosted system')
  .version(version)
  .showHelpAfterError();

await latchkey.parseAsync();
