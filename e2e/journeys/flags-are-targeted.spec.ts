import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import { expect, type Locator, type Page, type TestInfo, test } from '@playwright/test';
import { Api } from '../api.ts';
import { somebody } from '../people.ts';

const home = '/targeting/production';
const production = '/projects/targeting/environments/production';

/** What a connected application may wait, from the moment at which the person reads that it is saved. */
const promised = { timeout: 2_000, intervals: [20] };

test('an engineer releases a flag to banks, sees whom that touches, and the running application follows', async ({
  browser,
  baseURL,
}, testInfo) => {
  test.setTimeout(180_000);
  const api = new Api(baseURL);
  await api.post('/projects', { key: 'targeting', name: 'The shop' });
  for (const [key, name, industry] of [
    ['acme', 'Acme', 'Retail'],
    ['corvendale', 'Corvendale Bank', 'Banking'],
    ['glimmer', 'Glimmer Bank', 'Banking'],
  ])
    await api.post(`${production}/customers`, { key, name, attributes: { industry } });
  const { value: sdkKey } = await api.post<{ value: string }>(`${production}/keys`, { kind: 'sdk' });

  const emil = await somebody(browser, api, 'Emil', 'administrator');
  await test.step('the flag is created, and switched on with nobody in it', async () => {
    await emil.goto(`${home}/flags`);
    await expect(emil.getByText('There are no flags yet')).toBeVisible();
    await createFlag(emil);
    await review(emil, async () => {
      await switchOn(emil);
      await choose(emil, emil.getByRole('combobox', { name: 'Everybody else gets' }), 'false');
    });
    await save(emil, 'Everybody stays as they are');
  });

  const application = init(sdkKey, ofLatchkey(baseURL));
  try {
    await application.waitForInitialization({ timeout: 10 });
    expect(await isOn(application, 'Banking')).toBe(false);

    await test.step('a rule gives it to banks; two of three customers get something else', async () => {
      await addRule(emil, 'Banks first', 'industry', 'Banking');
      await keep(emil, testInfo, '1 draft');
      await emil.getByRole('button', { name: 'Review and save' }).click();
      const form = emil.getByRole('dialog');
      await expect(form.getByRole('list', { name: 'What changes' })).toContainText(
        'Banks first: if customer’s industry is Banking, they get true',
      );
      await expect(form.getByRole('region', { name: 'What this does' })).toContainText(
        '2 customers get something else',
      );
      await keep(emil, testInfo, '2 review');
      await save(emil, 'Banks asked for it');
      await expect.poll(() => isOn(application, 'Banking'), promised).toBe(true);
      expect(await isOn(application, 'Retail')).toBe(false);
    });

    await test.step('one customer more is named until a date', async () => {
      await emil.getByRole('button', { name: 'Name somebody for true' }).click();
      await emil.getByRole('textbox', { name: 'Keys that get true' }).fill('acme');
      await emil.getByRole('button', { name: '30 days' }).click();
      await emil.getByRole('button', { name: 'Name 1 customer' }).click();
      await emil.getByRole('button', { name: 'Review and save' }).click();
      await save(emil, 'Acme tries it for a month');
      await expect.poll(() => isOn(application, 'Retail', 'acme'), promised).toBe(true);
    });

    await test.step('the history says who, what and why', async () => {
      await emil.getByRole('tab', { name: 'History' }).click();
      const history = emil.getByRole('region', { name: 'History' });
      const release = history.getByRole('listitem').filter({ hasText: 'Banks asked for it' });
      await expect(release).toContainText('Emil changed the rules of new-checkout');
      await expect(history).toContainText('Acme tries it for a month');
      await keep(emil, testInfo, '3 history');
    });

    await test.step('the playground says why a bank gets it and a shop does not', async () => {
      await emil.getByRole('link', { name: 'Try it' }).click();
      await emil.getByRole('combobox', { name: 'Customer' }).fill('glimmer');
      const steps = emil.getByRole('list', { name: 'Each step of why' });
      await expect(steps).toContainText('Rule 1, Banks first, fits: they get true.');
      await expect(steps).toContainText('customer’s industry is Banking: yes');
      await keep(emil, testInfo, '4 playground');
    });
  } finally {
    await application.close();
  }
});

