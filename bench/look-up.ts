/**
 * The entitled-features look-up beside a bare `node:http` server that returns the same bytes with the same headers, and,
 * for customers who are not in memory, beside a plain select of one row. 100,000 customers are in the database.
 */
import { Child } from './setting/child.ts';
import { type Latchkey, startLatchkey } from './setting/latchkey.ts';
import { median, rounded } from './setting/median.ts';
import type { Row } from './setting/row.ts';
import { addCustomer, copyCustomer, copyName, giveGrants, openShop } from './setting/shop.ts';

const rounds = 5;
/** They wake the compiler of both servers, and do not count. */
const warmUpRounds = 2;
const secondsPerRound = 2;
const connections = 100;
const customersInDatabase = 100_000;
const customersInTurn = 1000;
const coldConnections = 10;
const coldPerRound = 1000;

/** What the load generator tells of one round. */
interface Load {
  readonly replies: number;
  readonly repliesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly status: Readonly<Record<string, { readonly count: number }>>;
  readonly failures: number;
}

interface Round extends Load {
  readonly cpuMicroseconds: number;
}

interface Scenario {
  readonly what: string;
  readonly customers: readonly string[];
  /** What every reply must be; anything else makes the round void. */
  readonly status: 200 | 304;
}

export async function lookUp(): Promise<readonly Row[]> {
  await using latchkey = await startLatchkey();
  await using load = Child.start('load');
  const { clientApplicationKey } = await openShop(latchkey);
  for (const [key, plan] of [
    ['sample', 'one'],
    ['original', 'fifty'],
  ] as const)
    await addCustomer(latchkey, key, plan);
  await giveGrants(latchkey, 'original');
  console.log(`Copying a customer ${customersInDatabase.toLocaleString('en')} times …`);
  await copyCustomer(latchkey.databaseUrl, 'original', customersInDatabase);

  const side: Sides = { latchkey, load, key: clientApplicationKey };
  const many = Array.from({ length: customersInTurn }, (_, index) => copyName(index + 1));
  const warm: readonly Scenario[] = [
    { what: 'the sample, 1 row', customers: ['sample'], status: 200 },
    { what: '50 rows', customers: ['original'], status: 200 },
    { what: '50 rows, not modified', customers: ['original'], status: 304 },
    { what: `50 rows, ${customersInTurn} customers in turn`, customers: many, status: 200 },
  ];
  const rows: Row[] = [];
  for (const scenario of warm) {
    console.log(`Asking for ${scenario.what} …`);
    rows.push(...(await compareWarm(side, scenario)));
  }
  console.log('Asking for customers that are not in memory …');
  return [...rows, ...(await compareCold(side))];
}

interface Sides {
  readonly latchkey: Latchkey;
  readonly load: Child;
  readonly key: string;
}

const pathOf = (customer: string): string => `/ems/api/v5/entitledFeatures?customerIdentifier=${customer}`;

async function compareWarm(sides: Sides, { what, customers, status }: Scenario): Promise<readonly Row[]> {
  const { latchkey, load, key } = sides;
  const sample = await replyOf(latchkey.address + pathOf(customers[0] ?? ''), key);
  await using bare = Child.start('bare-server', { reports: true });
  // It cannot hear before it has said where it is.
  const { address } = await bare.next<{ address: string }>();
  await bare.ask<'ready'>(sample);
  const headers = { 'x-api-key': key, ...(status === 304 && { 'if-none-match': sample.headers['etag'] }) };
  const asked = { paths: customers.map(pathOf), headers, connections };
  const contestants = [
    { server: latchkey.server(), address: latchkey.address, rounds: [] as Round[] },
    { server: bare, address, rounds: [] as Round[] },
  ] as const;
  for (const customer of customers) await replyOf(latchkey.address + pathOf(customer), key);
  for (let turn = 0; turn < warmUpRounds + rounds; turn += 1) {
    for (const contestant of contestants) {
      const before = await contestant.server.usage();
      const told = await load.ask<Load>({ ...asked, address: contestant.address, seconds: secondsPerRound });
      const after = await contestant.server.usage();
      assertAll(told, status, what);
      const cpuMicroseconds = (after.cpuMicroseconds - before.cpuMicroseconds) / told.replies;
      if (turn >= warmUpRounds) contestant.rounds.push({ ...told, cpuMicroseconds });
    }
  }
  const [ours, peers] = contestants.map(({ rounds: held }) => middleOf(held));
  if (!ours || !peers) throw new Error('nothing was measured');
  return [
    {
      what: `look-up, ${what}: replies/s`,
      latchkey: `${rounded(ours.repliesPerSecond)} (p99 ${ours.p99Milliseconds} ms)`,
      peer: `${rounded(peers.repliesPerSecond)} (p99 ${peers.p99Milliseconds} ms), node:http`,
      ratio: `${(ours.repliesPerSecond / peers.repliesPerSecond).toFixed(2)} (aim ≥ 0.7)`,
    },
    {
      what: `look-up, ${what}: CPU a request`,
      latchkey: `${rounded(ours.cpuMicroseconds)} µs`,
      peer: `${rounded(peers.cpuMicroseconds)} µs, node:http`,
      ratio: (ours.cpuMicroseconds / peers.cpuMicroseconds).toFixed(2),
    },
  ];
}

