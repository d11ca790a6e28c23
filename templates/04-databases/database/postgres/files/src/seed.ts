import { readFile } from 'node:fs/promises';
import { anyone } from './domain/caller.ts';
import { createLinks } from './links/links.ts';
import type { LinkRepository } from './links/port.ts';

/** @returns how many links were added; those that are there already stay as they are */
export async function seed(repository: LinkRepository): Promise<number> {
  const file = new URL('../seeds/links.json', import.meta.url);
  const wanted: { url: string; code: string }[] = JSON.parse(await readFile(file, 'utf8'));
  const links = createLinks({ repository, clock: () => new Date(), random: () => 0 });
  let added = 0;
  for (const link of wanted) {
    const created = await links.create(anyone, link, []);
    if (created.ok) added++;
    else if (created.problem.kind !== 'taken')
      throw new Error(`${link.code}: ${JSON.stringify(created.problem)}`);
  }
  return added;
}
