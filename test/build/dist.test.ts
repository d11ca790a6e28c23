import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unpack } from '../../src/project/packed-templates.ts';
import { loadTemplates } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { cases } from '../support/cases.ts';
import { scratch } from '../support/scratch.ts';
import { coveringSelections } from '../templates/selections.ts';

const dist = (path: string) => readFile(join('dist', path), 'utf8');
const scripts = readdirSync('dist').filter((name) => name.endsWith('.js'));
const templates = await loadTemplates();
const catalogue = catalogueOf(templates);

/** What a file of dist/ imports before it runs. */
function importsOf(name: string): readonly string[] {
  const text = readFileSync(join('dist', name), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*"([^"]+)"/g)].map(([, it = '']) => it);
}

describe('the packed templates', () => {
  const packed = unpack(readFileSync(join('dist', 'templates.json.br')));

  it('are the same as the folder, to the byte', () => {
    expect([...packed]).toEqual([...templates]);
  });

  it('carry the catalogue that the folder has', () => {
    expect(catalogueOf(packed)).toEqual(catalogue);
  });

  it('render to the same bytes as the source does, for every selection', async () => {
    const path = resolve('dist/index.js');
    const built = z.object({ render: z.custom<typeof import('../../src/index.ts').render>() });
    const program = built.parse(await import(path));
    for (const selection of coveringSelections(catalogue, cases.seed)) {
      const tree = await program.render(selection);
      expect([...tree]).toEqual([...render(selection, templates)]);
    }
  });
});

describe('the bundle', () => {
  it('needs nothing but Node.js and itself', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(manifest.dependencies ?? {}).toEqual({});
    const builtins = new Set([...builtinModules, ...builtinModules.map((it) => `node:${it}`)]);
    const others = scripts
      .flatMap(importsOf)
      .filter((it) => !builtins.has(it) && !scripts.includes(it.replace('./', '')));
    expect(others).toEqual([]);
  });

  it('loads what it may not need only when it does: prompts and the running of programs', () => {
    const loaded = new Set(['cli.js']);
    for (const name of loaded) {
      for (const it of importsOf(name)) if (it.startsWith('./')) loaded.add(it.slice(2));
    }
    expect(scripts.filter((name) => /execa|wizard/.test(name))).toHaveLength(2);
    expect([...loaded].filter((name) => /execa|wizard/.test(name))).toEqual([]);
  });

  it('has the compiled directives, but not the compiler', async () => {
    const texts = await Promise.all(scripts.map(dist));
    expect(texts.join('')).not.toMatch(/Parse error on line|new Function/);
  });

  it('comes with the licence of every package in it', async () => {
    const [intro = '', ...packages] = (await dist('licenses.txt')).split(
      /\n(?=\S+ \d+\.\d+\.\d+ \([^)]+\)\n-+\n)/,
    );
    expect(intro).toContain('contains the following packages');
    const titles = packages.map((text) => text.split('\n')[0]);
    for (const name of ['@clack/prompts', 'execa', 'handlebars', 'zod']) {
      expect(titles.some((title) => title?.startsWith(`${name} `))).toBe(true);
    }
    // A licence that asks for more than its own text to be passed on is not for a bundle.
    expect(
      titles.filter((title) => !/\((?:MIT|ISC|Apache-2\.0|BSD-\d-Clause)\)$/.test(title ?? '')),
    ).toEqual([]);
    expect(packages.filter((text) => text.length < 500).map((text) => text.split('\n')[0])).toEqual(
      [],
    );
  });

  it('is small: at most 300 KB packed and 1.5 MB unpacked', async () => {
    const { stdout } = await execa('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
    const sizes = z.array(z.object({ size: z.number(), unpackedSize: z.number() }));
    const [size] = sizes.parse(JSON.parse(stdout));
    expect(size?.size).toBeLessThanOrEqual(300_000);
    expect(size?.unpackedSize).toBeLessThanOrEqual(1_500_000);
  });
});

describe('the types', () => {
  async function check(program: string) {
    const folder = scratch();
    await mkdir(join(folder, 'node_modules/create-backend-roadmap'), { recursive: true });
    for (const part of ['package.json', 'dist']) {
      await symlink(resolve(part), join(folder, 'node_modules/create-backend-roadmap', part));
    }
    const compilerOptions = {
      ...{ module: 'nodenext', strict: true, noEmit: true, types: [], lib: ['es2023', 'dom'] },
      preserveSymlinks: true,
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'program.ts'), program);
    const tool = { preferLocal: true, localDir: resolve('.'), reject: false, all: true } as const;
    return execa('tsc', ['-p', folder, '--pretty', 'false'], tool);
  }
  const head = "import { render, resolve, type Selection } from 'create-backend-roadmap';\n";

  it('stand on their own: a program needs no other package to be checked against them', async () => {
    const { all, exitCode } = await check(`${head}
      const selection: Selection = await resolve({ name: 'shop', layers: ['api'] as const });
      const paths: string[] = [...(await render(selection)).keys()];
      export { paths };
    `);
    expect(exitCode, all).toBe(0);
  });

  it('refuse what is not there', async () => {
    const { all } = await check(`${head}await resolve({ nam: 'shop' });\nawait render(1);\n`);
    expect(all.match(/error TS/g), all).toHaveLength(2);
  });
});
