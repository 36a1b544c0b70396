import { startServer, type TestServer } from '@latchkey/testkit/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../kernel/store/transact.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Shown {
  readonly rules: { readonly id: string; readonly clauses: { readonly id: string }[] }[];
  readonly version: number;
  readonly targets: unknown[];
}

/** A project with two environments and the flag `checkout` in it. */
async function aProject(project: string) {
  const environments = ['production', 'staging'].map((key) => ({ key, name: key }));
  await server.post('/api/v1/projects', { key: project, name: project, environments });
  const shared = `/api/v1/projects/${project}`;
  await server.post(`${shared}/flags`, { key: 'checkout', name: 'Checkout', kind: 'boolean' });
  const production = `${shared}/environments/production`;
  return {
    shared,
    production,
    staging: `${shared}/environments/staging`,
    edit: (...operations: { kind: string; input: object }[]) =>
      server.post(`${production}/changes`, { operations }),
    editShared: (...operations: { kind: string; input: object }[]) =>
      server.post(`${shared}/changes`, { operations }),
    flag: async () => (await server.get(`${production}/flags/checkout`)).as<Shown>(),
  };
}

const flag = 'checkout';
const swiss = { contextKind: 'customer', attribute: 'country', op: 'in', values: ['CH'] };
const problem = (code: string, pointer?: string) => ({
  body: { code, ...(pointer && { errors: [{ pointer }] }) },
});

test('rules are added, described, reordered and removed one at a time, and keep their names', async () => {
  const { edit, flag: shown } = await aProject('rules');
  const add = (description: string, before?: string) =>
    edit({
      kind: 'flag.add-rule',
      input: { flag, rule: { description, clauses: [swiss], variation: 0 }, ...(before && { before }) },
    });
  await add('first');
  const [first] = (await shown()).rules;
  await add('second');
  await add('before all', first?.id);
  const ids = (await shown()).rules.map(({ id }) => id);
  expect(await shown()).toMatchObject({
    rules: [
      { description: 'before all' },
      { description: 'first', id: first?.id },
      { description: 'second' },
    ],
  });
  await edit(
    { kind: 'flag.reorder-rules', input: { flag, rules: ids.toReversed() } },
    {
      kind: 'flag.update-rule',
      input: { flag, rule: first?.id, description: 'Swiss', serve: { variation: 1 } },
    },
  );
  expect(await shown()).toMatchObject({
    rules: [{ id: ids[2] }, { id: ids[1], description: 'Swiss', variation: 1 }, { id: ids[0] }],
  });
  expect(await edit({ kind: 'flag.reorder-rules', input: { flag, rules: ids.slice(1) } })).toMatchObject({
    status: 404,
    ...problem('rule_unknown', '#/rules'),
  });
  await edit({ kind: 'flag.remove-rule', input: { flag, rule: first?.id } });
  expect((await shown()).rules.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
});

test('clauses and their values are edited by name, and a rule never ends up matching everybody', async () => {
  const { edit, flag: shown } = await aProject('clauses');
  const staff = { attribute: 'email', op: 'endsWith', values: ['@example.com'] };
  await edit({ kind: 'flag.add-rule', input: { flag, rule: { clauses: [swiss], variation: 0 } } });
  const [rule] = (await shown()).rules;
  const of = { flag, rule: rule?.id };
  const clause = rule?.clauses[0]?.id;
  await edit(
    { kind: 'flag.add-clauses', input: { ...of, clauses: [staff] } },
    { kind: 'flag.add-clause-values', input: { ...of, clause, values: ['LI', 'CH'] } },
  );
  expect(await shown()).toMatchObject({ rules: [{ clauses: [{ values: ['CH', 'LI'] }, staff] }] });
  await edit({ kind: 'flag.remove-clause-values', input: { ...of, clause, values: ['CH'] } });
  const none = await edit({ kind: 'flag.remove-clause-values', input: { ...of, clause, values: ['LI'] } });
  expect(none).toMatchObject({ status: 400, ...problem('clause_invalid', '#/values') });
  await edit({ kind: 'flag.update-clause', input: { ...of, clause, with: { ...swiss, negate: true } } });
  await edit({
    kind: 'flag.remove-clauses',
    input: { ...of, clauses: [(await shown()).rules[0]?.clauses[1]?.id] },
  });
  expect(await shown()).toMatchObject({ rules: [{ clauses: [{ id: clause, negate: true }] }] });
  const empty = await edit({ kind: 'flag.remove-clauses', input: { ...of, clauses: [clause] } });
  expect(empty).toMatchObject({ status: 400, ...problem('clause_invalid') });
});

test.each([
  ['an operator that does not exist', { ...swiss, op: 'almost' }, '#/rule/clauses/0/op'],
  ['a version that is none', { ...swiss, op: 'semVerEqual', values: ['two'] }, '#/rule/clauses/0/values/0'],
  ['a date that is none', { ...swiss, op: 'before', values: ['soon'] }, '#/rule/clauses/0/values/0'],
  ['a number that is none', { ...swiss, op: 'lessThan', values: [3, '4'] }, '#/rule/clauses/0/values/1'],
  ['look-ahead', { ...swiss, op: 'matches', values: ['a(?=b)'] }, '#/rule/clauses/0/values/0'],
  [
    'a regex bomb',
    { ...swiss, op: 'matches', values: ['((a{100}){100}){100}'] },
    '#/rule/clauses/0/values/0',
  ],
  ['a list where one value is compared', { ...swiss, values: [['CH']] }, '#/rule/clauses/0/values/0'],
  ['no values', { ...swiss, values: [] }, '#/rule/clauses/0/values'],
  [
    'an attribute path that leads nowhere',
    { ...swiss, attribute: '/address//city' },
    '#/rule/clauses/0/attribute',
  ],
  ['a kind that is reserved', { ...swiss, contextKind: 'multi' }, '#/rule/clauses/0/contextKind'],
  [
    'a segment that does not exist',
    { attribute: '', op: 'segmentMatch', values: ['nobody'] },
    '#/rule/clauses/0/values/0',
  ],
])('a clause with %s is refused, naming the field', async (what, clause, pointer) => {
  const { edit } = await aProject(`clause-${what.length}-${pointer.length}`);
  const reply = await edit({
    kind: 'flag.add-rule',
    input: { flag, rule: { clauses: [clause], variation: 0 } },
  });
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.as<{ errors: { pointer: string }[] }>().errors.map((error) => error.pointer)).toContain(
    pointer,
  );
});

