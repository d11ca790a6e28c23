import { describe, expect, it } from 'vitest';
import { templateProblems } from '../../src/build/check-templates.ts';
import { foldersOfWorld } from '../../src/build/worlds.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { templatesOf } from '../roadmap/a-catalogue.ts';

const layers = {
  http: { stage: 1, values: { fastify: {}, express: {}, hono: { coming: true } } },
  database: { stage: 4, absent: 'memory', values: { postgres: {} } },
  api: { stage: 5, cells: ['http'] },
  indexes: { stage: 8, cells: ['database'], requires: ['database'] },
};
const cells = [
  '05-apis/api/with/fastify/a.ts',
  '05-apis/api/with/express/a.ts',
  '08-performance/indexes/with/postgres/a.ts',
];
const pages = ['01-backend', '04-databases', '05-apis', '08-performance'].map(
  (folder) => `${folder}/page.md`,
);

function templatesAnd(paths: readonly string[]) {
  const templates = templatesOf(layers);
  for (const path of paths) templates.set(path, { contents: '\n' });
  return templates;
}

function problems(paths: readonly string[]): readonly string[] {
  const templates = templatesAnd([...pages, ...paths]);
  return templateProblems(templates, catalogueOf(templates));
}

describe('what the build finds wrong with the templates', () => {
  it('is nothing when every layer has a cell for every value that is there', () => {
    expect(problems(cells)).toEqual([]);
  });

  it('is a missing cell, naming its folder', () => {
    expect(problems(cells.filter((path) => !path.includes('express')))).toEqual([
      '05-apis/api/with/express is missing: the cell for http express',
    ]);
  });

  it('is a directive that is wrong, in whichever file', () => {
    const templates = templatesAnd([...pages, ...cells]);
    const wrong = { contents: '// {{#if nothing}}\n// {{/if}}\n' };
    const composed = '05-apis/api/with/express/src/compose.ts';
    templates.set(composed, wrong).set('05-apis/api/with/fastify/a.ts', wrong);
    templates.set('05-apis/page.md', { contents: '<!-- {{#if api}} -->\n' });
    const found = templateProblems(templates, catalogueOf(templates));
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toMatch(/express.*compose\.ts.*"nothing"/);
    expect(found.join('\n')).toMatch(/fastify\/a\.ts.*not a composed one/);
    expect(found.join('\n')).toMatch(/page\.md.*never closed/);
  });

  it('is a missing cell for "without", unless the layer requires the choice', () => {
    const templates = templatesAnd([...pages, ...cells]);
    const path = '05-apis/api/layer.json';
    const manifest = JSON.parse(templates.get(path)?.contents ?? '');
    templates.set(path, { contents: JSON.stringify({ ...manifest, cells: ['database'] }) });
    expect(templateProblems(templates, catalogueOf(templates))).toEqual([
      '05-apis/api/with/postgres is missing: the cell for database postgres',
      '05-apis/api/with/memory is missing: the cell for database memory',
    ]);
  });

  it('is no missing cell for a value that the layer cannot stand with', () => {
    const templates = templatesAnd([...pages, ...cells]);
    templates.delete('05-apis/api/with/express/a.ts');
    const path = '05-apis/api/layer.json';
    const manifest = JSON.parse(templates.get(path)?.contents ?? '');
    const conflicts = [{ with: 'express', because: 'it is only a test' }];
    templates.set(path, { contents: JSON.stringify({ ...manifest, conflicts }) });
    expect(templateProblems(templates, catalogueOf(templates))).toEqual([]);
  });

  it('is a folder beside something that does not exist', () => {
    expect(problems([...cells, '05-apis/api/with/memory/a.ts'])).toEqual([]);
    expect(problems([...cells, '05-apis/api/with/nothing/a.ts'])).toEqual([
      '05-apis/api/with/nothing: "nothing" is no layer, value or kind of values',
    ]);
  });

  it.each([
    '05-apis/api/src/a.ts',
    '05-apis/api/a.ts',
    '05-apis/a.ts',
    '05-apis/nothing/files/a.ts',
    '12-nowhere/api/layer.json',
    '01-backend/http/nothing/files/a.ts',
  ])('is a file that is in no project: %s', (path) => {
    expect(problems([...cells, path])).toEqual([`${path} is part of no layer`]);
  });

  it('is a stage without a page, once it has a layer that is there', () => {
    const templates = templatesAnd([...cells, ...pages.slice(0, 2)]);
    expect(templateProblems(templates, catalogueOf(templates))).toEqual([
      '05-apis/page.md is missing: a stage with layers has a page',
      '08-performance/page.md is missing: a stage with layers has a page',
    ]);
  });
});

it('a world has the folders of its own values, those that count first at the beginning', () => {
  const templates = templatesAnd([
    ...cells,
    '01-backend/http/with/memory/src/storage.ts',
    '01-backend/http/files/src/main.ts',
  ]);
  const folders = (values: string[]) => foldersOfWorld(values, templates, catalogueOf(templates));
  expect(folders(['express', 'postgres'])).toEqual([
    '01-backend/http/express/files',
    '05-apis/api/with/express',
    '04-databases/database/postgres/files',
    '08-performance/indexes/with/postgres',
    '01-backend/http/files',
    '05-apis/api/files',
    '08-performance/indexes/files',
  ]);
  expect(folders(['memory', 'postgres'])).toEqual([
    '01-backend/http/with/memory',
    '04-databases/database/postgres/files',
    '08-performance/indexes/with/postgres',
    '01-backend/http/files',
    '05-apis/api/files',
    '08-performance/indexes/files',
  ]);
});
