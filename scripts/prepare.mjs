import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What a fresh clone lacks: the right Node and the locked packages. Uses Node's own modules only, because
 * nothing else is there yet, and asks no questions.
 */
export function prepare() {
  requireNode(20, 19);
  const stamp = `${root}node_modules/.latchkey-installed`;
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) install();
  writeFileSync(stamp, wanted);
}

/** 20.19 is the first Node 20 that can `require` the ESM-only packages among ours. */
function requireNode(major, minor) {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  console.error(`Latchkey needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Another lockfile, platform or Node line may need other binaries. */
function fingerprint() {
  const lock = readFileSync(`${root}package-lock.json`);
  const [major] = process.versions.node.split('.');
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch} ${major}`)
    .digest('hex');
}

/** True when someone ran `npm ci` or `npm install` themselves: npm's own record agrees with the lockfile. */
function installedByHand() {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = Object.entries(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages);
  return locked.every(
    ([path, { optional, integrity }]) =>
      !path.startsWith('node_modules/') || optional || installed[path]?.integrity === integrity,
  );
}

/** Development tools build the product, so they are wanted with NODE_ENV=production too. */
function install() {
  console.log('Installing the locked packages (about a minute, once) …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...first, 'ci', '--include=dev', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('The packages could not be installed; see above.');
  process.exit(status ?? 1);
}
