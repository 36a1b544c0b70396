import { expect, test } from 'vitest';
import { StartRefused } from './kernel/store/start-refused.ts';
import { migrateDatabaseOf, verifyLedgerOf } from './maintenance.ts';

const nobodyThere = { DATABASE_URL: 'postgres://latchkey:open-sesame@127.0.0.1:1/latchkey' };

test.each([
  ['migrate', migrateDatabaseOf],
  ['audit verify', verifyLedgerOf],
])('%s says which database cannot be reached, and not with which password', async (_, command) => {
  const failure = await command(nobodyThere).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(StartRefused);
  expect((failure as Error).message).toContain('127.0.0.1:1');
  expect((failure as Error).message).not.toContain('open-sesame');
});
