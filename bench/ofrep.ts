/**
 * All 500 flags for one context over HTTP, as browsers ask for them: by OFREP and by LaunchDarkly's client-side wire,
 * beside a bare `node:http` server that returns the same bytes with the same headers.
 */
import { environmentOf, type Person, people } from './evaluation/environment.ts';
import { Child } from './setting/child.ts';
import { type Latchkey, startLatchkey } from './setting/latchkey.ts';
import { median, rounded } from './setting/median.ts';
import type { Row } from './setting/row.ts';

const rounds = 3;
/** It wakes the compiler of both servers, and does not count. */
const warmUpRounds = 1;
const secondsPerRound = 2;
const connections = 100;
const customerCount = 20;
const operationsPerChange = 250;

const project = '/api/v1/projects/flags';
const here = `${project}/environments/production`;
const bulk = '/ofrep/v1/evaluate/flags';

interface Load {
  readonly replies: number;
  readonly repliesPerSecond: number;
  readonly p99Milliseconds: number;
  readonly status: Readonly<Record<string, { readonly count: number }>>;
  readonly failures: number;
}

interface Scenario {
  readonly what: string;
  readonly aim: string;
  readonly paths: readonly string[];
  readonly bodies?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Sends the tag of the first answer along, so that nothing is sent again. */
  readonly unchanged?: boolean;
}

export async function ofrep(): Promise<readonly Row[]> {
  await using latchkey = await startLatchkey();
  await using load = Child.start('load');
  console.log('Making 500 flags, 167 features and 20 customers …');
  const { sdkKey, clientSideId } = await fill(latchkey);
  const rows: Row[] = [];
  for (const scenario of scenariosOf(sdkKey, clientSideId)) {
    console.log(`Asking for ${scenario.what} …`);
    const row = await compare(latchkey, load, scenario);
    console.log(`  ${row.latchkey}, ${row.peer}, ${row.ratio}`);
    rows.push(row);
  }
  return rows;
}

const contextOf = ({ kind: _, key, ...attributes }: Person, index: number) => ({
  targetingKey: key,
  ...attributes,
  customer: `customer-${index % customerCount}`,
});

function scenariosOf(sdkKey: string, clientSideId: string): readonly Scenario[] {
  const headers = { authorization: `Bearer ${sdkKey}`, 'content-type': 'application/json' };
  const contexts = people.map(contextOf);
  const asked = contexts.map((context) => JSON.stringify({ context }));
  const neverTheSame = contexts.map((context) =>
    JSON.stringify({ context: { ...context, visit: '$number' } }),
  );
  const one = asked.slice(7, 8);
  const paths = [bulk];
  const client = people.map(({ kind: _, ...user }, index) => {
    const context = { kind: 'multi', user, customer: { key: `customer-${index % customerCount}` } };
    return `/ld/sdk/evalx/${clientSideId}/contexts/${Buffer.from(JSON.stringify(context)).toString('base64url')}`;
  });
  const nothing = {};
  return [
    { what: 'OFREP, never the same context', aim: '≥ 3,000/s', paths, bodies: neverTheSame, headers },
    { what: 'OFREP, the same context', aim: '≥ 0.6', paths, bodies: one, headers },
    { what: 'OFREP, unchanged', aim: '≥ 0.6', paths, bodies: one, headers, unchanged: true },
    { what: 'LaunchDarkly client, 1,000 in turn', aim: '≥ 3,000/s', paths: client, headers: nothing },
    {
      what: 'LaunchDarkly client, unchanged',
      aim: '≥ 0.6',
      paths: client.slice(7, 8),
      headers: nothing,
      unchanged: true,
    },
  ];
}

async function compare(
  latchkey: Latchkey,
  load: Child,
  { what, aim, paths, bodies, headers, unchanged = false }: Scenario,
): Promise<Row> {
  const sample = await replyOf(latchkey.address + paths[0], headers, bodies?.[0]);
  await using bare = Child.start('bare-server', { reports: true });
  // It cannot hear before it has said where it is.
  const { address } = await bare.next<{ address: string }>();
  await bare.ask<'ready'>(sample);
  const tag = unchanged ? { 'if-none-match': sample.headers['etag'] ?? '' } : {};
  const asked = { paths, bodies, headers: { ...headers, ...tag }, connections, seconds: secondsPerRound };
  const contestants = [
    { server: latchkey.server(), address: latchkey.address, rates: [] as number[], cpu: [] as number[] },
    { server: bare, address, rates: [] as number[], cpu: [] as number[] },
  ] as const;
  for (let turn = 0; turn < warmUpRounds + rounds; turn += 1) {
    for (const { server, address: at, rates, cpu } of contestants) {
      const before = await server.usage();
      const told = await load.ask<Load>({ ...asked, address: at });
      const after = await server.usage();
      assertAll(told, unchanged ? 304 : 200, what);
      if (turn < warmUpRounds) continue;
      rates.push(told.repliesPerSecond);
      cpu.push((after.cpuMicroseconds - before.cpuMicroseconds) / told.replies);
    }
  }
  const [ours, peers] = contestants.map(({ rates, cpu }) => ({ rate: median(rates), cpu: median(cpu) }));
  if (!ours || !peers) throw new Error('nothing was measured');
  return {
    what: `500 flags, ${what}: replies/s (CPU a request)`,
    latchkey: `${rounded(ours.rate)}/s (${rounded(ours.cpu)} µs)`,
    peer: `${rounded(peers.rate)}/s (${rounded(peers.cpu)} µs), node:http`,
    ratio: `${(ours.rate / peers.rate).toFixed(2)} (aim ${aim})`,
  };
}

