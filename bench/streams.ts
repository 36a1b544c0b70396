/**
 * How long a change takes to reach applications, with 1,000 of them connected: from the moment the write was sent, and
 * from the moment it was confirmed, to its arrival on every stream. Also what a stream costs in memory, and how soon all
 * of them are back after the server was killed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './setting/child.ts';
import { type Latchkey, startLatchkey } from './setting/latchkey.ts';
import { percentile } from './setting/median.ts';
import type { Row } from './setting/row.ts';
import { addCustomer, openShop, shop } from './setting/shop.ts';
import { launchDarklyStreams } from './streams-launchdarkly.ts';

const readerCount = 1000;
const sdkCount = 5;
const changeCount = 40;
/** What people are promised: a change is with the application within two seconds. */
const promisedMilliseconds = 2000;
const arrivalSecondsMax = 10;

/** Milliseconds that processes of one machine agree on, finer than `Date.now()`. */
const clock = (): number => performance.timeOrigin + performance.now();

interface Delays {
  readonly sinceSent: number[];
  readonly sinceConfirmed: number[];
  /** To the answer of the real SDK, which fetches the customer that a change names. */
  readonly toAnswer: number[];
}

/** First with our own SDKs, then with LaunchDarkly's. */
export async function streams(): Promise<readonly Row[]> {
  return [...(await ownStreams()), ...(await launchDarklyStreams())];
}

async function ownStreams(): Promise<readonly Row[]> {
  await using latchkey = await startLatchkey();
  const { sdkKey } = await openShop(latchkey);
  await addCustomer(latchkey, 'sample', 'one');
  await guardFeature(latchkey);

  await using readers = Child.start('stream-readers');
  await using applications = Child.start('sdk-clients');
  const before = await latchkey.server().usage();
  await readers.ask({ what: 'open', address: latchkey.address, key: sdkKey, count: readerCount });
  await allOpen(readers);
  const after = await latchkey.server().usage();
  await applications.ask({
    what: 'open',
    address: latchkey.address,
    sdkKey,
    customer: 'sample',
    count: sdkCount,
  });

  const delays: Delays = { sinceSent: [], sinceConfirmed: [], toAnswer: [] };
  for (let turn = 0; turn < changeCount; turn += 1)
    await change({ latchkey, readers, applications }, turn, delays);

  const killed = clock();
  await latchkey.killAndStart();
  const ready = clock();
  await allOpen(readers);
  const back = clock();
  const last: Delays = { sinceSent: [], sinceConfirmed: [], toAnswer: [] };
  await change({ latchkey, readers, applications }, changeCount, last);

  const perStream = (after.memoryBytes - before.memoryBytes) / readerCount / 1024;
  return [
    delayRow(`change sent → on all ${readerCount} streams`, delays.sinceSent),
    delayRow(`change confirmed → on all ${readerCount} streams`, delays.sinceConfirmed),
    delayRow(`change sent → new answer of the SDK, ${sdkCount} applications`, delays.toAnswer),
    {
      what: 'streams: memory of the server',
      latchkey: `${Math.round(after.memoryBytes / 1024 ** 2)} MiB, ${perStream.toFixed(0)} KiB a stream`,
      peer: `${Math.round(before.memoryBytes / 1024 ** 2)} MiB without them`,
      ratio: '',
    },
    {
      what: `streams: all ${readerCount} back after kill -9`,
      latchkey: `${((back - killed) / 1000).toFixed(1)} s`,
      peer: `${((ready - killed) / 1000).toFixed(1)} s until the server was ready`,
      ratio: `and ${Math.round(percentile(last.sinceSent, 99))} ms (p99) for the next change`,
    },
  ];
}

function delayRow(what: string, delays: readonly number[]): Row {
  const p99 = percentile(delays, 99);
  return {
    what,
    latchkey: `p50 ${percentile(delays, 50).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    peer: `promised: ${promisedMilliseconds} ms`,
    ratio: (p99 / promisedMilliseconds).toFixed(3),
  };
}

interface Setting {
  readonly latchkey: Latchkey;
  readonly readers: Child;
  readonly applications: Child;
}

/** A grant to the customer and the switch of a flag by turns: both change an answer that the applications hold. */
async function change({ latchkey, readers, applications }: Setting, turn: number, delays: Delays) {
  await applications.ask({ what: 'forget' });
  const feature = turn % 2 === 0 ? `feature-${10 + turn / 2}` : 'guarded';
  const sent = clock();
  const { revision } =
    turn % 2 === 0
      ? await latchkey.ask<{ revision: number }>('POST', `${shop}/customers/sample/grants`, {
          feature,
          effect: 'allow',
          origin: 'goodwill',
          reason: 'An outage in March',
        })
      : await latchkey.ask<{ revision: number }>('PATCH', `${shop}/flags/guard`, { on: turn % 4 === 1 });
  const confirmed = clock();
  const arrived = await arrivals(readers, { what: 'arrivals', revision }, readerCount);
  const answered = await arrivals(applications, { what: 'seen', feature }, sdkCount);
  delays.sinceSent.push(...arrived.map((moment) => moment - sent));
  delays.sinceConfirmed.push(...arrived.map((moment) => moment - confirmed));
  delays.toAnswer.push(...answered.map((moment) => moment - sent));
}

/** Asks seldom enough not to disturb what it measures: the moments were noted where they happened. */
async function arrivals(child: Child, question: object, wanted: number): Promise<readonly number[]> {
  const until = clock() + arrivalSecondsMax * 1000;
  for (;;) {
    const { moments } = await child.ask<{ moments: readonly number[] }>(question);
    if (moments.length >= wanted) return moments;
    if (clock() > until)
      throw new Error(
        `${JSON.stringify(question)}: only ${moments.length} of ${wanted} within ${arrivalSecondsMax} s`,
      );
    await sleep(50);
  }
}

async function allOpen(readers: Child): Promise<void> {
  const until = clock() + 60_000;
  for (;;) {
    const { open } = await readers.ask<{ open: number }>({ what: 'standing' });
    if (open === readerCount) return;
    if (clock() > until) throw new Error(`only ${open} of ${readerCount} streams are open`);
    await sleep(50);
  }
}

/** A feature that everybody has as long as its flag is on. */
async function guardFeature({ ask }: Latchkey): Promise<void> {
  await ask('POST', '/api/v1/projects/shop/flags', {
    key: 'guard',
    name: 'Guard',
    kind: 'boolean',
    variations: [{ value: true }, { value: false }],
  });
  await ask('POST', '/api/v1/projects/shop/features', {
    key: 'guarded',
    name: 'Guarded',
    kind: 'switch',
    flagKey: 'guard',
    access: 'open',
  });
}
