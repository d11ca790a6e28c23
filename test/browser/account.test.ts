import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, focused, hasBrowser, looks, open, startBrowser } from './browser.ts';
import { type StartedProject, startProject } from './started-project.ts';

const password = 'a long enough passphrase';

describe.skipIf(!hasBrowser)('the page of a project with auth', () => {
  let browser: Browser;
  let project: StartedProject;

  beforeAll(async () => {
    browser = await startBrowser();
    project = await startProject('web,api,auth', { LIMIT_REGISTRATIONS: '1000' });
  });
  afterAll(async () => {
    await browser?.close();
    await project?.stop();
  });

  const fillIn = async (page: Page, email: string, secret = password) => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(secret);
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const register = async (page: Page, email: string) => {
    await fillIn(page, email);
    await button(page, 'Create account').click();
    await page.locator('#member').getByText(email).waitFor();
  };
  const shorten = async (page: Page, code: string) => {
    await page.getByLabel('Long address').fill('https://example.com/');
    await page.getByLabel('Your own ending').fill(code);
    await page.keyboard.press('Enter');
    await page
      .getByRole('listitem')
      .getByRole('link', { name: `/${code}` })
      .waitFor();
  };
  /** Counts requests for new tokens, of all tabs. */
  const countRenewals = (context: BrowserContext) => {
    const renewals: string[] = [];
    context.on('request', (one) => {
      if (one.url().endsWith('/api/auth/refresh')) renewals.push(one.url());
    });
    return renewals;
  };

  it('lets somebody register and shorten links, by the keyboard alone', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    await page.getByLabel('E-mail').waitFor();
    expect(await page.getByLabel('Long address').isVisible()).toBe(false);
    await fillIn(page, 'keys@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#member').getByText('keys@example.com').waitFor();
    await expect.poll(() => focused(page)).toBe('url');
    await shorten(page, 'keyboard');
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what is wrong with a registration beside its field', async () => {
    const { page, close } = await open(browser, project.url);
    await fillIn(page, 'nobody', 'short');
    await button(page, 'Create account').click();
    await expect.poll(() => page.locator('#email-error').textContent()).not.toBe('');
    expect(await page.locator('#password-error').textContent()).not.toBe('');
    expect(await focused(page)).toBe('email');
    await register(page, 'taken@example.com');
    await button(page, 'Log out').click();
    await fillIn(page, 'taken@example.com');
    await button(page, 'Create account').click();
    await page.getByText('This has an account already.').waitFor();
    await close();
  });

  it('lets nobody in with a wrong password', async () => {
    const { page, close } = await open(browser, project.url);
    await fillIn(page, 'stranger@example.com');
    await button(page, 'Log in').click();
    await expect.poll(() => page.locator('#door [data-error]').textContent()).not.toBe('');
    expect(await page.getByLabel('Long address').isVisible()).toBe(false);
    await close();
  });

  it('knows who is logged in after a reload, and shows nothing of it after logging out', async () => {
    const { page, complaints, close } = await open(browser, project.url);
    await register(page, 'stays@example.com');
    await shorten(page, 'stays');
    await page.reload();
    await page.getByRole('listitem').getByRole('link', { name: '/stays' }).waitFor();
    await button(page, 'Log out').click();
    await page.getByLabel('E-mail').waitFor();
    expect(await page.getByText('/stays').count()).toBe(0);
    await register(page, 'other@example.com');
    await page.getByText('None yet.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('renews a token once, however many requests found it too old, and in turn with other tabs', async () => {
    const { page, close } = await open(browser, project.url);
    await register(page, 'tabs@example.com');
    await shorten(page, 'tabs');
    const other = await page.context().newPage();
    const renewals = countRenewals(page.context());
    await Promise.all([page.reload(), other.goto(project.url)]);
    for (const one of [page, other]) {
      await one.getByRole('listitem').getByRole('link', { name: '/tabs' }).waitFor();
    }
    expect(renewals).toHaveLength(2);
    await page.route('**/api/links?*', (route) => route.fulfill({ status: 401 }), { times: 1 });
    await page.route('**/api/links', (route) => route.fulfill({ status: 401 }), { times: 1 });
    await shorten(page, 'tabs-again');
    expect(renewals).toHaveLength(3);
    await other.reload();
    await other.getByRole('listitem').getByRole('link', { name: '/tabs-again' }).waitFor();
    await close();
  });

  it('asks to log in again when the session is over, in every tab', async () => {
    const { page, close } = await open(browser, project.url);
    await register(page, 'over@example.com');
    const other = await page.context().newPage();
    await other.goto(project.url);
    await other.locator('#member').getByText('over@example.com').waitFor();
    await button(page, 'Log out').click();
    for (const one of [page, other]) await one.getByLabel('E-mail').waitFor();
    await register(page, 'over-again@example.com');
    await page.context().clearCookies();
    await page.route('**/api/links', (route) => route.fulfill({ status: 401 }));
    await page.getByLabel('Long address').fill('https://example.com/');
    await page.keyboard.press('Enter');
    await page.getByLabel('E-mail').waitFor();
    await close();
  });

  it.each(looks)('has no barrier, $width px wide and $colorScheme', async (look) => {
    const { page, complaints, close } = await open(browser, project.url, look);
    await button(page, 'Create account').click();
    await expect.poll(() => page.locator('#email-error').textContent()).not.toBe('');
    expect(await barriers(page)).toEqual([]);
    await register(page, `${look.colorScheme}-${look.width}@example.com`);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
