import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, focused, hasBrowser, looks, open, startBrowser } from './browser.ts';
import { type StartedProject, startProject } from './started-project.ts';

describe.skipIf(!hasBrowser)('the list of links', () => {
  let browser: Browser;
  let project: StartedProject;

  const make = (code: string, more: object = {}) =>
    fetch(`${project.url}/api/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `https://example.com/${code}`, code, ...more }),
    });
  const statusOf = async (code: string) => (await fetch(`${project.url}/api/links/${code}`)).status;

  beforeAll(async () => {
    browser = await startBrowser();
    project = await startProject('web,api');
  });
  afterAll(async () => {
    await browser?.close();
    await project?.stop();
  });

  it('is empty at first, and has each link as soon as it is made', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    await page.getByText('None yet.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Long address').fill('https://example.com/first');
    await page.getByLabel('Your own ending').fill('first');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByRole('link', { name: '/first' }).waitFor();
    expect(await page.getByText('None yet.').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes on page by page, and the focus with it', async () => {
    for (let index = 10; index < 34; index++) await make(`page-${index}`);
    const { page, close } = await open(browser, project.url);
    const rows = page.getByRole('listitem');
    const more = page.getByRole('button', { name: 'Show older links' });
    const codes = () => rows.locator('a').allTextContents();
    for (const [count, first] of [
      [10, '/page-33'],
      [20, '/page-23'],
      [25, '/page-13'],
    ] as const) {
      await expect.poll(() => rows.count()).toBe(count);
      if (count > 10) await expect.poll(() => focused(page)).toBe(`link-${first.slice(1)}`);
      if (await more.isVisible()) await more.press('Enter');
    }
    expect(new Set(await codes()).size).toBe(25);
    expect(await more.isVisible()).toBe(false);
    await close();
  });

  it('deletes a link only after asking, and never loses the focus', async () => {
    for (const code of ['older', 'middle', 'newest']) await make(code);
    const { page, complaints, close } = await open(browser, project.url);
    const row = page.getByRole('listitem').filter({ hasText: '/middle' });
    const remove = row.getByRole('button', { name: 'Delete' });
    await remove.press('Enter');
    expect(await page.getByRole('dialog').textContent()).toMatch('Delete /middle?');
    expect(await focused(page)).toBe('Keep it');
    await page.keyboard.press('Escape');
    expect([await statusOf('middle'), await focused(page)]).toEqual([200, 'Delete']);
    await remove.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
    expect(await statusOf('middle')).toBe(404);
    const next = page.getByRole('listitem').filter({ hasText: '/older' });
    expect(await next.locator('.remove:focus').count()).toBe(1);
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Deleted middle');
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes a link that is gone already for deleted, and shows what else went wrong', async () => {
    for (const code of ['gone', 'stays']) await make(code);
    const { page, close } = await open(browser, project.url);
    const rowOf = (code: string) =>
      page.getByRole('listitem').filter({ has: page.locator(`#link-${code}`) });
    const remove = async (code: string) => {
      await rowOf(code).getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    };
    await rowOf('gone').waitFor();
    await fetch(`${project.url}/api/links/gone`, { method: 'DELETE' });
    await remove('gone');
    await rowOf('gone').waitFor({ state: 'detached' });
    await page.route('**/api/links/*', (route) => route.abort());
    await remove('stays');
    await page.getByText('The service cannot be reached.').waitFor();
    expect(await rowOf('stays').count()).toBe(1);
    await close();
  });

  it('says that the service cannot be reached when not even the first page comes', async () => {
    const { page, close } = await open(browser, project.url);
    await page.route('**/api/links?*', (route) => route.abort());
    await page.reload();
    await page.getByText('The service cannot be reached.').waitFor();
    expect(await page.getByText('None yet.').isVisible()).toBe(false);
    await close();
  });

  it.each(looks)('has no barrier, $width px wide and $colorScheme', async (look) => {
    await make('soon-over', { expiresAt: new Date(Date.now() + 300).toISOString() });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { page, complaints, close } = await open(browser, project.url, look);
    await page.getByText('Expired').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete' }).first().click();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
