import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { birthOf, lockDataFolder } from './data-folder-lock.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a data folder is had once, and again after it was given back', () => {
  const folder = aFolder();
  const release = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(`is in use by process ${process.pid}, this one.`);
  release();
  lockDataFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test('giving back twice does not take the folder from the next one', () => {
  const folder = aFolder();
  const release = lockDataFolder(folder);
  release();
  lockDataFolder(folder);
  release();
  expect(() => lockDataFolder(folder)).toThrow('in use');
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 4_194_303, birth: 'x/1' })],
  ['a process whose number was given to another since', JSON.stringify({ pid: process.pid, birth: 'x/1' })],
  ['a write that was cut short', '{"pid":'],
  ['nobody', ''],
])('the lock of %s is taken over', (_, left) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'latchkey.lock'), left);
  lockDataFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, 'latchkey.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  expect(readdirSync(folder)).toEqual(['latchkey.lock']);
});

test('the lock of a living process is respected', () => {
  const folder = aFolder();
  writeFileSync(
    join(folder, 'latchkey.lock'),
    JSON.stringify({ pid: process.ppid, birth: birthOf(process.ppid) }),
  );
  expect(() => lockDataFolder(folder)).toThrow(`is in use by process ${process.ppid}.`);
});