test('shares that do not make a whole, variations that are not there and ten thousand rules are refused', async () => {
  const { production } = await aProject('bounds');
  const patch = (body: object) => server.patch(`${production}/flags/checkout`, body);
  const shares = [60_000, 30_000].map((weight, variation) => ({ weight, variation }));
  expect(await patch({ fallthrough: { rollout: { variations: shares } } })).toMatchObject({ status: 400 });
  expect(await patch({ fallthrough: { variation: 2 } })).toMatchObject(
    problem('variation_unknown', '#/fallthrough'),
  );
  const bucketBy = {
    rollout: { contextKind: 'user', bucketBy: '/', variations: [{ variation: 0, weight: 100_000 }] },
  };
  expect(await patch({ fallthrough: bucketBy })).toMatchObject(
    problem('invalid_request', '#/fallthrough/rollout/bucketBy'),
  );
  const rule = { clauses: [{ attribute: 'a', op: 'in', values: [1] }], variation: 0 };
  const many = await patch({ rules: Array.from({ length: 10_000 }, () => rule) });
  expect(many).toMatchObject({ status: 400, ...problem('invalid_request', '#/rules') });
});

test('a context is targeted with one variation, and ends by itself at its time, once, also after a break', async () => {
  const { edit, flag: shown, production } = await aProject('ends');
  const list = { flag, contextKind: 'customer', variation: 1 };
  await edit({ kind: 'flag.add-targets', input: { ...list, keys: ['acme', 'blue', 'acme'] } });
  await edit({ kind: 'flag.add-targets', input: { flag, variation: 0, keys: ['ada'] } });
  const twice = await edit({
    kind: 'flag.add-targets',
    input: { ...list, variation: 0, keys: ['zinc', 'blue'] },
  });
  expect(twice).toMatchObject({ status: 409, ...problem('targeted_already', '#/keys/1') });

  const at = new Date(server.now() + 3_600_000).toISOString();
  const past = new Date(server.now() - 1000).toISOString();
  const end = (key: string, until: string | null) =>
    edit({ kind: 'flag.end-target', input: { ...list, key, at: until } });
  expect(await end('acme', past)).toMatchObject(problem('end_in_past', '#/at'));
  expect(await end('nobody', at)).toMatchObject(problem('not_targeted', '#/key'));
  await end('acme', at);
  await end('blue', at);
  await end('blue', null);
  expect(await shown()).toMatchObject({
    targets: [{ contextKind: 'customer', variation: 1, values: ['acme', 'blue'] }, { variation: 0 }],
    targetEnds: [{ contextKind: 'customer', key: 'acme', variation: 1, at }],
  });

  server.advance(7_200_000);
  await expect
    .poll(async () => (await shown()).targets, { timeout: 10_000 })
    .toEqual([
      { contextKind: 'customer', variation: 1, values: ['blue'] },
      { variation: 0, values: ['ada'] },
    ]);
  const ledger = await server.get(`${production}/ledger`);
  const strikes = ledger
    .as<{ items: { action: string; actor: { name: string } }[] }>()
    .items.filter(({ action }) => action === 'flag.strike-targets');
  expect(strikes).toMatchObject([{ actor: { name: 'Calendar' } }]);
});