test('what is not saved is not lost unasked', async ({ browser, baseURL }) => {
  const emil = await somebody(browser, new Api(baseURL), 'Emil', 'administrator');
  await emil.goto('/demo/staging/flags/dark-mode');
  await switchOver(emil);
  await expect(emil.getByText('1 unsaved change')).toBeVisible();
  await emil.getByRole('tab', { name: 'History' }).click();
  await emil.getByRole('tab', { name: 'Targeting (not saved)' }).click();
  await emil.getByRole('link', { name: 'Segments' }).click();
  const asking = emil.getByRole('dialog', { name: 'Leave without saving?' });
  await asking.getByRole('button', { name: 'Stay here' }).click();
  await expect(emil.getByText('1 unsaved change')).toBeVisible();
  await emil.getByRole('link', { name: 'Segments' }).click();
  await asking.getByRole('button', { name: 'Leave and lose them' }).click();
  await expect(emil.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
});

const ofLatchkey = (address: string | undefined) => ({
  baseUri: `${address}/ld`,
  streamUri: `${address}/ld`,
  eventsUri: `${address}/ld`,
  logger: silent,
});
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const isOn = (application: LDClient, industry: string, key = 'somebody'): Promise<boolean> =>
  application.boolVariation('new-checkout', { kind: 'customer', key, industry }, false);

async function createFlag(emil: Page): Promise<void> {
  await emil.getByRole('button', { name: 'Create a flag' }).click();
  const form = emil.getByRole('dialog', { name: 'Create a flag' });
  await form.getByRole('textbox', { name: 'Name' }).fill('New checkout');
  await form.getByLabel('Why').fill('The checkout is rebuilt');
  await form.getByRole('button', { name: 'Create the flag' }).click();
  await expect(emil.getByRole('heading', { level: 1, name: 'New checkout' })).toBeVisible();
}

async function addRule(emil: Page, name: string, attribute: string, value: string): Promise<void> {
  await emil.getByRole('button', { name: 'Add a rule' }).click();
  await emil.getByRole('textbox', { name: 'Name of the rule' }).fill(name);
  const rule = emil.getByRole('group', { name, exact: true });
  await rule.getByRole('combobox', { name: 'Condition 1: attribute' }).fill(attribute);
  await rule.getByRole('combobox', { name: 'Condition 1: values', exact: true }).fill(value);
  await emil.keyboard.press('Enter');
  await choose(emil, rule.getByRole('combobox', { name: `${name}: they get` }), 'true');
}

async function choose(emil: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await emil.getByRole('option', { name: option, exact: true }).click();
}

/** The switch in the draft; the one in the head of the page is a deed of its own. */
const theSwitch = (emil: Page) => emil.getByRole('region', { name: 'Who gets what' }).getByRole('switch');
const switchOn = (emil: Page) => theSwitch(emil).check({ force: true });
const switchOver = (emil: Page) => theSwitch(emil).click({ force: true });

async function review(emil: Page, edits: () => Promise<void>): Promise<void> {
  await edits();
  await emil.getByRole('button', { name: 'Review and save' }).click();
}

async function save(emil: Page, why: string): Promise<void> {
  const form = emil.getByRole('dialog');
  await form.getByLabel('Why').fill(why);
  await form.getByRole('button', { name: /^Save \d/ }).click();
  await expect(emil.getByText('was saved in Production').last()).toBeVisible();
  await expect(form).toHaveCount(0);
}

/** A picture of the whole page, kept with the results. */
const keep = (page: Page, testInfo: TestInfo, name: string) =>
  page.screenshot({ path: testInfo.outputPath(`${name}.png`), fullPage: true });
