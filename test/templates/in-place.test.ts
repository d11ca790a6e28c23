import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { templateProblems } from '../../src/build/check-templates.ts';
import { overlayFolders } from '../../src/build/overlay-folders.ts';
import { foldersOfWorld, valuesOf, worldConfig, worlds } from '../../src/build/worlds.ts';
import { loadTemplates } from '../../src/project/templates.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { scratch } from '../support/scratch.ts';

const templates = await loadTemplates();
const catalogue = catalogueOf(templates);
const tool = { preferLocal: true, reject: false, all: true } as const;
/** Several checkers would instantiate the same types once more each. */
const alone = ['--checkers', '1'];

describe('the templates where they stand', () => {
  it('are complete, and every file of them is in some project', () => {
    expect(templateProblems(templates, catalogue)).toEqual([]);
  });

  it('have no TypeScript file over 200 lines', () => {
    const long = [...templates]
      .filter(([path]) => /\.[jt]sx?$/.test(path))
      .filter(([, { contents }]) => contents.split('\n').length - 1 > 200);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('are formatted and free of lint, by the settings that the emitted project has', async () => {
    const settings = '--config-path=templates/worlds/lint.json';
    const { all, exitCode } = await execa('biome', ['check', settings, 'templates'], tool);
    expect(exitCode, all).toBe(0);
  });

  it('have a world for every value that is there', () => {
    const folders = overlayFolders(templates);
    const inWorlds = new Set(Object.values(worlds).flat());
    const missing = valuesOf(catalogue).filter(
      (id) =>
        !inWorlds.has(id) && folders.some(({ value, beside }) => value === id || beside === id),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(Object.entries(worlds))('the world %s', (name, values) => {
  it('lists all its overlay folders (npm run worlds writes them)', async () => {
    const committed = await readFile(`templates/worlds/${name}.json`, 'utf8');
    const folders = foldersOfWorld(values, templates, catalogue);
    expect(committed).toBe(worldConfig(folders));
  });

  it('has no type error', async () => {
    const words = ['-p', `templates/worlds/${name}.json`, ...alone];
    const { all, exitCode } = await execa('tsc', words, tool);
    expect(exitCode, all).toBe(0);
  });
});

it('a world reports an error across two overlay folders, and only that', async () => {
  const folder = scratch();
  const planted = join(folder, 'overlay/src/planted.ts');
  await mkdir(join(folder, 'overlay/src'), { recursive: true });
  await writeFile(planted, "import { compose } from './compose.ts';\n\ncompose(1);\n");
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const name = 'fastify-postgres';
  const world = JSON.parse(await readFile(`templates/worlds/${name}.json`, 'utf8'));
  const paths: string[] = world.include;
  const folders = paths.map((path) => resolve('templates/worlds', path));
  const config = {
    extends: resolve(`templates/worlds/${name}.json`),
    compilerOptions: {
      rootDirs: [...folders, join(folder, 'overlay')],
      typeRoots: [resolve('node_modules/@types')],
    },
    include: [...folders, planted],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { all } = await execa('tsc', ['-p', folder, '--pretty', 'false', ...alone], tool);
  const errors = all.split('\n').filter((line) => line.includes('error TS'));
  expect(errors, all).toHaveLength(1);
  expect(errors[0]).toMatch(/planted\.ts\(3,9\): error TS2345/);
});
