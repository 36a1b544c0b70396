/**
 * How many evaluations a server takes account of: applications post what they counted, in our SDK's form and in
 * LaunchDarkly's, and are answered when it is written. Beside it the same counts by a bare `pg` client that adds them up
 * with one statement a report, without reading, checking or remembering anything.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Latchkey, startLatchkey } from './setting/latchkey.ts';
import type { Row } from './setting/row.ts';
import { openShop, shop } from './setting/shop.ts';

const flagCount = 50;
const variationCount = 2;
const countersPerReport = flagCount * variationCount;
/** What one counter stands for: an application that asks each flag some ten times a second reports every ten seconds. */
const evaluationsPerCounter = 50;
const applications = 64;
const seconds = 8;
const warmUpSeconds = 2;

const flags = Array.from({ length: flagCount }, (_, index) => `flag-${String(index).padStart(2, '0')}`);

/** Reports sent and accepted per second, by so many senders at once. */
async function perSecond(send: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  const [counting, end] = [begin + warmUpSeconds * 1000, begin + (warmUpSeconds + seconds) * 1000];
  let accepted = 0;
  await Promise.all(
    Array.from({ length: applications }, async () => {
      while (performance.now() < end) {
        await send();
        const now = performance.now();
        if (now >= counting && now < end) accepted += 1;
      }
    }),
  );
  return accepted / seconds;
}

export async function reports(): Promise<readonly Row[]> {
  await using latchkey = await startLatchkey();
  const { sdkKey } = await openShop(latchkey);
  for (const key of flags)
    await latchkey.ask('POST', '/api/v1/projects/shop/flags', {
      ...{ key, name: key, kind: 'boolean', variations: [{ value: true }, { value: false }] },
    });

  const ours = await perSecond(async () => {
    const at = new Date().toISOString();
    const evaluations = flags.flatMap((flag) =>
      [0, 1].map((variation) => ({ flag, variation, count: evaluationsPerCounter, at })),
    );
    const report = { id: randomUUID(), sentAt: at, evaluations, checks: [], dropped: 0 };
    await post(`${latchkey.address}/sdk/v1/events`, { authorization: `Bearer ${sdkKey}` }, report);
  });
  const counters = [0, 1].map((variation) => ({ variation, version: 1, count: evaluationsPerCounter }));
  const features = Object.fromEntries(flags.map((flag) => [flag, { default: false, counters }]));
  const theirs = await perSecond(async () => {
    const headers = { authorization: sdkKey, 'x-launchdarkly-payload-id': randomUUID() };
    const summary = { kind: 'summary', startDate: Date.now() - 5000, endDate: Date.now(), features };
    await post(`${latchkey.address}/ld/bulk`, headers, [summary]);
  });
  await counted(latchkey, Math.min(ours, theirs) * seconds);
  const bare = await bareUpserts(latchkey);
  const row = (what: string, figure: number): Row => ({
    what: `${what}, ${countersPerReport} counters in each`,
    latchkey: inWords(figure),
    peer: inWords(bare),
    ratio: (figure / bare).toFixed(2),
  });
  return [row('reports of our SDK', ours), row('reports of LaunchDarkly SDKs', theirs)];
}

const inWords = (perSecond: number): string =>
  `${Math.round(perSecond)}/s, ${Math.round(perSecond * countersPerReport * evaluationsPerCounter).toLocaleString('en')} evaluations/s`;

async function post(url: string, headers: Record<string, string>, body: unknown): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (reply.status !== 202) throw new Error(`a report was answered ${reply.status}: ${await reply.text()}`);
  await reply.text();
}

/** A server that said yes and counted nothing would be the fastest. */
async function counted({ ask }: Latchkey, reportsMin: number): Promise<void> {
  const { total } = await ask<{ total: number }>('GET', `${shop}/flags/${flags[0]}/insights`);
  const expected = reportsMin * variationCount * evaluationsPerCounter;
  if (total < expected) throw new Error(`${total} evaluations were counted, at least ${expected} were sent`);
}

async function bareUpserts({ databaseUrl }: Latchkey): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  try {
    await pool.query(
      'create table bare_count (flag text, variation int, count bigint, primary key (flag, variation))',
    );
    const names = flags.flatMap((flag) => [flag, flag]);
    const variations = flags.flatMap(() => [0, 1]);
    const counts = names.map(() => evaluationsPerCounter);
    return await perSecond(async () => {
      await pool.query(
        `insert into bare_count as kept select * from unnest($1::text[], $2::int[], $3::bigint[])
         on conflict (flag, variation) do update set count = kept.count + excluded.count`,
        [names, variations, counts],
      );
    });
  } finally {
    await pool.end();
  }
}
