import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyDir, outputFile } from 'fs-extra';
import { pack } from '../project/packed-templates.ts';
import { loadTemplates } from '../project/templates.ts';
import { catalogueOf } from '../roadmap/catalogue-of.ts';
import { bundle } from './bundle.ts';
import { templateProblems } from './check-templates.ts';
import { compiledJoinBlocks } from './compiled-join-blocks.ts';
import { writeDeclarations } from './declarations.ts';
import { licensesOf } from './licenses.ts';
import { roadmapSchema } from './roadmap-schema.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The tests build into a folder of their own. */
const dist = resolve(process.argv[2] ?? join(root, 'dist'));

const templates = await loadTemplates();
const catalogue = catalogueOf(templates);
const problems = templateProblems(templates, catalogue);
if (problems.length > 0) throw new Error(`The templates are not complete:\n${problems.join('\n')}`);

await emptyDir(dist);
await outputFile(join(dist, 'templates.json.br'), pack(templates));
await outputFile(join(dist, 'roadmap.schema.json'), roadmapSchema());
const sources = { cli: join(root, 'src/cli/main.ts'), index: join(root, 'src/index.ts') };
const instead = { '/render/join-blocks.ts': compiledJoinBlocks() };
const modules = await bundle(sources, instead, dist);
await outputFile(join(dist, 'licenses.txt'), await licensesOf(modules));

const scratch = await mkdtemp(join(dist, '.declarations-'));
await writeDeclarations(root, scratch, dist);
await rm(scratch, { recursive: true });
