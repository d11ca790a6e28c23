import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether there is a browser to test with. */
export const hasBrowser = existsSync(executablePath);

/** How a visitor looks at the page. */
export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

export const looks: readonly Look[] = [320, 390, 1280].flatMap((width) => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
]);

/** A page, and what went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Errors of scripts, refusals by the policy, and requests to any other host. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/**
 * @returns chromium, without a window, and without anything that it does of its own accord
 */
export function startBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-pings'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
}

/**
 * @param browser a started one
 * @param url the address of the page
 * @param look how the visitor looks at it
 * @returns the page, in a browser profile of its own
 */
export async function open(
  browser: Browser,
  url: string,
  { width, colorScheme }: Look = { width: 1280, colorScheme: 'light' },
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Chromium reports every answer of 400 and more, which is none of the page's errors.
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) complaints.push(request.url());
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/**
 * @param page an open one
 * @returns what axe has against it as it is now or cannot judge, and how far it is too wide
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate<axe.AxeResults>('axe.run()');
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...[...violations, ...incomplete].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    ...(tooWide > 0 ? [`${tooWide} px too wide`] : []),
  ];
}

/**
 * @param page an open one
 * @returns the id, or else the text, of what has the focus
 */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.activeElement.id || document.activeElement.textContent.trim()',
  );
}
