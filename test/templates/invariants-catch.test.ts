import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { invariants } from './invariants.ts';
import { strangeTraces } from './traces.ts';

const templates = await loadTemplates();
const catalogue = catalogueOf(templates);
const selection = resolve({ name: 'shop', preset: 'everything' }, catalogue);
const good = render(selection, templates);

/** What somebody may break: invariant, path, and how its text changes. */
const breaks: readonly (readonly [string, string, (text: string) => string])[] = [
  ['directive or placeholder', 'README.md', (text) => `${text}<!-- {{#if api}} -->\n`],
  ['directive or placeholder', 'src/main.ts', (text) => `${text}// {{name}}\n`],
  ['paths that stay inside', '../README.md', () => 'x\n'],
  ['paths that stay inside', 'readme.MD', () => 'x\n'],
  ['lines all end', 'src/main.ts', (text) => text.trimEnd()],
  ['lines all end', 'src/main.ts', (text) => text.replace('\n', '\r\n')],
  ['lines all end', 'src/empty.ts', () => ''],
  ['no file that is not there', 'src/main.ts', (text) => `import './lost.ts';\n${text}`],
  ['no file that is not there', 'src/main.ts', (text) => `${text}await import('./lost.ts');\n`],
  [
    'no file that is not there',
    'src/main.ts',
    (text) => `import {\n  a,\n} from './lost.ts';\n${text}`,
  ],
  ['does not declare', 'test/a.test.ts', () => "import { a } from '@me/lost/deep';\n"],
  ['does not declare', 'src/main.ts', (text) => `export { a } from 'lost';\n${text}`],
  ['only for development', 'src/main.ts', (text) => `import fc from 'fast-check';\n${text}`],
  ['only for development', 'src/log.ts', (text) => `import 'vitest';\n${text}`],
  ['with their prefix', 'src/main.ts', (text) => `import 'fs/promises';\n${text}`],
  ['does not use', 'package.json', (text) => text.replace('"zod"', '"lost"')],
  ['exact version', 'package.json', (text) => text.replace(/"zod": "/, '"zod": "^')],
  ['variables that it reads', '.env.example', (text) => `${text}LOST=1\n`],
  ['variables that it reads', 'src/main.ts', (text) => `${text}process.env.LOST;\n`],
  ['variables that it reads', 'src/config.ts', (text) => text.replace('PORT:', 'LOST:')],
  ['scripts that it has', 'README.md', (text) => `${text}Say \`npm run lost\`.\n`],
  ['links only to files', 'README.md', (text) => `${text}[a](docs/lost.md#x)\n`],
  ['data files that parse', 'biome.json', (text) => `${text},\n`],
  ['data files that parse', '.github/x.yml', () => 'a: [\n'],
];

describe('the invariants of emitted projects', () => {
  it.each(breaks)('"%s" would catch a wrong %s', (words, path, change) => {
    const [name, invariant] = Object.entries(invariants).find(([it]) => it.includes(words)) ?? [];
    const broken = new Map(good).set(path, { contents: change(good.get(path)?.contents ?? '') });
    expect(invariant?.(good), name).toEqual([]);
    expect(invariant?.(broken), name).not.toEqual([]);
  });

  it('catch a file that is executable by nothing', () => {
    const broken = new Map(good).set('a.txt', { contents: 'x\n', executable: true });
    expect(invariants['is executable only where a line says by what']?.(broken)).toEqual(['a.txt']);
  });

  it('catch a trace of a layer that is not there, in text and in paths, but not in the README’s roadmap', () => {
    const small = resolve({ name: 'shop' }, catalogue);
    const tree = new Map(render(small, templates));
    const before = strangeTraces(tree, small, catalogue);
    tree.set('README.md', { contents: '| ⬜ | 4 | pglite |  |\n' });
    expect(strangeTraces(tree, small, catalogue)).toEqual(before);
    tree.set('README.md', { contents: 'made with pglite\n' });
    tree.set('migrations/01.sql', { contents: '\n' });
    const found = strangeTraces(tree, small, catalogue);
    expect(found.filter((it) => !before.includes(it))).toEqual([
      'README.md has "pglite" of postgres',
      'migrations/01.sql has "migrations/" of database',
    ]);
  });
});
