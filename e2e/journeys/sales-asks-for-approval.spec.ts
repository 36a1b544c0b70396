import { expect, test } from '@playwright/test';
import { Api } from '../api.ts';
import { somebody } from '../people.ts';

const place = '/projects/demo/environments/production';

test('Sam sells more seats than sales decides alone; Cleo is told, looks, and approves', async ({
  browser,
  baseURL,
}, testInfo) => {
  const api = new Api(baseURL);
  const customer = `grown-${Date.now()}`;
  await api.post(`${place}/customers`, { key: customer, name: 'Grown Gardens' });
  await api.post(`${place}/customers/${customer}/subscriptions`, {
    items: [{ plan: 'silver', quantity: 10 }],
  });
  const sam = await somebody(browser, api, 'Sam', 'sales');
  const cleo = await somebody(browser, api, 'Cleo', 'success', { width: 390, height: 844 });
  const quantity = async () =>
    (
      await api.get<{ items: { items: { quantity: number }[] }[] }>(
        `${place}/customers/${customer}/subscriptions`,
      )
    ).items[0]?.items[0]?.quantity;

  await test.step('the form says beforehand that it needs approval, and by whom', async () => {
    await sam.goto(`/demo/production/customers/${customer}`);
    await sam.getByRole('button', { name: 'Change seats' }).click();
    const form = sam.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Seats' }).fill('50');
    await expect(form.getByText('this adds 40')).toBeVisible();
    await expect(form.getByText(/customer success or an administrator/)).toBeVisible();
    await form.getByLabel('Why').fill('They open a second garden');
    await sam.screenshot({ path: testInfo.outputPath('1 needs approval.png') });
    await form.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(sam.getByText('Sent for approval')).toBeVisible();
    expect(await quantity()).toBe(10);
  });

  await test.step('Sam finds it under Changes, and cannot approve it', async () => {
    await sam.getByRole('link', { name: 'Changes' }).click();
    await sam.getByRole('link', { name: `Change the seats of ${customer}` }).click();
    await expect(sam.getByText('It is your own change. Somebody else has to approve it.')).toBeVisible();
  });

  await test.step('Cleo sees on her telephone what it does, and approves', async () => {
    await cleo.goto('/demo/production/changes');
    await cleo.getByRole('link', { name: `Change the seats of ${customer}` }).click();
    await expect(cleo.getByRole('region', { name: 'What this does' })).toContainText('1 customer is touched');
    await expect(cleo.getByRole('row', { name: /quantity/ })).toContainText('50');
    await cleo.screenshot({ path: testInfo.outputPath('2 what it does.png'), fullPage: true });
    await cleo.getByRole('button', { name: 'Approve' }).click();
    await cleo.getByRole('dialog').getByLabel('Comment').fill('They pay on time');
    await cleo.getByRole('button', { name: 'Approve it' }).click();
    await expect(cleo.getByText('Done', { exact: true }).first()).toBeVisible();
    expect(await quantity()).toBe(50);
  });

  await test.step('the history says who asked, who agreed, and what was done', async () => {
    await sam.goto(`/demo/production/customers/${customer}`);
    const history = sam.getByRole('region', { name: 'History' });
    await expect(history).toContainText('Sam asked for approval of a change');
    await expect(history).toContainText('Cleo approved a change');
    await expect(history).toContainText('Sam changed the seats');
  });
});
