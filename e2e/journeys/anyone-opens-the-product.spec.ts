import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('whoever opens the address finds Latchkey, and nothing there is out of reach', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Latchkey/);
  await expect(page.getByRole('heading').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