test('a circle of prerequisites is refused, and the way round is told', async () => {
  const { shared, edit } = await aProject('circle');
  for (const key of ['b', 'c']) await server.post(`${shared}/flags`, { key, name: key, kind: 'boolean' });
  const wait = (waiting: string, forFlag: string) =>
    edit({
      kind: 'flag.add-prerequisite',
      input: { flag: waiting, prerequisite: { flag: forFlag, variation: 0 } },
    });
  await wait('checkout', 'b');
  await wait('b', 'c');
  expect(await wait('c', 'checkout')).toMatchObject({
    status: 400,
    body: {
      code: 'prerequisite_cycle',
      detail: 'checkout waits for c itself, through b.',
      circle: ['c', 'checkout', 'b', 'c'],
    },
  });
  const archive = await server.patch(`${shared}/flags/c`, { state: 'archived' });
  expect(archive).toMatchObject({ status: 409, body: { code: 'flag_in_use', waiting: ['b'] } });
  expect((await server.get(`${shared}/flags/c/dependents`)).body).toMatchObject({
    flags: [{ key: 'b', environment: 'production', variation: 0 }],
    features: [],
    plans: [],
  });
  await edit({ kind: 'flag.remove-prerequisite', input: { flag: 'b', prerequisite: 'c' } });
  expect(await server.patch(`${shared}/flags/c`, { state: 'archived' })).toMatchObject({ status: 200 });
});

test('a variation goes only when nothing serves it, and what serves a later one moves along', async () => {
  const { shared, production, editShared } = await aProject('variations');
  const variations = ['red', 'green', 'blue'].map((value) => ({ value }));
  await server.post(`${shared}/flags`, { key: 'colour', name: 'Colour', kind: 'string', variations });
  await server.patch(`${production}/flags/colour`, { fallthrough: { variation: 2 }, offVariation: 2 });
  const remove = (variation: number) =>
    editShared({ kind: 'flag.remove-variation', input: { flag: 'colour', variation } });
  expect(await remove(2)).toMatchObject({ status: 409, body: { code: 'variation_in_use' } });
  expect(await remove(1)).toMatchObject({ status: 200 });
  expect((await server.get(`${production}/flags/colour`)).body).toMatchObject({
    variations: [{ value: 'red' }, { value: 'blue' }],
    fallthrough: { variation: 1 },
    offVariation: 1,
  });
  await editShared(
    { kind: 'flag.add-variation', input: { flag: 'colour', variation: { value: 'pink' } } },
    { kind: 'flag.update-variation', input: { flag: 'colour', variation: 0, name: 'Loud' } },
    { kind: 'flag.tag', input: { flag: 'colour', add: ['ui', 'beta'], remove: ['none'] } },
  );
  expect((await server.get(`${shared}/flags/colour`)).body).toMatchObject({
    variations: [{ value: 'red', name: 'Loud' }, { value: 'blue' }, { value: 'pink' }],
    tags: ['ui', 'beta'],
  });
});

