import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LaunchDarklyData, launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { bareLoop } from './bare-loop.ts';
import { type Person, people } from './environment.ts';

/** One way to answer the same questions: is this flag on for the person with this number? */
export interface Contestant {
  readonly name: string;
  readonly isOn: (flagKey: string, person: number) => boolean | Promise<boolean>;
  /** Whether its rollouts put the same people in; each system has a hash of its own. */
  readonly hasSameBuckets: boolean;
  readonly close: () => unknown;
}

type Prepared = Pick<Contestant, 'isOn' | 'close'> & { readonly hasSameBuckets?: boolean };
type Prepare = (environment: LaunchDarklyData, people: readonly Person[]) => Promise<Prepared>;

export const ours = 'Latchkey';
export const bare = 'bare loop';
/** A peer that was spared the list of 10,000: shown beside the others, and no measure of them. */
export const lightened = 'flagd-core, told who is in the list';

export async function contestantsFor(environment: LaunchDarklyData): Promise<readonly Contestant[]> {
  const evaluator = launchDarklyEvaluator(environment);
  const isOnBare = bareLoop(environment);
  const contestants: Contestant[] = [
    {
      name: ours,
      isOn: (flagKey, person) => evaluator.evaluate(flagKey, people[person], false).value === true,
      hasSameBuckets: true,
      close: () => undefined,
    },
    {
      name: bare,
      isOn: (flagKey, person) => isOnBare(flagKey, people[person] as Person),
      hasSameBuckets: true,
      close: () => undefined,
    },
  ];
  for (const [name, prepare] of Object.entries(await loadPeers())) {
    contestants.push({ name, hasSameBuckets: false, ...(await prepare(environment, people)) });
  }
  return contestants;
}

/** The peers are a package of their own with a lock of its own, and are there only once somebody measures against them. */
async function loadPeers(): Promise<Readonly<Record<string, Prepare>>> {
  const folder = new URL('../peers/', import.meta.url);
  if (!existsSync(new URL('node_modules/.package-lock.json', folder))) {
    console.log('Installing what is measured against …');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: fileURLToPath(folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('The peers cannot be installed; is there a network?');
  }
  const { peers } = await import(new URL('index.mjs', folder).href);
  return peers;
}
