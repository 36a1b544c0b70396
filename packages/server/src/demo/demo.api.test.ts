import { startServer, type TestServer } from '@latchkey/testkit/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Submit } from '../kernel/changes/submit.ts';
import { verifyLedger } from '../kernel/ledger/verify.ts';
import { secretBox } from '../kernel/store/secret-box.ts';
import { UsageDesk } from '../metering/index.ts';
import { loadDemo } from './load.ts';
import { finishDemo, unfinishedDemo } from './unfinished.ts';

const day = 86_400_000;
const project = '/api/v1/projects/demo';
const production = `${project}/environments/production`;

let server: TestServer;
let another: TestServer;
beforeAll(async () => {
  const at = '2026-03-01T09:00:00Z';
  server = await startServer({ demo: true, at });
  another = await startServer({ demo: true, at });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await another?.[Symbol.asyncDispose]();
});

interface Listed {
  readonly items: readonly Record<string, unknown>[];
  readonly nextCursor: string | null;
}

async function all(path: string): Promise<Listed['items']> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const reply = await server.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${cursor}`}`,
    );
    expect(reply.status).toBe(200);
    const page = reply.as<Listed>();
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

const inDays = (written: unknown): number => (Date.parse(String(written)) - server.now()) / day;

interface Decided {
  readonly feature: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly value: unknown;
}
async function entitlement(customer: string, feature: string): Promise<Decided | undefined> {
  const reply = await server.get(`${production}/customers/${customer}/entitlements`);
  return reply.as<{ items: readonly Decided[] }>().items.find((one) => one.feature === feature);
}

test('there are about two hundred customers of many industries and countries', async () => {
  const customers = await all(`${production}/customers`);
  const different = (attribute: string) =>
    new Set(customers.map(({ attributes }) => (attributes as Record<string, unknown>)[attribute])).size;
  expect(customers.length).toBeGreaterThan(190);
  expect(customers.length).toBeLessThan(210);
  expect(different('industry')).toBe(12);
  expect(different('country')).toBeGreaterThanOrEqual(12);
  expect(new Set(customers.map(({ state }) => state))).toEqual(
    new Set(['prospect', 'active', 'suspended', 'archived']),
  );
});

test('somebody is on every plan', async () => {
  const plans = await all(`${project}/plans`);
  expect(plans.map(({ key }) => key).sort()).toEqual(
    ['bronze', 'extra-seats', 'free', 'gold', 'gold-trial', 'silver'].sort(),
  );
  for (const { key } of plans) {
    expect(await all(`${production}/customers?plan=${key}`), `customers on ${key}`).not.toHaveLength(0);
  }
});

test('one trial ends on each of the next fourteen days', async () => {
  const trying = await all(`${production}/customers?plan=gold-trial`);
  const ends = trying.map(({ endsNext }) => Math.floor(inDays(endsNext)));
  expect(ends.sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, index) => index));
});

test('a goodwill grant names the incident, and ends', async () => {
  const grants = await all(`${production}/customers/brightwater-foods/grants`);
  expect(grants).toMatchObject([
    {
      feature: 'storage',
      origin: 'goodwill',
      grantedBy: 'Ida',
      links: [{ url: 'https://tickets.example/INC-471' }],
    },
  ]);
  expect(inDays(grants[0]?.['to'])).toBeGreaterThan(0);
  expect(await entitlement('brightwater-foods', 'storage')).toMatchObject({ allowed: true, value: 600 });
});

test('there are a promotion, a rule of law, a proof of concept, and a frame contract that departments inherit', async () => {
  const [promotion] = await all(`${production}/grants?feature=advanced-reports`);
  expect(promotion).toMatchObject({ origin: 'promotion', subject: { kind: 'plan', key: 'bronze' } });
  expect(inDays(promotion?.['to'])).toBeLessThan(14);

  expect(await entitlement('arvensis-bank', 'session-recording')).toMatchObject({
    allowed: false,
    reason: 'denied_by_grant',
  });
  expect(await entitlement('halden-grid', 'sso')).toMatchObject({ allowed: true });
  expect(await entitlement('arvensis-systems-security', 'sso')).toMatchObject({ allowed: true });
});

test('a feature is on its way out, and each of those who still need it has a date of their own', async () => {
  const feature = await server.get(`${project}/features/classic-reports`);
  expect(feature.body).toMatchObject({ state: 'sunset' });
  const grants = await all(`${production}/grants?feature=classic-reports`);
  expect(grants).toHaveLength(12);
  expect(new Set(grants.map(({ to }) => to)).size).toBe(12);
  expect(await entitlement('brightwater-foods', 'classic-reports')).toMatchObject({ reason: 'expired' });
  const mover = grants.find(({ to }) => inDays(to) > 0) as { subject: { key: string } } | undefined;
  expect(await entitlement(mover?.subject.key ?? '', 'classic-reports')).toMatchObject({ allowed: true });
});

