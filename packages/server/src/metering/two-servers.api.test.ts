import { isFromBucket } from '@latchkey/engine';
import type { MeterState, Portion } from '@latchkey/model';
import { parseConfig, startLatchkey } from '@latchkey/server';
import { asker, startServer, type TestServer } from '@latchkey/testkit/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transact } from '../kernel/store/transact.ts';

const project = '/api/v1/projects/shop';
const here = `${project}/environments/production`;
const hour = 3_600_000;

const aNode = fc.constantFrom(0, 1);
const aQuantity = fc.constantFrom(1, 2, 5, 0.25, 13);
/** What is asked of both servers at the same moment. */
const anAsk = fc.record({
  kind: fc.constantFrom('consume', 'consume', 'report', 'reserve'),
  node: aNode,
  quantity: aQuantity,
  /** Few, so that keys come twice. */
  key: fc.integer({ min: 0, max: 12 }),
});
const aStep = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('together'),
      asks: fc.array(anAsk, { minLength: 2, maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct'),
      node: aNode,
      which: fc.nat(),
      quantity: fc.constantFrom(0, 1, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle'),
      which: fc.nat(),
      quantity: fc.constantFrom(0, 1, 6),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release'), node: aNode, which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('grant'),
      effect: fc.constantFrom('set', 'add', 'cap'),
      value: fc.integer({ min: 0, max: 40 }),
      reset: fc.constantFrom(undefined, { every: 'day' }, { every: 'month' } as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), hours: fc.constantFrom(5, 30) }) },
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

interface Standing {
  readonly limit: number | 'unlimited';
  readonly carried: number;
  readonly used: number;
  readonly reserved: number;
  readonly remaining: number | 'unlimited';
}

/** What is stored about one customer, of one moment. */
const stored = (server: TestServer, customer: string) =>
  transact(
    server.latchkey.db,
    async (reader) => ({
      meter: await reader
        .selectFrom('meter')
        .select('state')
        .where('customer', '=', customer)
        .executeTakeFirst(),
      events: await reader
        .selectFrom('usage_event')
        .select(['quantity', 'overage', 'portions', 'corrected_by'])
        .where('customer', '=', customer)
        .execute(),
      holds: await reader
        .selectFrom('reservation')
        .select('portions')
        .where('customer', '=', customer)
        .where('status', '=', 'held')
        .execute(),
      hours: await reader
        .selectFrom('usage_hour')
        .select('quantity')
        .where('customer', '=', customer)
        .execute(),
    }),
    { readOnly: true },
  );

const sum = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((all, amount) => all + amount, 0) * 1e6) / 1e6;

const within = (all: readonly Portion[], name: string, from: number | null): number =>
  sum(all.filter((each) => each.counter === name && each.from === from).map(({ quantity }) => quantity));

/** The counters are what the events and the holds add up to, and every event is accounted for. */
async function expectRecomputed(server: TestServer, customer: string): Promise<void> {
  const { meter, events, holds, hours } = await stored(server, customer);
  for (const { quantity, overage, portions } of events) {
    const taken = (portions as readonly Portion[]).filter(isFromBucket).map((portion) => portion.quantity);
    expect(sum(taken)).toBe(sum([Number(quantity), -Number(overage)]));
  }
  const live = events.filter((event) => event.corrected_by === null);
  expect(sum(hours.map(({ quantity }) => Number(quantity)))).toBe(
    sum(live.map(({ quantity }) => Number(quantity))),
  );
  const used = live.flatMap(({ portions }) => portions as readonly Portion[]);
  const reserved = holds.flatMap(({ portions }) => portions as readonly Portion[]);
  for (const [name, counter] of Object.entries((meter?.state as MeterState | undefined)?.counters ?? {})) {
    // A ceiling begins with what was used before there was one.
    if (name.startsWith('cap ')) continue;
    expect([name, counter.used]).toEqual([name, within(used, name, counter.from)]);
    expect([name, counter.reserved]).toEqual([name, within(reserved, name, counter.from)]);
  }
}