/** A round with a single wrong answer measured something else. */
function assertAll({ replies, status, failures }: Load, wanted: number, what: string): void {
  if (failures > 0 || status[String(wanted)]?.count !== replies)
    throw new Error(`${what}: of ${replies} replies not all were ${wanted}: ${JSON.stringify(status)}`);
}

/** The reply as the bare server must repeat it; what node itself adds to every reply is left to node. */
async function replyOf(url: string, headers: Readonly<Record<string, string>>, body: string | undefined) {
  const reply = await fetch(url, { headers, ...(body !== undefined && { method: 'POST', body }) });
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`${url} was answered ${reply.status}: ${text}`);
  const own = new Set(['date', 'connection', 'keep-alive']);
  const told = Object.fromEntries([...reply.headers].filter(([name]) => !own.has(name)));
  const { etag = '', 'cache-control': caching = '' } = told;
  return { headers: told, notModifiedHeaders: { etag, 'cache-control': caching }, body: text };
}

/** The flags of the evaluation benchmark, every third guarding a feature of the plan that every customer has. */
async function fill({ ask }: Latchkey) {
  const call = (kind: string, input: object) => ({ kind, input });
  const change = async (place: string, operations: readonly object[]): Promise<void> => {
    for (let at = 0; at < operations.length; at += operationsPerChange)
      await ask('POST', `${place}/changes`, { operations: operations.slice(at, at + operationsPerChange) });
  };
  await ask('POST', '/api/v1/projects', { key: 'flags', name: 'Flags' });
  const { flags = {}, segments = {} } = environmentOf(500);
  const all = Object.values(flags ?? {});
  await ask('POST', `${project}/segments`, { key: 'entitled', name: 'Entitled' });
  const members = segments?.['entitled']?.included ?? [];
  for (let at = 0; at < members.length; at += 1000)
    await ask('PATCH', `${here}/segments/entitled/members`, { add: { user: members.slice(at, at + 1000) } });
  const variations = [{ value: true }, { value: false }];
  const guarding = all.filter((_, index) => index % 3 === 0).map(({ key }) => key);
  await change(project, [
    ...all.map(({ key }) =>
      call('flag.create', { key, name: key, kind: 'boolean', variations, clientSide: true }),
    ),
    ...guarding.map((key) => call('feature.create', { key, name: key, kind: 'switch', flagKey: key })),
  ]);
  await change(
    here,
    all.flatMap(({ key: flag, on, targets, rules, fallthrough, prerequisites }) => [
      call('flag.target', { flag, targets }),
      call('flag.set-rules', { flag, rules }),
      call('flag.set-fallthrough', { flag, fallthrough }),
      call('flag.turn', { flag, on }),
      ...(prerequisites ?? []).map(({ key, variation }) =>
        call('flag.add-prerequisite', { flag, prerequisite: { flag: key, variation } }),
      ),
    ]),
  );
  await ask('POST', `${project}/plans`, { key: 'gold', name: 'Gold' });
  const items = guarding.map((feature) => ({ feature, effect: 'allow' }));
  await ask('POST', `${project}/plans/gold/versions`, { items });
  await ask('POST', `${here}/plans/gold/publish`, { version: 1 });
  for (let number = 0; number < customerCount; number += 1) {
    await ask('POST', `${here}/customers`, { key: `customer-${number}`, name: `Customer ${number}` });
    const sold = [{ plan: 'gold', quantity: 10, from: '2022-05-21T00:00:00Z' }];
    await ask('POST', `${here}/customers/customer-${number}/subscriptions`, { state: 'active', items: sold });
  }
  const { value: sdkKey } = await ask<{ value: string }>('POST', `${here}/keys`, { kind: 'sdk' });
  const { clientSideId } = await ask<{ clientSideId: string }>('GET', here);
  return { sdkKey, clientSideId };
}
