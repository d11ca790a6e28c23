import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, focused, hasBrowser, looks, open, startBrowser } from './browser.ts';
import { type StartedProject, startProject } from './started-project.ts';

const long = 'https://example.com/2026/a/page/with/a/very/long/address?and=a&query=too';
let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await startBrowser();
});
afterAll(() => browser?.close());

describe.skipIf(!hasBrowser).each(['web', 'web,api'])('the page of a project with %s', (layers) => {
  let project: StartedProject;

  beforeAll(async () => {
    project = await startProject(layers);
  });
  afterAll(() => project?.stop());

  it('shortens a link and copies it, by the keyboard alone', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    await tabTo(page, 'url');
    await page.keyboard.type(long);
    await page.keyboard.press('Enter');
    await page.locator('#made').waitFor();
    expect(await focused(page)).toBe('made-copy');
    await page.keyboard.press('Enter');
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(new RegExp(`^${project.url}/\\w{7,}$`));
    const { headers } = await fetch(copied, { redirect: 'manual' });
    expect(headers.get('location')).toBe(long);
    await expect.poll(() => page.getByRole('status').textContent()).toBe(`Copied ${copied}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes an ending and an end of one’s own, and an address without https://', async () => {
    const { page, close } = await open(browser, project.url);
    await page.getByLabel('Long address').fill('example.com/menu');
    await page.getByLabel('Your own ending').fill('menu');
    await page.getByLabel('Works until').fill('2099-01-01T10:00');
    await page.getByRole('button', { name: 'Shorten' }).click();
    await page.getByRole('link', { name: `${new URL(project.url).host}/menu` }).waitFor();
    expect(await page.locator('#made-until').textContent()).toMatch('Works until 1 Jan 2099');
    const made = await (await fetch(`${project.url}/api/links/menu`)).json();
    expect(made).toMatchObject({
      url: 'https://example.com/menu',
      expiresAt: expect.stringMatching('2099'),
    });
    await close();
  });

  it('shows each error beside its field, and takes the keyboard there', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    const submit = page.getByRole('button', { name: 'Shorten' });
    const url = page.getByLabel('Long address');
    await submit.click();
    await page.getByText('This must be a URL.').waitFor();
    expect(await focused(page)).toBe('url');
    expect(await url.getAttribute('aria-describedby')).toBe('url-error');
    expect(await url.getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Your own ending').fill('api');
    await page.getByLabel('Works until').fill('2000-01-01T10:00');
    await submit.click();
    await page.getByText('This is reserved.').waitFor();
    await page.getByText('This must be in the future.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that an ending is taken', async () => {
    const { page, close } = await open(browser, project.url);
    for (const text of ['Your short link', 'This is taken.']) {
      await page.getByLabel('Long address').fill(long);
      await page.getByLabel('Your own ending').fill('wanted');
      await page.keyboard.press('Enter');
      await page.getByText(text, { exact: true }).waitFor();
    }
    expect(await focused(page)).toBe('code');
    await close();
  });

  it('says when the service cannot be reached, and keeps what was typed', async () => {
    const { page, close } = await open(browser, project.url);
    await page.route('**/api/links', (route) => route.abort());
    await page.getByLabel('Long address').fill(long);
    await page.keyboard.press('Enter');
    await page.getByText('The service cannot be reached.').first().waitFor();
    expect(await page.getByLabel('Long address').inputValue()).toBe(long);
    await page.unroute('**/api/links');
    await page.keyboard.press('Enter');
    await page.locator('#made').waitFor();
    await close();
  });

  it('shows the address of a stranger as text, whatever is in it', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    await page.getByLabel('Long address').fill('https://example.com/<img src=x onerror=alert(1)>');
    await page.keyboard.press('Enter');
    await page.locator('#made').waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks)('has no barrier, $width px wide and $colorScheme', async (look) => {
    const { page, complaints, close } = await open(browser, project.url, look);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Shorten' }).click();
    await page.getByText('This must be a URL.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Long address').fill(long.repeat(5));
    await page.keyboard.press('Enter');
    await page.locator('#made').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}.`);
}