test('two servers that are asked at random never pass a limit, and what is counted adds up', async () => {
  await using server = await startServer({ at: '2026-03-10T08:00:00Z' });
  const second = await startLatchkey({
    config: parseConfig({ LATCHKEY_PORT: '0', LATCHKEY_LOG_LEVEL: 'silent', LATCHKEY_DEMO: '0' }),
    clock: { now: server.now },
    database: server.latchkey.db.connection,
    dashboardFolder: null,
  });
  try {
    const nodes = [asker(server.address), asker(second.address)] as const;
    const post = async (node: number, path: string, body: object) => {
      const reply = await (nodes[node] ?? nodes[0])('POST', `${here}${path}`, body);
      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
      return reply;
    };
    await server.post('/api/v1/projects', { key: 'shop', name: 'Shop' });
    await server.post(`${project}/features`, { key: 'calls', name: 'Calls', kind: 'meter' });
    const settled = async (): Promise<void> => {
      const head = await server.latchkey.db.reader
        .selectFrom('ledger_stream')
        .select('revision')
        .where('environment', '=', 'production')
        .executeTakeFirstOrThrow();
      await second.delivery.settle({ project: 'shop', environment: 'production' }, Number(head.revision));
    };
    let runs = 0;

    const run = async (customer: string, step: Step): Promise<void> => {
      switch (step.kind) {
        case 'wait':
          if ('hours' in step) server.advance(step.hours * hour);
          return;
        case 'grant': {
          if (!('effect' in step)) return;
          const { effect, value, reset } = step;
          const grant = { feature: 'calls', effect, value, reset, origin: 'contract', reason: 'As agreed' };
          expect((await post(0, `/customers/${customer}/grants`, grant)).status).toBe(201);
          await settled();
          return;
        }
        case 'together':
          if ('asks' in step)
            await Promise.all(
              step.asks.map(async ({ kind, node, quantity, key }) => {
                const asked = { customer, feature: 'calls', quantity };
                const idempotencyKey = `${customer} ${kind} ${key}`;
                if (kind === 'report')
                  return post(node, '/usage/events', { events: [{ ...asked, key: idempotencyKey }] });
                if (kind === 'reserve')
                  return post(node, '/reservations', { ...asked, idempotencyKey, expiresInSeconds: 86_400 });
                const reply = await post(node, '/consume', { ...asked, idempotencyKey });
                if (reply.status !== 200)
                  return expect(reply.body).toMatchObject({ code: 'idempotency_mismatch' });
                // Nothing beyond the allowance was agreed, so nothing of it may be.
                expect(reply.body).toMatchObject({ overage: 0 });
              }),
            );
          return;
        case 'correct': {
          if (!('which' in step)) return;
          const { rows } = await pickable(server, customer, 'usage_event');
          const corrects = rows[step.which % Math.max(rows.length, 1)];
          if (corrects === undefined) return;
          const key = `${corrects} again`;
          const event = {
            key,
            corrects,
            customer,
            feature: 'calls',
            quantity: 'quantity' in step ? step.quantity : 0,
          };
          await Promise.all([0, 1].map((node) => post(node, '/usage/events', { events: [event] })));
          return;
        }
        default: {
          if (!('which' in step)) return;
          const { rows } = await pickable(server, customer, 'reservation');
          const id = rows[step.which % Math.max(rows.length, 1)];
          if (id === undefined) return;
          const body = 'quantity' in step ? { quantity: step.quantity } : {};
          await Promise.all([0, 1].map((node) => post(node, `/reservations/${id}/${step.kind}`, body)));
        }
      }
    };

    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 12 }), async (steps) => {
        runs += 1;
        const customer = `customer-${runs}`;
        await server.post(`${here}/customers`, { key: customer, name: customer });
        await run(customer, { kind: 'grant', effect: 'set', value: 20, reset: { every: 'month' } } as Step);
        for (const step of steps) {
          await run(customer, step);
          await expectRecomputed(server, customer);
          const { items } = (await server.get(`${here}/customers/${customer}/usage`)).as<{
            items: readonly { buckets: readonly Standing[] }[];
          }>();
          for (const { limit, carried, used, reserved, remaining } of items.flatMap(
            ({ buckets }) => buckets,
          )) {
            const all = sum([Number(limit), carried]);
            const taken = sum([used, reserved]);
            expect(sum([taken, Number(remaining)])).toBe(all);
          }
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  } finally {
    await second.stop();
  }
});

async function pickable(server: TestServer, customer: string, table: 'usage_event' | 'reservation') {
  const { reader } = server.latchkey.db;
  const found =
    table === 'usage_event'
      ? await reader
          .selectFrom('usage_event')
          .select('key as name')
          .where('customer', '=', customer)
          .orderBy('key')
          .execute()
      : await reader
          .selectFrom('reservation')
          .select('id as name')
          .where('customer', '=', customer)
          .orderBy('key')
          .execute();
  return { rows: found.map(({ name }) => name) };
}
