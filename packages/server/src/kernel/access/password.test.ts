import { expect, test } from 'vitest';
import { hashPassword, isPassword, Password } from './password.ts';

test('the right password opens, another does not', async () => {
  const kept = await hashPassword('correct horse battery');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(kept, 'correct horse battery')).toBe(true);
  expect(await isPassword(kept, 'correct horse batterz')).toBe(false);
});

test('nobody has no password, not even the stand-in that is compared to take the same time', async () => {
  expect(await isPassword(null, 'a password that nobody has')).toBe(false);
});

test('a password has twelve characters at least, and any kind of them', () => {
  expect(Password.safeParse('elevenchars').success).toBe(false);
  expect(Password.safeParse('zwölf Zeichen ☂').success).toBe(true);
  expect(Password.safeParse('x'.repeat(201)).success).toBe(false);
});
