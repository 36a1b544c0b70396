import { createClient } from '@latchkey/sdk';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { Api } from '../api.ts';
import { launchDarklySends } from '../launchdarkly.ts';
import { somebody } from '../people.ts';

const home = '/main-job/production';
const production = '/projects/main-job/environments/production';
const feature = 'advanced-reports';

/** What an application may wait, from the moment at which the person reads that it is done. */
const promised = { timeout: 2_000, intervals: [20] };

test('a flag in LaunchDarkly becomes a right that sales gives and the running application sees', async ({
  browser,
  baseURL,
}, testInfo) => {
  const api = new Api(baseURL);
  await api.post('/projects', { key: 'main-job', name: 'The shop' });
  for (const [key, name] of [
    ['acme', 'Acme'],
    ['globex', 'Globex'],
  ])
    await api.post(`${production}/customers`, { key, name });
  const keyOf = async (kind: string) =>
    (await api.post<{ value: string }>(`${production}/keys`, { kind })).value;
  const clientKey = await keyOf('client-application');

  // The customers' application has been running before anything else happens, and is not started again.
  const application = createClient({ address: baseURL ?? '', sdkKey: await keyOf('sdk'), folder: null });
  try {
    expect((await application.ready()).state).toBe('live');
    const acme = await application.customer('acme');
    const globex = await application.customer('globex');
    expect(acme.check(feature)).toMatchObject({ allowed: false, reason: 'feature_unknown' });

    const mira = await somebody(browser, api, 'Mira', 'product');
    await mira.goto(`${home}/features`);
    await expect(mira.getByText('There are no features yet')).toBeVisible();

    await test.step('an engineer’s flag, once it is tagged, is a feature', async () => {
      const otto = await somebody(browser, api, 'Otto', 'administrator');
      const endpoint = await connectLaunchDarkly(otto);
      const flag = { key: feature, name: 'Advanced reports' };
      const created = { id: 'e1', action: 'createFlag', version: 1, tags: [] } as const;
      expect(await launchDarklySends(endpoint, flag, created)).toBe('ignored');
      const tagged = { id: 'e2', action: 'updateTags', version: 2, tags: ['EntitledFeature'] } as const;
      expect(await launchDarklySends(endpoint, flag, tagged)).toBe('applied');
      await otto.reload();
      await expect(otto.getByText('What it sent lately')).toBeVisible();
      await keep(otto, testInfo, '1 connection');
    });

    await test.step('the product manager finds it, packages it and publishes the plan', async () => {
      const row = mira.getByRole('row', { name: /Advanced reports/ });
      await expect(row).toContainText('LaunchDarkly');
      await keep(mira, testInfo, '2 feature');
      await packageAndPublish(mira);
      await keep(mira, testInfo, '3 plan');
    });

    const sam = await somebody(browser, api, 'Sam', 'sales');
    await test.step('the salesperson puts Acme on it with ten seats, and the application knows', async () => {
      await putOnPlan(sam);
      await expect.poll(() => acme.isEntitled(feature), promised).toBe(true);
      expect(acme.explain(feature).sentence).toContain('TestProduct');
      await expect(sam.getByRole('region', { name: 'What they have' })).toContainText('Advanced reports');
      await keep(sam, testInfo, '4 acme');
    });

    await test.step('Globex gets it out of goodwill until a date, and the application knows', async () => {
      expect(globex.isEntitled(feature)).toBe(false);
      await giveGoodwill(sam);
      await expect.poll(() => globex.isEntitled(feature), promised).toBe(true);
      expect(globex.check(feature).nextChangeAt).toMatch(/^2\d{3}-/);
      await keep(sam, testInfo, '5 globex');
    });

    await test.step('one seat is taken, and the look-up answers in the sample’s fields and numbers', async () => {
      await activateSeat(sam);
      await keep(sam, testInfo, '6 seat');
      const reply = await fetch(`${baseURL}/ems/api/v5/entitledFeatures?customerIdentifier=acme`, {
        headers: { 'x-api-key': clientKey },
      });
      const answer = await reply.json();
      expect(JSON.stringify(answer)).toBe(
        JSON.stringify({
          entitledFeatures: [
            {
              name: feature,
              startDate: '2022-05-21',
              endDate: '2500-12-31',
              product: 'TestProduct 1.0',
              totalQuantity: 10,
              availableQuantity: 9,
              consumedQuantity: 1,
              eId: answer.entitledFeatures[0].eId,
              enabled: true,
              lastModifiedDate: answer.entitledFeatures[0].lastModifiedDate,
            },
          ],
        }),
      );
      expect(answer.entitledFeatures[0].lastModifiedDate).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    });

    await test.step('the ledger says who, what, when and why', async () => {
      await sam.goto(`${home}/ledger`);
      const change = (what: RegExp) => sam.getByRole('listitem').filter({ hasText: what });
      const goodwill = change(/Sam gave a grant of Advanced reports · globex/);
      await expect(goodwill).toContainText('For the outage of 3 March');
      await expect(goodwill.getByRole('time')).toHaveAttribute('datetime', /^2\d{3}-\d\d-\d\dT/);
      await goodwill.getByRole('button').first().click();
      await expect(goodwill.getByRole('link', { name: 'https://status.shop.example/3' })).toBeVisible();
      await expect(change(/Sam put the customer on a plan.* · acme/)).toContainText(
        'Signed today, ten seats',
      );
      await expect(change(/Sam activated a seat for ada@acme.example · acme/)).toContainText(
        'Ada starts on Monday',
      );
      await expect(change(/Mira published the plan testproduct/)).toContainText('Sold from today');
      const arrival = change(/LaunchDarkly \(connection\) told of the flag Advanced reports/);
      await expect(arrival).toContainText('emil@shop.example');
      await keep(sam, testInfo, '7 ledger');
    });

    await test.step('all of it fits on a telephone', async () => {
      await sam.setViewportSize({ width: 390, height: 844 });
      for (const path of ['/customers', '/customers/acme', '/customers/globex', '/features', '/ledger']) {
        await sam.goto(`${home}${path}`);
        await expect(sam.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await sam.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      }
      await keep(sam, testInfo, '8 telephone');
    });
  } finally {
    await application.close();
  }
});

async function connectLaunchDarkly(otto: Page) {
  await otto.goto(`${home}/connections`);
  await otto.getByRole('button', { name: 'Connect a system' }).click();
  const form = otto.getByRole('dialog', { name: 'Connect a system' });
  await form.getByLabel('Why').fill('Our flags live there');
  await form.getByRole('button', { name: 'Connect LaunchDarkly' }).click();
  const issued = otto.getByRole('dialog').filter({ hasText: 'I have copied it' });
  const secret = await issued.getByRole('textbox', { name: 'Secret' }).inputValue();
  await issued.getByRole('button', { name: 'I have copied it' }).click();
  const url = await otto
    .getByRole('region', { name: 'LaunchDarkly' })
    .getByLabel('URL', { exact: true })
    .inputValue();
  return { url, secret };
}

async function packageAndPublish(mira: Page): Promise<void> {
  await mira.getByRole('link', { name: 'Plans' }).click();
  await mira.getByRole('button', { name: 'Create a plan' }).click();
  const creating = mira.getByRole('dialog', { name: 'Create a plan' });
  await creating.getByRole('textbox', { name: 'Name' }).fill('TestProduct');
  await creating.getByLabel('Why').fill('A product to sell the reports with');
  await creating.getByRole('button', { name: 'Create the plan' }).click();
  await expect(mira.getByRole('heading', { level: 1, name: 'TestProduct' })).toBeVisible();

  await mira.getByRole('button', { name: 'Change the contents' }).click();
  await mira.getByRole('checkbox', { name: 'Advanced reports' }).check();
  await mira.getByRole('button', { name: 'Review' }).click();
  const saving = mira.getByRole('dialog');
  await saving.getByLabel('Why').fill('Reports are what it is about');
  await saving.getByRole('button', { name: 'Save version 1' }).click();

  await mira.getByRole('button', { name: 'Publish version 1' }).click();
  const publishing = mira.getByRole('dialog');
  await publishing.getByLabel('Why').fill('Sold from today');
  await publishing.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(mira.getByText('Version 1 in Production')).toBeVisible();
}

async function putOnPlan(sam: Page): Promise<void> {
  await sam.goto(`${home}/customers`);
  await sam.getByRole('link', { name: 'Acme' }).click();
  await sam.getByRole('button', { name: 'Put on a plan' }).click();
  const form = sam.getByRole('dialog', { name: 'Put Acme on a plan' });
  await form.getByRole('combobox', { name: 'Plan' }).click();
  await sam.getByRole('option', { name: 'TestProduct' }).click();
  await form.getByLabel('Seats').fill('10');
  await form.getByLabel('First day').fill('2022-05-21');
  await form.getByLabel('Why').fill('Signed today, ten seats');
  await expect(form.getByRole('region', { name: 'What this does' })).toContainText('1 customer');
  await form.getByRole('button', { name: 'Put on the plan' }).click();
  await expect(sam.getByText('Acme is on TestProduct.')).toBeVisible();
}

async function giveGoodwill(sam: Page): Promise<void> {
  await sam.goto(`${home}/customers/globex`);
  await sam.getByRole('button', { name: 'Give a grant' }).click();
  const form = sam.getByRole('dialog', { name: 'Give Globex a grant' });
  await form.getByRole('combobox', { name: 'Feature' }).click();
  await sam.getByRole('option', { name: 'Advanced reports' }).click();
  await form.getByRole('button', { name: '30 days' }).click();
  await form.getByLabel('Why').fill('For the outage of 3 March');
  await form.getByRole('button', { name: 'Add a link' }).click();
  await form.getByRole('textbox', { name: 'Link 1' }).fill('https://status.shop.example/3');
  await form.getByRole('button', { name: 'Give the grant' }).click();
  await expect(sam.getByText('Globex has the grant.')).toBeVisible();
}

async function activateSeat(sam: Page): Promise<void> {
  await sam.goto(`${home}/customers/acme`);
  await sam.getByRole('button', { name: 'Who sits where' }).click();
  await sam.getByRole('button', { name: 'Activate a seat' }).click();
  const form = sam.getByRole('dialog', { name: 'Activate a seat on TestProduct' });
  await form.getByRole('textbox', { name: 'User' }).fill('ada@acme.example');
  await form.getByLabel('Why').fill('Ada starts on Monday');
  await form.getByRole('button', { name: 'Activate the seat' }).click();
  await expect(sam.getByRole('dialog').getByText('ada@acme.example', { exact: true })).toBeVisible();
}

/** A picture of the whole page, kept with the results. */
const keep = (page: Page, testInfo: TestInfo, name: string) =>
  page.screenshot({ path: testInfo.outputPath(`${name}.png`), fullPage: true });
