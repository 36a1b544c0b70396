import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Api } from '../api.ts';
import { somebody } from '../people.ts';

const demo = '/demo/production';
const place = '/projects/demo/environments/production';

const desk = { width: 1440, height: 900 };
const telephone = { width: 390, height: 844 };

interface Keyed {
  readonly items: readonly { readonly key: string }[];
}

/** A page, and the buttons on it that open a form or a search. */
interface Visit {
  readonly path: string;
  readonly opens?: readonly string[];
  /** Buttons that unfold something within the page, pressed before it is looked at. */
  readonly unfolds?: readonly string[];
}

test('every page and form is accessible in light and dark, fits a telephone, and is silent in the console', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const api = new Api(baseURL);
  const page = await somebody(browser, api, 'Otto', 'administrator');
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()} threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${page.url()} said in the console: ${message.text()}`);
  });
  for (const { path, opens = [], unfolds = [] } of await everyPage(api)) {
    await open(page, path);
    for (const button of unfolds) await page.getByRole('button', { name: button }).first().click();
    problems.push(...(await violations(page, path)));
    await page.setViewportSize(telephone);
    if (!(await fits(page, telephone.width))) problems.push(`${path} scrolls sideways on a telephone`);
    await page.setViewportSize(desk);
    for (const button of opens) {
      await page.getByRole('button', { name: button }).first().click();
      await expect(page.getByRole('dialog').first()).toBeVisible();
      problems.push(...(await violations(page, `${path}, ${button}`, '[role="dialog"]')));
      await open(page, path);
    }
  }
  expect(problems, problems.join('\n')).toEqual([]);
});

test('whoever is still outside finds doors that are accessible', async ({ page }) => {
  const problems: string[] = [];
  for (const path of ['/sign-in', '/welcome', '/nowhere']) {
    await open(page, path);
    problems.push(...(await violations(page, path)));
  }
  expect(problems, problems.join('\n')).toEqual([]);
});

/** Every room of the house, and one of each thing that has a page of its own. */
async function everyPage(api: Api): Promise<readonly Visit[]> {
  const first = async (path: string) => {
    const [item] = (await api.get<Keyed>(path)).items;
    if (!item) throw new Error(`The demo has nothing at ${path}.`);
    return item.key;
  };
  const customer = await first(`${place}/customers?plan=gold`);
  const [feature, plan, flag, segment] = await Promise.all([
    first('/projects/demo/features'),
    first(`${place}/plans`),
    first(`${place}/flags`),
    first(`${place}/segments`),
  ]);
  const { items } = await api.get<{ items: { id: string }[] }>(`${place}/changes?status=pending`);
  const waiting = items[0]?.id ?? '';
  // Nothing listens there: what matters is that the page shows it.
  const { id: webhook } = await api.post<{ id: string }>('/webhooks', {
    name: 'Journeys',
    url: 'http://127.0.0.1:9/journeys',
    sign: false,
  });
  return [
    { path: demo, opens: ['Search'] },
    { path: `${demo}/customers`, opens: ['Add a customer'] },
    {
      path: `${demo}/customers/${customer}`,
      opens: ['Put on a plan', 'Give a grant', 'Change seats', 'Who sits where'],
    },
    { path: `${demo}/features`, opens: ['Create a feature'] },
    { path: `${demo}/features/${feature}` },
    { path: `${demo}/plans`, opens: ['Create a plan'] },
    { path: `${demo}/plans/${plan}` },
    { path: `${demo}/flags`, opens: ['Create a flag'] },
    {
      path: `${demo}/flags/${flag}`,
      unfolds: ['Add a rule', 'And another condition', 'Name somebody'],
    },
    { path: `${demo}/flags/${flag}?tab=variations`, opens: ['Edit the variations'] },
    { path: `${demo}/flags/${flag}?tab=history` },
    {
      path: `${demo}/flags/ai-assistant?tab=settings`,
      opens: ['Edit the details', 'Copy from Staging'],
    },
    { path: `${demo}/flags/${flag}?tab=insights` },
    { path: `${demo}/clean-up`, opens: ['Archive Dark mode'] },
    { path: `${demo}/segments`, opens: ['Create a segment'] },
    { path: `${demo}/segments/${segment}`, opens: ['Add members', 'Upload a file'] },
    { path: `${demo}/segments/${segment}?tab=rules`, unfolds: ['Add a rule'] },
    { path: `${demo}/segments/${segment}?tab=use` },
    { path: `${demo}/playground` },
    { path: `${demo}/playground?customer=${customer}` },
    { path: `${demo}/playground?customer=${customer}&flag=ai-assistant` },
    { path: `${demo}/ledger` },
    { path: `${demo}/changes` },
    { path: `${demo}/changes?show=over` },
    { path: `${demo}/changes/${waiting}`, opens: ['Approve', 'Reject', 'Take it back'] },
    { path: `${demo}/guardrails`, opens: ['Add a guardrail'] },
    { path: `${demo}/connections`, opens: ['Connect a system'] },
    { path: `${demo}/webhooks`, opens: ['Add a webhook'] },
    { path: `${demo}/webhooks/${webhook}`, opens: ['Change the signature'] },
    { path: `${demo}/settings`, opens: ['Edit the environment', 'Add an environment'] },
    { path: `${demo}/keys`, opens: ['Create a key'] },
    { path: `${demo}/members`, opens: ['Invite somebody'] },
  ];
}

/** The page with what it asked the server for; lists and histories that keep a stream open never fall silent. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByLabel('Loading')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
}

/** Whether nothing sticks out at the side, once what moves with the window has come to rest. */
const fits = (page: Page, width: number): Promise<boolean> =>
  page
    .waitForFunction((most) => document.documentElement.scrollWidth <= most, width, { timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );

/**
 * What axe has against a page or a part of it, one line each: where, which rule, which element. Only colours differ in
 * the dark, so there it is asked about those alone.
 */
async function violations(page: Page, where: string, part = 'html'): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    const axe = new AxeBuilder({ page }).include(part);
    const found = await (scheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    for (const { id, help, nodes } of found.violations)
      for (const { target } of nodes)
        lines.push(`${where}, ${scheme}: ${help} (${id}) at ${target.join(' ')}`);
  }
  return lines;
}