test('a boolean flag that guards a feature cannot answer yes to those without the right', async () => {
  const { shared, production } = await aProject('guards');
  await server.post(`${shared}/features`, { key: 'pay', name: 'Pay', kind: 'switch', flagKey: flag });
  expect(await server.patch(`${production}/flags/checkout`, { offVariation: 0 })).toMatchObject({
    status: 400,
    ...problem('guarded_answers_yes', '#/offVariation'),
  });
  const swapped = await server.patch(`${shared}/flags/checkout`, {
    variations: [{ value: false }, { value: true }],
  });
  expect(swapped).toMatchObject({ status: 400, ...problem('guarded_answers_yes', '#/variations') });
});

test('targeting is compared with another environment and taken over, all of it or in parts', async () => {
  const { shared, production, staging } = await aProject('copying');
  await server.patch(`${staging}/flags/checkout`, {
    on: true,
    rules: [{ clauses: [swiss], variation: 1 }],
    targets: [{ variation: 0, values: ['ada'] }],
  });
  const sides = 'from=staging&to=production';
  const compared = `${shared}/flags/checkout/compare?${sides}`;
  expect((await server.get(compared)).body).toMatchObject({
    from: { environment: 'staging', targeting: { on: true } },
    to: { environment: 'production', targeting: { on: false, rules: [] } },
    differs: ['on', 'targets', 'rules'],
  });
  expect((await server.get(`${shared}/flag-differences?${sides}`)).body).toMatchObject({
    items: [{ flag: 'checkout', differs: ['on', 'targets', 'rules'] }],
  });
  const copy = `${production}/flags/checkout/copy`;
  const previewed = await server.post(copy, { from: 'staging', change: { preview: true } });
  expect(previewed.body).toMatchObject({ status: 'previewed' });
  await server.post(copy, { from: 'staging', parts: ['rules'] });
  expect((await server.get(compared)).body).toMatchObject({ differs: ['on', 'targets'] });
  await server.post(copy, { from: 'staging' });
  expect((await server.get(compared)).body).toMatchObject({ differs: ['on'] });
  expect(await server.post(copy, { from: 'nowhere' })).toMatchObject({ status: 404 });
});

test('a clone has everything of a flag but its key and its buckets, and is off', async () => {
  const { shared, production } = await aProject('cloning');
  await server.patch(`${production}/flags/checkout`, {
    on: true,
    rules: [{ clauses: [swiss], variation: 1 }],
  });
  expect(await server.post(`${shared}/flags/checkout/clone`, { key: 'checkout2' })).toMatchObject({
    status: 201,
    body: { key: 'checkout2', name: 'Checkout' },
  });
  expect((await server.get(`${production}/flags/checkout2`)).body).toMatchObject({
    on: false,
    rules: [{ clauses: [swiss], variation: 1 }],
  });
  expect(await server.post(`${shared}/flags/checkout/clone`, { key: 'checkout2' })).toMatchObject({
    status: 409,
    ...problem('key_taken', '#/key'),
  });
});

