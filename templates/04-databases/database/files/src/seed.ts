import { readFile } from 'node:fs/promises';
import { parseCode } from './domain/code.ts';
import { parseTargetUrl } from './domain/target-url.ts';
import type { LinkRepository } from './links/port.ts';

/** @returns how many links were added; those that are there already stay as they are */
export async function seed(links: LinkRepository): Promise<number> {
  const file = new URL('../seeds/links.json', import.meta.url);
  const wanted: { code: string; url: string }[] = JSON.parse(await readFile(file, 'utf8'));
  let added = 0;
  for (const { code: name, url: target } of wanted) {
    const [code, url] = [parseCode(name), parseTargetUrl(target, [])];
    if (!code.ok || !url.ok) throw new Error(`seeds/links.json: ${name} is not a possible link`);
    const link = { code: code.value, url: url.value, owner: null, expiresAt: null };
    if (await links.add({ ...link, createdAt: new Date() })) added++;
  }
  return added;
}
