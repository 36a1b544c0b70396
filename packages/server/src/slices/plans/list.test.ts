import type { Place, Subscription } from '@latchkey/model';
import { anItem, aPlan, aPlanVersion, aPublication, aSubscription, at, on } from '@latchkey/testkit/builders';
import { createDatabase } from '@latchkey/testkit/database';
import { expect, onTestFinished, test } from 'vitest';
import { mutate } from '../../kernel/changes/operation.ts';
import { type Database, openDatabase } from '../../kernel/store/database.ts';
import { tableStore } from '../../kernel/store/resources.ts';
import { transact } from '../../kernel/store/transact.ts';
import { planStore, plansIn, publicationStore, versionStore } from './list.ts';

const here: Place = { project: 'shop', environment: 'production' };
const now = at('2026-03-15');

async function aDatabase(): Promise<Database> {
  const made = await createDatabase();
  const database = openDatabase({ connection: made.connection, log: () => undefined });
  onTestFinished(async () => {
    await database.close();
    await made[Symbol.asyncDispose]();
  });
  return database;
}

async function keep(database: Database, subscriptions: readonly Subscription[], place = here) {
  const store = tableStore('subscription');
  await transact(database, async (tx) => {
    for (const subscription of subscriptions) {
      await store.keep(tx, mutate('subscription', place, null, subscription), on('2026-03-01'));
    }
  });
}

async function keepPlans(database: Database) {
  const at = on('2026-01-01');
  await transact(database, async (tx) => {
    for (const [key, rank] of [
      ['gold', 3],
      ['bronze', 1],
      ['silver', 2],
    ] as const) {
      await planStore.keep(tx, mutate('plan', here, null, aPlan({ key, rank, latestVersion: 2 })), at);
    }
    for (const version of [1, 2]) {
      const made = aPlanVersion({ plan: 'gold', version });
      await versionStore.keep(tx, mutate('plan_version', here, null, made), at);
    }
    const editions = [
      { version: 1, from: on('2026-01-01') },
      { version: 2, from: on('2026-04-01') },
    ];
    const publication = aPublication({ plan: 'gold', editions });
    await publicationStore.keep(tx, mutate('plan_publication', here, null, publication), at);
  });
}

test('plans come by rank, each with its current version from the very moment on', async () => {
  const database = await aDatabase();
  await keepPlans(database);
  const versionsAt = async (moment: number) =>
    (await plansIn(database.reader, here, moment)).map(({ key, current }) => [key, current?.version ?? null]);
  const others = [
    ['bronze', null],
    ['silver', null],
  ];
  expect(await versionsAt(at('2026-04-01') - 1)).toEqual([...others, ['gold', 1]]);
  expect(await versionsAt(at('2026-04-01'))).toEqual([...others, ['gold', 2]]);
  expect(await versionsAt(at('2025-12-31'))).toEqual([...others, ['gold', null]]);
});

test('a customer counts for a plan once, while an active item of theirs runs', async () => {
  const database = await aDatabase();
  await keepPlans(database);
  const gold = (said = {}) => anItem({ plan: 'gold', from: on('2026-01-01'), ...said });
  await keep(database, [
    aSubscription({ eId: 'e_1', customer: 'acme', items: [gold(), gold({ pkId: 'pk_2' })] }),
    aSubscription({ eId: 'e_2', customer: 'acme', items: [gold({ pkId: 'pk_3' })] }),
    aSubscription({ eId: 'e_3', customer: 'blue', items: [gold({ to: on('2026-03-16') })] }),
    aSubscription({ eId: 'e_4', customer: 'over', items: [gold({ to: on('2026-03-15') })] }),
    aSubscription({ eId: 'e_5', customer: 'soon', items: [gold({ from: on('2026-03-16') })] }),
    aSubscription({ eId: 'e_6', customer: 'off', items: [gold({ state: 'disabled' })] }),
    aSubscription({ eId: 'e_7', customer: 'held', state: 'suspended', items: [gold()] }),
    aSubscription({ eId: 'e_8', customer: null, state: 'draft', items: [gold()] }),
    aSubscription({ eId: 'e_9', customer: 'small', items: [gold({ plan: 'silver' })] }),
  ]);
  await keep(database, [aSubscription({ eId: 'e_1', customer: 'else', items: [gold()] })], {
    ...here,
    environment: 'staging',
  });
  const counted = (await plansIn(database.reader, here, now)).map(({ key, customers }) => [key, customers]);
  expect(counted).toEqual([
    ['bronze', 0],
    ['silver', 1],
    ['gold', 2],
  ]);
});
