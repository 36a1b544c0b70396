import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { percentile } from '../setting/median.ts';
import type { Contestant } from './contestants.ts';
import { contextCount } from './environment.ts';

interface Measured {
  readonly name: string;
  /** The best of many rounds: on a shared machine everything else only ever makes them longer. */
  readonly nanoseconds: number;
  /** Of rounds of `roundSize` evaluations, their mean. */
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

/** Short rounds, a fraction of a millisecond each, so that many of them are not interrupted on a busy machine. */
const roundSize = 500;
const roundMilliseconds = 8;
const secondsEach = 3;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Taking turns, so that a busy moment meets everybody. */
export async function measure(
  contestants: readonly Contestant[],
  flagKeys: readonly string[],
): Promise<readonly Measured[]> {
  const sizes = new Map<string, number>();
  const rounds = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) {
    await runThrough(contestant, flagKeys, 2_000, 0);
    const mean = await runThrough(contestant, flagKeys, 200, 0);
    // The slow ones take fewer at a time.
    sizes.set(
      contestant.name,
      Math.max(20, Math.min(roundSize, Math.round((roundMilliseconds * 1e6) / mean))),
    );
  }
  const until = performance.now() + secondsEach * 1000 * contestants.length;
  for (let turn = 0; performance.now() < until; turn += 1) {
    for (const contestant of contestants) {
      const size = sizes.get(contestant.name) ?? roundSize;
      // What ran before has pushed everything out of the caches; the first few rounds of a turn bring it back.
      for (let round = 0; round < 12; round += 1) {
        const nanoseconds = await runThrough(contestant, flagKeys, size, (turn * 12 + round) * size);
        if (round > 1) rounds.get(contestant.name)?.push(nanoseconds);
      }
    }
  }
  const measured: Measured[] = [];
  for (const contestant of contestants) {
    const all = rounds.get(contestant.name) ?? [];
    measured.push({
      name: contestant.name,
      nanoseconds: Math.min(...all),
      p50: percentile(all, 50),
      p99: percentile(all, 99),
      bytes: await bytesOf(contestant, flagKeys, sizes.get(contestant.name) === roundSize ? 2_000 : 200),
    });
  }
  return measured;
}

/** Flags one after another, people in turn, so that nothing can be remembered from one evaluation to the next. */
async function runThrough(
  { isOn }: Contestant,
  flagKeys: readonly string[],
  count: number,
  first: number,
): Promise<number> {
  const begin = process.hrtime.bigint();
  for (let index = first; index < first + count; index += 1) {
    const answer = isOn(flagKeys[index % flagKeys.length] as string, (index * 7) % contextCount);
    if (typeof answer !== 'boolean') await answer;
  }
  return Number(process.hrtime.bigint() - begin) / count;
}

/** Growth of the heap over stretches that are too short for a collection to happen in between; native memory is not in it. */
async function bytesOf(
  contestant: Contestant,
  flagKeys: readonly string[],
  stretch: number,
): Promise<number> {
  const growths: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    await runThrough(contestant, flagKeys, stretch, 0);
    growths.push((process.memoryUsage().heapUsed - before) / stretch);
  }
  return Math.max(0, percentile(growths, 50));
}