/** Every customer is asked about once only, so none is in memory. */
async function compareCold({ latchkey, load, key }: Sides): Promise<readonly Row[]> {
  await using point = Child.start('point-select');
  const ours: Load[] = [];
  const peers: Pick<Load, 'repliesPerSecond' | 'p50Milliseconds' | 'p99Milliseconds'>[] = [];
  for (let turn = 0; turn <= rounds; turn += 1) {
    const first = customersInTurn + turn * coldPerRound + 1;
    const customers = Array.from({ length: coldPerRound }, (_, index) => copyName(first + index));
    const selected = await point.ask<(typeof peers)[number]>({
      databaseUrl: latchkey.databaseUrl,
      connections: coldConnections,
      customers,
    });
    const told = await coldLoad({ latchkey, load, key }, customers);
    if (turn === 0) continue;
    peers.push(selected);
    ours.push(told);
  }
  const of = (rounds: readonly { readonly p50Milliseconds: number }[]): number =>
    median(rounds.map(({ p50Milliseconds }) => p50Milliseconds));
  const rate = (rounds: readonly { readonly repliesPerSecond: number }[]): number =>
    median(rounds.map(({ repliesPerSecond }) => repliesPerSecond));
  const p99 = (rounds: readonly { readonly p99Milliseconds: number }[]): number =>
    median(rounds.map(({ p99Milliseconds }) => p99Milliseconds));
  return [
    {
      what: `look-up, 50 rows, not in memory, ${coldConnections} at once: p50 (p99), replies/s`,
      latchkey: `${of(ours).toFixed(1)} (${p99(ours).toFixed(1)}) ms, ${rounded(rate(ours))}/s`,
      peer: `${of(peers).toFixed(1)} (${p99(peers).toFixed(1)}) ms, ${rounded(rate(peers))}/s, pg point select`,
      ratio: `${(rate(peers) / rate(ours)).toFixed(1)} times as long (aim ≤ 3)`,
    },
  ];
}

async function coldLoad({ latchkey, load, key }: Sides, customers: readonly string[]): Promise<Load> {
  const told = await load.ask<Load>({
    address: latchkey.address,
    paths: customers.map(pathOf),
    headers: { 'x-api-key': key },
    connections: coldConnections,
    each: true,
  });
  assertAll(told, 200, 'cold');
  return told;
}

/** A round with a single wrong answer measured something else. */
function assertAll({ replies, status, failures }: Load, wanted: number, what: string): void {
  if (failures > 0 || status[String(wanted)]?.count !== replies)
    throw new Error(`${what}: of ${replies} replies not all were ${wanted}: ${JSON.stringify(status)}`);
}

const middleOf = (held: readonly Round[]) => ({
  repliesPerSecond: median(held.map(({ repliesPerSecond }) => repliesPerSecond)),
  p99Milliseconds: median(held.map(({ p99Milliseconds }) => p99Milliseconds)),
  cpuMicroseconds: median(held.map(({ cpuMicroseconds }) => cpuMicroseconds)),
});

/** The reply as the bare server must repeat it; what node itself adds to every reply is left to node. */
async function replyOf(url: string, key: string) {
  const reply = await fetch(url, { headers: { 'x-api-key': key } });
  if (reply.status !== 200) throw new Error(`the look-up was answered ${reply.status}`);
  const own = new Set(['date', 'connection', 'keep-alive']);
  const headers = Object.fromEntries([...reply.headers].filter(([name]) => !own.has(name)));
  const { etag = '', 'cache-control': caching = '' } = headers;
  return { headers, notModifiedHeaders: { etag, 'cache-control': caching }, body: await reply.text() };
}
