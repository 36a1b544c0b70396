import { type Browser, expect, type Page } from '@playwright/test';
import type { Api } from './api.ts';

/** A sentence, as the door recommends. Only this run's server knows it. */
const password = 'a brass key under the mat';

/**
 * Somebody with a role and a browser of their own: invited by the administrator, come in by the one-time link, with a
 * password that they chose.
 */
export async function somebody(
  browser: Browser,
  api: Api,
  name: string,
  role: string,
  screen: { readonly width: number; readonly height: number } = { width: 1440, height: 900 },
): Promise<Page> {
  const email = `${name.toLowerCase()}.${role}.${Math.random().toString(36).slice(2, 8)}@journeys.example`;
  const invited = await api.post<{ signInLink: { url: string } }>('/members', { email, name, roles: [role] });
  const context = await browser.newContext({ viewport: screen });
  const page = await context.newPage();
  await page.goto(invited.signInLink.url);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: `Signed in as ${name}, ${role}` })).toBeVisible();
  return page;
}
