import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/render/render.ts';
import type { TreeFile } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { projectOf, templatesWith } from './a-project.ts';

describe('the files of a project', () => {
  const files = {
    '01-backend/http/files/src/a.ts': 'a\n',
    '01-backend/http/fastify/files/src/b.ts': 'b\n',
    '01-backend/http/express/files/src/b.ts': 'express\n',
    '01-backend/http/fastify/with/api/src/c.ts': 'c\n',
    '01-backend/http/with/postgres/src/d.ts': 'd\n',
    '05-apis/api/files/files/with/api/e.txt': 'e\n',
    '04-databases/database/with/memory/f.ts': 'never\n',
  };
  const source = (answers: Parameters<typeof projectOf>[1]) =>
    [...projectOf(templatesWith(files), answers).keys()].filter((path) => /src|files/.test(path));

  it('are those of the layers, of the chosen values, and of what they are beside', () => {
    expect(source({})).toEqual(['src/a.ts', 'src/b.ts']);
    expect(source({ layers: ['api'] })).toEqual([
      ...['files/with/api/e.txt', 'src/a.ts', 'src/b.ts', 'src/c.ts'],
    ]);
    expect(source({ choices: { database: 'postgres', http: 'express' } })).toEqual([
      ...['src/a.ts', 'src/b.ts', 'src/d.ts'],
    ]);
  });

  it('come with the contents of the value that was chosen', () => {
    const project = projectOf(templatesWith(files), { choices: { http: 'express' } });
    expect(project.get('src/b.ts')).toBe('express\n');
  });

  it('are sorted by path, and executable where the template is', () => {
    const templates = templatesWith(files);
    const path = '01-backend/http/files/go.js';
    const all = new Map<string, TreeFile>([
      ...templates,
      [path, { contents: '#!/bin/node\n', executable: true }],
    ]);
    const tree = render(resolve({ name: 'shop' }, catalogueOf(all)), all);
    expect([...tree.keys()]).toEqual([...tree.keys()].sort());
    expect([...tree].filter(([, file]) => file.executable).map(([it]) => it)).toEqual(['go.js']);
  });

  it.each([
    ['01-backend/http/files/same.ts', '05-apis/api/files/same.ts'],
    ['01-backend/http/files/same.ts', '01-backend/http/fastify/files/same.ts'],
    ['04-databases/database/with/api/same.ts', '05-apis/api/with/database/same.ts'],
  ])('are refused when %s and %s are the same, naming both', (one, other) => {
    const templates = templatesWith({ [one]: '\n', [other]: '\n' });
    const folder = (path: string) => `templates/${path.replace('/same.ts', '')}`;
    expect(() => projectOf(templates)).toThrow(
      `Both ${folder(one)} and ${folder(other)} bring same.ts.`,
    );
  });

  it('are refused when they leave the project', () => {
    const templates = templatesWith({ '05-apis/api/files/../../x.ts': '\n' });
    expect(() => projectOf(templates)).toThrow('leaves the project');
  });

  it.each(['package.json', 'roadmap.json', '.env.example', 'docs/roadmap/01-backend.md'])(
    'are refused when a template would stand where we write %s',
    (path) => {
      const templates = templatesWith(
        { [`05-apis/api/files/${path}`]: '\n', '01-backend/page.md': '\n' },
        { http: { env: [{ name: 'PORT', about: 'x', example: '1' }] } },
      );
      expect(() => projectOf(templates)).toThrow(`${path} is written twice.`);
    },
  );
});

describe('roadmap.json', () => {
  const templates = templatesWith({ '01-backend/http/files/src/a.ts': 'a\n' });
  const answers = {
    packageManager: 'pnpm',
    layers: ['api'],
    choices: { http: 'fastify' },
  } as const;
  const project = projectOf(templates, answers);
  const data = JSON.parse(project.get('roadmap.json') ?? '');

  it('says who wrote what from which answers, always in the same order', () => {
    expect(Object.keys(data)).toEqual([
      ...['$schema', 'generator', 'answers', 'layers', 'choices', 'files'],
    ]);
    expect(data).toMatchObject({
      generator: { name: 'create-backend-roadmap' },
      answers: { name: 'shop', ...answers },
      layers: ['http', 'api'],
      choices: { http: 'fastify' },
    });
  });

  it('has the sha256 of every file but itself', () => {
    const others = [...project].filter(([path]) => path !== 'roadmap.json');
    const hashes = others.map(([path, contents]) => [
      path,
      createHash('sha256').update(contents).digest('hex'),
    ]);
    expect(data.files).toEqual(Object.fromEntries(hashes));
  });

  it('recreates the same project', () => {
    expect(projectOf(templates, data.answers)).toEqual(project);
  });
});

it('two renders of the same answers are the same to the byte', () => {
  const files = { '01-backend/http/files/src/compose.ts': '// {{#if api}}\nx\n// {{/if}}\n' };
  expect([...projectOf(templatesWith(files))]).toEqual([...projectOf(templatesWith(files))]);
});
