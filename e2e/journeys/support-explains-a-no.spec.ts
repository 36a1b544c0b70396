import { expect, test } from '@playwright/test';
import { Api } from '../api.ts';
import { somebody } from '../people.ts';

const home = '/support-desk/production';
const project = '/projects/support-desk';
const production = `${project}/environments/production`;

/** A customer on the small plan asks for what only the larger ones have. */
async function aCustomerOnBronze(api: Api): Promise<void> {
  await api.post('/projects', { key: 'support-desk', name: 'Support desk' });
  await api.post(`${project}/features`, { key: 'chat', name: 'Chat support', kind: 'switch' });
  await api.post(`${project}/features`, { key: 'exports', name: 'Exports', kind: 'switch' });
  const contents = { Bronze: ['chat'], Silver: ['chat', 'exports'], Gold: ['chat', 'exports'] };
  for (const [rank, [name, features]] of Object.entries(contents).entries()) {
    const key = name.toLowerCase();
    await api.post(`${project}/plans`, { key, name, rank });
    const items = features.map((feature) => ({ feature, effect: 'allow' }));
    const { version } = await api.post<{ version: number }>(`${project}/plans/${key}/versions`, { items });
    await api.post(`${production}/plans/${key}/publish`, { version });
  }
  await api.post(`${production}/customers`, { key: 'northwind', name: 'Northwind Traders' });
  await api.post(`${production}/customers/northwind/subscriptions`, {
    state: 'active',
    items: [{ plan: 'bronze', quantity: 5, from: '2026-01-01T00:00:00Z' }],
  });
}

test('Ida finds out why a customer lacks a feature, what would help, and helps as far as she may', async ({
  browser,
  baseURL,
}, testInfo) => {
  const api = new Api(baseURL);
  await aCustomerOnBronze(api);
  const ida = await somebody(browser, api, 'Ida', 'support');
  await ida.goto(home);
  await expect(ida.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the palette leads to the customer without a mouse', async () => {
    await ida.keyboard.press('Control+k');
    await expect(ida.getByRole('textbox', { name: 'Search' })).toBeFocused();
    await ida.keyboard.type('northw');
    await expect(ida.getByRole('button', { name: /Northwind Traders/ })).toBeVisible();
    await ida.keyboard.press('ArrowDown');
    await ida.keyboard.press('Enter');
    await expect(ida.getByRole('heading', { level: 1, name: 'Northwind Traders' })).toBeVisible();
  });

  const has = ida.getByRole('region', { name: 'What they have' });
  await test.step('the no is a sentence, and names the smallest plan that would make it a yes', async () => {
    await has.getByText('Has not', { exact: true }).click();
    const row = has.getByRole('listitem').filter({ hasText: 'Exports' }).first();
    await expect(row).toContainText(/not/);
    await row.getByRole('button', { name: /Exports/ }).click();
    await expect(row).toContainText('No plan and no grant gives it.');
    await expect(row).toContainText(/What would unlock it: Silver/);
    await ida.screenshot({ path: testInfo.outputPath('1 why not.png'), fullPage: true });
  });

  await test.step('what is beyond her role says why, and does nothing', async () => {
    const sell = ida.getByRole('button', { name: 'Put on a plan' });
    await expect(sell).toHaveAttribute('aria-disabled', 'true');
    await sell.focus();
    await sell.hover();
    await expect(ida.getByRole('tooltip')).toContainText(/role|administrator|may/i);
    await sell.press('Enter');
    await expect(ida.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('goodwill is within her role, and the answer turns at once', async () => {
    await ida.getByRole('button', { name: 'Give a grant' }).click();
    const form = ida.getByRole('dialog', { name: 'Give Northwind Traders a grant' });
    await form.getByRole('combobox', { name: 'Feature' }).click();
    await ida.getByRole('option', { name: 'Exports' }).click();
    await form.getByLabel('Why').fill('Their import failed twice; exports until it is mended');
    await expect(form.getByRole('region', { name: 'What this does' })).toContainText('1 customer');
    await form.getByRole('button', { name: 'Give the grant' }).click();
    await expect(ida.getByText('Northwind Traders has the grant.')).toBeVisible();
    await has.getByText('Has', { exact: true }).click();
    await expect(has.getByRole('listitem').filter({ hasText: 'Exports' }).first()).toContainText('Goodwill');
    await expect(ida.getByRole('region', { name: 'History' })).toContainText('Their import failed twice');
    await ida.screenshot({ path: testInfo.outputPath('2 goodwill.png'), fullPage: true });
  });
});
