/**
 * How much use a server counts: `consume` over a thousand customers, `consume` on a single busy one, and events that are
 * reported a thousand at once. Beside it what a bare `pg` client does of the same: one conditional update on one number,
 * and plain inserts, without rules, windows, keys that count once or a history.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { type Latchkey, startLatchkey } from './setting/latchkey.ts';
import type { Row } from './setting/row.ts';
import { copyCustomer, copyName, openShop, shop } from './setting/shop.ts';

const customerCount = 1000;
/** What is asked for at the same time: so many requests of an application's servers are on their way. */
const atOnce = 192;
const eventsTogether = 1000;
const reportersAtOnce = 4;
const seconds = 8;
const warmUpSeconds = 3;
const project = '/api/v1/projects/shop';

/** Answers per second, by so many askers at once. */
async function perSecond(askers: number, ask: (asker: number) => Promise<void>): Promise<number> {
  const begin = performance.now();
  const [counting, end] = [begin + warmUpSeconds * 1000, begin + (warmUpSeconds + seconds) * 1000];
  let answered = 0;
  await Promise.all(
    Array.from({ length: askers }, async (_, asker) => {
      while (performance.now() < end) {
        await ask(asker);
        const now = performance.now();
        if (now >= counting && now < end) answered += 1;
      }
    }),
  );
  return answered / seconds;
}

export async function usage(): Promise<readonly Row[]> {
  await using latchkey = await startLatchkey();
  const { sdkKey } = await openShop(latchkey);
  await sellCalls(latchkey);
  await copyCustomer(latchkey.databaseUrl, 'acme', customerCount);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const post = poster(latchkey.address, sdkKey, agent);
  const anyCustomer = (): string => copyName(1 + Math.floor(Math.random() * customerCount));
  const consume = async (customer: string): Promise<void> => {
    const { consumed } = await post<{ consumed: number }>('/consume', { customer, feature: 'calls' });
    if (consumed !== 1) throw new Error('what was asked for was not counted');
  };
  const bare = await bareCounting(latchkey.databaseUrl);
  const distinct = await perSecond(atOnce, () => consume(anyCustomer()));
  const hot = await perSecond(atOnce, () => consume('acme'));
  const batches = await perSecond(reportersAtOnce, async () => {
    const events = Array.from({ length: eventsTogether }, () => ({
      ...{ key: randomUUID(), customer: anyCustomer(), feature: 'calls', quantity: 1 },
    }));
    const { counted } = await post<{ counted: number }>('/usage/events', { events });
    if (counted !== eventsTogether) throw new Error(`${counted} of ${eventsTogether} events were counted`);
  });
  agent.destroy();
  await everythingIsThere(latchkey, hot * seconds);
  const row = (what: string, figure: number, peer: number, aim: number): Row => ({
    what,
    latchkey: `${Math.round(figure).toLocaleString('en')}/s`,
    peer: `${Math.round(peer).toLocaleString('en')}/s, one statement each`,
    ratio: `${(figure / peer).toFixed(2)} (aim ${aim.toLocaleString('en')}/s)`,
  });
  return [
    row(`consume, ${customerCount.toLocaleString('en')} customers`, distinct, bare.distinct, 2000),
    row('consume, a single busy customer', hot, bare.hot, 500),
    row('usage events, a thousand at once', batches * eventsTogether, bare.events, 10_000),
  ];
}

/** Acme is on a plan with more calls a month than can be made. */
async function sellCalls({ ask }: Latchkey): Promise<void> {
  await ask('POST', `${project}/features`, { key: 'calls', name: 'Calls', kind: 'meter' });
  await ask('POST', `${project}/plans`, { key: 'metered', name: 'Metered' });
  await ask('POST', `${project}/plans/metered/versions`, {
    items: [{ feature: 'calls', effect: 'set', value: 1_000_000_000, reset: { every: 'month' } }],
  });
  await ask('POST', `${shop}/plans/metered/publish`, { version: 1 });
  await ask('POST', `${shop}/customers`, { key: 'acme', name: 'Acme' });
  await ask('POST', `${shop}/customers/acme/subscriptions`, {
    items: [{ plan: 'metered', quantity: 1, from: '2022-05-21T00:00:00Z' }],
  });
}

/** On kept connections, without the comforts of `fetch`, which would cost this process more than the server. */
function poster(address: string, sdkKey: string, agent: Agent) {
  const { hostname, port } = new URL(address);
  return <Answer>(path: string, body: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const written = JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${sdkKey}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(written),
      };
      const asking = request(
        { hostname, port, path: shop + path, method: 'POST', agent, headers },
        (reply) => {
          let read = '';
          reply.setEncoding('utf8');
          reply.on('data', (piece: string) => {
            read += piece;
          });
          reply.on('end', () => {
            if (reply.statusCode === 200) resolve(JSON.parse(read) as Answer);
            else reject(new Error(`${path} was answered ${reply.statusCode}: ${read}`));
          });
        },
      );
      asking.on('error', reject);
      asking.end(written);
    });
}

/** A server that said yes and counted nothing would be the fastest. */
async function everythingIsThere({ ask }: Latchkey, usedMin: number): Promise<void> {
  const { used } = await ask<{ used: number }>('POST', `${shop}/check`, {
    customer: 'acme',
    feature: 'calls',
  });
  if (used < usedMin) throw new Error(`${used} were counted, at least ${usedMin} were sent`);
}

async function bareCounting(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const take = `update bare_meter set used = used + 1 where customer = $1 and used + 1 <= 1000000000`;
  try {
    await pool.query('create table bare_meter (customer int primary key, used bigint not null)');
    await pool.query('create table bare_event (key uuid primary key, customer int, quantity numeric)');
    await pool.query(`insert into bare_meter select n, 0 from generate_series(0, ${customerCount}) n`);
    const takeOf = async (customer: number): Promise<void> => {
      const { rowCount } = await pool.query({ name: 'take', text: take, values: [customer] });
      if (rowCount !== 1) throw new Error('nothing was taken');
    };
    const distinct = await perSecond(atOnce, () => takeOf(1 + Math.floor(Math.random() * customerCount)));
    const hot = await perSecond(atOnce, () => takeOf(0));
    const batches = await perSecond(reportersAtOnce, async () => {
      const keys = Array.from({ length: eventsTogether }, () => randomUUID());
      const customers = keys.map(() => Math.floor(Math.random() * customerCount));
      await pool.query('insert into bare_event select *, 1 from unnest($1::uuid[], $2::int[])', [
        keys,
        customers,
      ]);
    });
    return { distinct, hot, events: batches * eventsTogether };
  } finally {
    await pool.end();
  }
}
