import { writeFile } from 'node:fs/promises';
import { loadTemplates } from '../project/templates.ts';
import { catalogueOf } from '../roadmap/catalogue-of.ts';
import { foldersOfWorld, worldConfig, worlds } from './worlds.ts';

const templates = await loadTemplates();
const catalogue = catalogueOf(templates);
for (const [name, values] of Object.entries(worlds)) {
  const config = worldConfig(foldersOfWorld(values, templates, catalogue));
  await writeFile(new URL(`../../templates/worlds/${name}.json`, import.meta.url), config);
}