test('an old contract keeps the edition that it was signed for', async () => {
  expect(await entitlement('arvensis-bank', 'api-calls')).toMatchObject({ value: 'unlimited' });
  expect(await entitlement('stonebridge-rail', 'api-calls')).toMatchObject({ value: 5_000_000 });
});

test('a kill switch is thrown, a customer is suspended, and every seat of another is taken', async () => {
  expect(await entitlement('stonebridge-rail', 'bulk-import')).toMatchObject({ reason: 'feature_disabled' });
  expect(await entitlement('quillbrook-press', 'exports')).toMatchObject({ reason: 'customer_suspended' });
  expect(await entitlement('quillbrook-press', 'email-support')).toMatchObject({ allowed: true });
  expect(await entitlement('saltmarsh-clinics', 'seats')).toMatchObject({ limit: 6, used: 6 });
});

test('some offers are still drafts, one of them without a customer', async () => {
  const drafts = (await all(`${production}/subscriptions`)).filter(({ state }) => state === 'draft');
  expect(drafts).toHaveLength(3);
  expect(drafts.filter(({ customer }) => customer === null)).toHaveLength(1);
});

test('everybody works with the rights of their own role, and says why', async () => {
  const entries = await server.latchkey.db.reader
    .selectFrom('ledger_entry')
    .select(['actor', 'action', 'comment'])
    .where('change_id', 'like', 'chg_demo_%')
    .execute();
  expect(entries.filter(({ comment }) => comment.trim() === '')).toEqual([]);
  const actors = entries.map(({ actor, action }) => ({
    ...(actor as { kind: string; name: string }),
    action,
  }));
  expect(new Set(actors.filter(({ kind }) => kind === 'system').map(({ action }) => action))).toEqual(
    new Set(['member.invite', 'token.create']),
  );
  expect(new Set(actors.filter(({ kind }) => kind === 'member').map(({ name }) => name))).toEqual(
    new Set(['Otto', 'Emil', 'Mira', 'Sam', 'Cleo', 'Ida']),
  );
});

test('nobody has a password yet, so the first administrator is still asked for', () => {
  expect(server.latchkey.firstSignInLink).toContain('/welcome?token=');
});

test('the ledger of every place holds', async () => {
  const reports = await verifyLedger(server.latchkey.db.reader);
  expect(reports).toHaveLength(4);
  expect(reports.filter(({ broken }) => broken !== null)).toEqual([]);
});

test('the printed keys open what they are for', async () => {
  const keys = server.latchkey.demoKeys;
  if (!keys) throw new Error('no keys were made');
  expect(await server.get(project, { token: keys.apiToken })).toMatchObject({ status: 200 });
  expect(await server.get('/sdk/v1/configuration', { token: keys.sdkKey })).toMatchObject({ status: 200 });

  const look = '/ems/api/v5/entitledFeatures?customerIdentifier=brightwater-foods';
  const reply = await server.get(look, { token: null, headers: { 'x-api-key': keys.clientApplicationKey } });
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({
    entitledFeatures: expect.arrayContaining([
      expect.objectContaining({
        name: 'chat-support',
        product: 'Silver 2.0',
        totalQuantity: 40,
        availableQuantity: 26,
        consumedQuantity: 14,
        enabled: true,
      }),
    ]),
  });
});

test('a demo that was broken off is told to its end at the next start, with keys that open', async () => {
  await using broken = await startServer({ at: '2026-03-01T09:00:00Z' });
  const { db, submit, recorder, delivery } = broken.latchkey;
  const desk = new UsageDesk(db, broken.now);
  const deps = { db, box: secretBox([Buffer.alloc(32, 7)]), clock: broken, recorder, delivery, desk };
  let chapters = 0;
  const dying: Submit = (change) => {
    chapters += 1;
    return chapters > 60 ? Promise.reject(new Error('the process died')) : submit(change);
  };
  await expect(loadDemo({ ...deps, submit: dying })).rejects.toThrow('died');
  const keys = await loadDemo({ ...deps, submit });
  await finishDemo(deps);

  const changesOf = async ({ latchkey }: TestServer) =>
    latchkey.db.reader
      .selectFrom('ledger_entry')
      .select(['change_id', 'position', 'action', 'resource'])
      .where('change_id', 'like', 'chg_demo_%')
      .orderBy('change_id')
      .orderBy('position')
      .execute();
  expect(await changesOf(broken)).toEqual(await changesOf(another));
  expect(await broken.get(project, { token: keys.apiToken })).toMatchObject({ status: 200 });
  expect(await broken.get('/sdk/v1/configuration', { token: keys.sdkKey })).toMatchObject({ status: 200 });
  expect(await unfinishedDemo(deps)).toBeNull();
});

