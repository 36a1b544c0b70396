import pg from 'pg';
import type { Latchkey } from './latchkey.ts';

const project = '/api/v1/projects/shop';
export const shop = `${project}/environments/production`;

interface Shop {
  readonly clientApplicationKey: string;
  readonly sdkKey: string;
}

/** Plan `one` with the sample's single feature, plan `fifty` with fifty, and the keys that applications need. */
export async function openShop({ ask }: Latchkey): Promise<Shop> {
  await ask('POST', '/api/v1/projects', { key: 'shop', name: 'Shop' });
  const features = Array.from({ length: 50 }, (_, index) => `feature-${String(index).padStart(2, '0')}`);
  for (const key of features)
    await ask('POST', `${project}/features`, { key, name: `Feature ${key}`, kind: 'switch' });
  await sell({ ask }, 'one', features.slice(0, 1));
  await sell({ ask }, 'fifty', features);
  const key = async (kind: string): Promise<string> =>
    (await ask<{ value: string }>('POST', `${shop}/keys`, { kind })).value;
  return { clientApplicationKey: await key('client-application'), sdkKey: await key('sdk') };
}

async function sell({ ask }: Pick<Latchkey, 'ask'>, plan: string, features: readonly string[]) {
  await ask('POST', `${project}/plans`, { key: plan, name: `Plan ${plan}` });
  await ask('POST', `${project}/plans/${plan}/versions`, {
    items: features.map((feature) => ({ feature, effect: 'allow' })),
  });
  await ask('POST', `${shop}/plans/${plan}/publish`, { version: 1 });
}

/** A customer with ten seats on a plan, one of them taken: the numbers of the documented sample. */
export async function addCustomer({ ask }: Latchkey, key: string, plan: string): Promise<void> {
  await ask('POST', `${shop}/customers`, { key, name: `Customer ${key}`, externalId: `external-${key}` });
  const { eId, items } = await ask<{ eId: string; items: readonly { pkId: string }[] }>(
    'POST',
    `${shop}/customers/${key}/subscriptions`,
    { state: 'active', items: [{ plan, quantity: 10, from: '2022-05-21T00:00:00Z' }] },
  );
  await ask('POST', `${shop}/subscriptions/${eId}/activations`, {
    pkId: items[0]?.pkId,
    subject: { kind: 'user', key: `ada-${key}` },
  });
}

/** Three goodwill grants, as customers collect them. */
export async function giveGrants({ ask }: Latchkey, customer: string): Promise<void> {
  for (const feature of ['feature-01', 'feature-02', 'feature-03'])
    await ask('POST', `${shop}/customers/${customer}/grants`, {
      feature,
      effect: 'allow',
      origin: 'goodwill',
      reason: 'An outage in March',
    });
}

export const copyName = (number: number): string => `copy-${number}`;

/**
 * Many customers like one that was made through the API: its rows, copied inside the database with their names changed,
 * because a hundred thousand changes would take longer than everything that is measured.
 */
export async function copyCustomer(databaseUrl: string, customer: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into resource (kind, project, environment, id, version, body, parent, secondary, search)
       select kind, project, environment,
         case when kind = 'customer' then 'copy-' || n else id || '-' || n end,
         version,
         replace(replace(body::text, '"' || $1 || '"', '"copy-' || n || '"'), '"' || id || '"',
           '"' || case when kind = 'customer' then 'copy-' || n else id || '-' || n end || '"')::jsonb,
         case when parent = $1 then 'copy-' || n when parent = 'customer/' || $1 then 'customer/copy-' || n else parent end,
         secondary, search
       from resource, generate_series(1, $2::int) n
       where kind = 'customer' and id = $1 or parent = $1 or parent = 'customer/' || $1`,
      [customer, count],
    );
    await client.query(
      `insert into customer_identifier (project, environment, kind, value, customer)
       select project, environment, kind, value || '-' || n, 'copy-' || n
       from customer_identifier, generate_series(1, $2::int) n where customer = $1`,
      [customer, count],
    );
    // The database would do it by itself a little later, in the middle of what is measured.
    await client.query('vacuum (analyze) resource, customer_identifier');
  } finally {
    await client.end();
  }
}
