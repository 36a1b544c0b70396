import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the generated client is what the server describes', () => {
  const generate = fileURLToPath(new URL('../../generate-client.mjs', import.meta.url));
  const check = () =>
    execFileSync(process.execPath, [generate, '--check'], { stdio: 'pipe', encoding: 'utf8' });
  expect(check, 'run `npm run generate --workspace @latchkey/dashboard`').not.toThrow();
});