test('the same day brings the same demo, but for the secrets', async () => {
  const [one, other] = [await toldBy(server), await toldBy(another)];
  expect(one.length).toBeGreaterThan(700);
  expect(other).toEqual(one);
  expect(another.latchkey.demoKeys?.apiToken).not.toBe(server.latchkey.demoKeys?.apiToken);
});

/** The whole ledger, without what was made just now: today's keys, and the change that a script left for later. */
async function toldBy({ latchkey }: TestServer): Promise<readonly unknown[]> {
  const entries = await latchkey.db.reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('change_id', 'like', 'chg_demo_%')
    .orderBy('seq')
    .execute();
  return entries.map(({ seq, hash, at, after, resource_kind: kind, ...entry }) =>
    entry.action === 'change.schedule' || kind === 'environment_key' || kind === 'api_token'
      ? { kind, ...entry }
      : { kind, at, after, ...entry },
  );
}

test('sales went beyond what it decides alone, and that waits for approval', async () => {
  const { items } = (await server.get(`${production}/changes?status=pending`)).as<Listed>();
  expect(items).toMatchObject([
    {
      actor: { name: 'Sam' },
      customer: 'brightwater-foods',
      because: [{ guardrail: 'seats-by-sales', allowed: 25, asked: 50 }],
      requirements: [{ approverRoles: ['success', 'administrator'], missing: 1 }],
    },
  ]);
  const approved = await server.post(`${production}/changes/${items[0]?.['id']}/approve`);
  expect(approved.body).toMatchObject({ status: 'applied' });
  const bought = await all(`${production}/customers/brightwater-foods/subscriptions`);
  expect(JSON.stringify(bought)).toContain('"quantity":90');
});

test('flags and features have been asked for, so that graphs, the clean-up and a sunset have something to show', async () => {
  const insights = (await server.get(`${production}/flags/search-ranking/insights`)).as<{
    total: number;
    variations: readonly { readonly total: number }[];
  }>();
  expect(insights.total).toBeGreaterThan(10_000);
  expect(insights.variations.every(({ total }) => total > 1_000)).toBe(true);
  const { items, leftAlone } = (await server.get(`${project}/stale-flags`)).as<{
    items: readonly { flag: string; isReady: boolean }[];
    leftAlone: readonly { flag: string; because: string }[];
  }>();
  expect(items.filter(({ isReady }) => isReady).map(({ flag }) => flag)).toEqual(['dark-mode']);
  expect(leftAlone.map(({ because }) => because)).toEqual(
    expect.arrayContaining(['guards_feature', 'permanent']),
  );
  const used = (await server.get(`${production}/features/classic-reports/insights`)).as<{
    customers: readonly { lastUsedAt: string | null }[];
  }>();
  expect(used.customers.length).toBeGreaterThan(20);
  expect(used.customers.some(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true);
  const other = await another.get(`${production}/flags/search-ranking/insights`);
  expect(other.body).toEqual(insights);
});

test('programs have called the API, so that meters, graphs and the list of who is near a limit have something to show', async () => {
  const { items } = (await server.get(`${production}/usage/thresholds?open=true`)).as<{
    items: readonly { customer: string; feature: string; percent: number; used: number; limit: number }[];
  }>();
  expect(items.length).toBeGreaterThan(3);
  expect(new Set(items.map(({ percent }) => percent))).toEqual(new Set([80, 100]));
  expect(items.every(({ used, limit, percent }) => used >= (limit * percent) / 100)).toBe(true);
  const path = `${production}/customers/${items[0]?.customer}/usage/api-calls?every=day`;
  const history = (await server.get(path)).as<{ items: readonly { quantity: number }[] }>();
  expect(history.items.length).toBeGreaterThan(20);
  expect((await another.get(path)).body).toEqual(history);
});

test('Silver gets single sign-on next week, and a script’s change happens in its time', async () => {
  const { items } = (await another.get(`${production}/changes?status=scheduled`)).as<Listed>();
  expect(items).toMatchObject([{ actor: { kind: 'token', id: 't_demo' } }]);
  const fallthrough = async () =>
    (await another.get(`${production}/flags/new-navigation`)).as<{ fallthrough: unknown }>().fallthrough;
  expect(await fallthrough()).toHaveProperty('rollout');
  const soon = await entitlement('brightwater-foods', 'sso');
  expect(soon).toMatchObject({ allowed: false, reason: 'not_started' });

  another.advance(8 * day);
  await vi.waitFor(async () => expect(await fallthrough()).toEqual({ variation: 0 }), { timeout: 30_000 });
  const later = await another.get(`${production}/customers/brightwater-foods/entitlements`);
  expect(later.as<{ items: readonly Decided[] }>().items).toContainEqual(
    expect.objectContaining({ feature: 'sso', allowed: true }),
  );
});
