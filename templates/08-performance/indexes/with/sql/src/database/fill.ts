import { readFile } from 'node:fs/promises';
import type { Session } from './database.ts';

/** Adds 100,000 links and clicks, where they are not there yet. */
export async function fill({ script }: Session): Promise<void> {
  await script(await readFile(new URL('../../seeds/many-links.sql', import.meta.url), 'utf8'));
}