test('the list of flags is narrowed and ordered as asked, on every page', async () => {
  const { shared, production } = await aProject('lists');
  const create = (key: string, more: object) =>
    server.post(`${shared}/flags`, { key, name: key.toUpperCase(), kind: 'boolean', ...more });
  await create('alpha', { tags: ['ui'], purpose: 'operational', owner: 'Ada', clientSide: true });
  await create('zulu', { tags: ['ui', 'api'], temporary: true });
  await server.post(`${shared}/features`, { key: 'pay', name: 'Pay', kind: 'switch', flagKey: 'alpha' });
  await server.patch(`${production}/flags/zulu`, { on: true });
  const keys = async (query: string) =>
    (await server.get(`${production}/flags?${query}`))
      .as<{ items: { key: string }[] }>()
      .items.map(({ key }) => key);
  expect(await keys('tag=ui')).toEqual(['alpha', 'zulu']);
  expect(await keys('tag=api')).toEqual(['zulu']);
  expect(await keys('purpose=operational')).toEqual(['alpha']);
  expect(await keys('owner=Ada')).toEqual(['alpha']);
  expect(await keys('temporary=false')).toEqual(['alpha']);
  expect(await keys('clientSide=true')).toEqual(['alpha']);
  expect(await keys('guarding=true')).toEqual(['alpha']);
  expect(await keys('guarding=false&on=true')).toEqual(['zulu']);
  expect(await keys('sort=created')).toEqual(['zulu', 'alpha', 'checkout']);
  for (const sort of ['key', 'name', 'created', 'changed']) {
    const whole = await keys(`sort=${sort}`);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await server.get(
        `${production}/flags?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      const { items, nextCursor } = page.as<{ items: { key: string }[]; nextCursor: string | null }>();
      paged.push(...items.map(({ key }) => key));
      cursor = nextCursor ?? '';
    } while (cursor !== '');
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(3);
  }
});

test('flags written by a newer version or by hand do not hide the others', async () => {
  const { shared, production } = await aProject('unreadable');
  for (const key of ['newer', 'broken'])
    await server.post(`${shared}/flags`, { key, name: key, kind: 'boolean' });
  await transact(server.latchkey.db, async (tx) => {
    const alter = (key: string, body: string) =>
      sql`update resource set body = body || ${body}::jsonb where project = 'unreadable' and kind = 'flag' and id = ${key}`.execute(
        tx,
      );
    await alter('newer', '{"invented": true}');
    await alter('broken', '{"variations": "none"}');
  });
  for (const list of [`${shared}/flags`, `${production}/flags`]) {
    const page = (await server.get(list)).as<{ items: { key: string }[]; unreadable: string[] }>();
    expect(page.items.map(({ key }) => key)).toEqual(['checkout', 'newer']);
    expect(page.unreadable).toEqual(['broken']);
  }
  expect(await server.get(`${production}/flags/newer`)).toMatchObject({
    status: 200,
    body: { key: 'newer' },
  });
});

test('targeting that a newer version wrote hides its flag alone, and in its environment alone', async () => {
  const { shared, production } = await aProject('newer-targeting');
  await server.post(`${shared}/flags`, { key: 'newer', name: 'Newer', kind: 'boolean' });
  const rule = { id: 'r', clauses: [{ attribute: 'a', op: 'resembles', values: ['x'] }], variation: 0 };
  await transact(server.latchkey.db, (tx) =>
    sql`update resource set body = body || ${JSON.stringify({ rules: [rule] })}::jsonb
      where project = 'newer-targeting' and environment = 'production' and kind = 'flag_targeting' and id = 'newer'`.execute(
      tx,
    ),
  );
  const seen = async (list: string) =>
    (await server.get(list)).as<{ items: { key: string }[]; unreadable: string[] }>();
  const here = await seen(`${production}/flags`);
  expect(here.items.map(({ key }) => key)).toEqual(['checkout']);
  expect(here.unreadable).toEqual(['newer']);
  const elsewhere = await seen(`${shared}/environments/staging/flags`);
  expect(elsewhere.items.map(({ key }) => key)).toEqual(['checkout', 'newer']);
  expect(elsewhere.unreadable).toEqual([]);
  expect(await server.get(`${production}/flags/newer`)).toMatchObject({
    status: 409,
    body: { code: 'flag_unreadable' },
  });
});

test('names that would reach into prototypes are refused wherever they are written', async () => {
  const { shared, edit } = await aProject('prototypes');
  const create = await server.post(`${shared}/flags`, { key: '__proto__', name: 'Proto', kind: 'boolean' });
  expect(create.status).toBe(400);
  const clause = { contextKind: '__proto__', attribute: 'a', op: 'in', values: ['x'] };
  const rule = await edit({
    kind: 'flag.add-rule',
    input: { flag, rule: { clauses: [clause], variation: 0 } },
  });
  expect(rule).toMatchObject({ status: 400, ...problem('clause_invalid', '#/rule/clauses/0/contextKind') });
  const target = await edit({
    kind: 'flag.add-targets',
    input: { flag, variation: 0, contextKind: '__proto__', keys: ['x'] },
  });
  expect(target).toMatchObject({ status: 400, ...problem('invalid_request', '#/contextKind') });
  const named = await edit({ kind: 'flag.add-targets', input: { flag, variation: 0, keys: ['__proto__'] } });
  expect(named).toMatchObject({ status: 200 });
});
