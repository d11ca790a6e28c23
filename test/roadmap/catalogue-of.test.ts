import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf, namesOf, selectedNames } from '../../src/roadmap/layers-of.ts';
import { aCatalogue, templatesOf } from './a-catalogue.ts';

const database = { stage: 4, absent: 'memory', values: { postgres: {}, sqlite: { coming: true } } };

describe('the catalogue', () => {
  it('tells the layers in the order of the roadmap, those it does not name last', () => {
    const templates = templatesOf({ zebra: {}, ape: {}, database });
    templates.set(
      '01-backend/bee/layer.json',
      templates.get('01-backend/ape/layer.json') ?? never(),
    );
    expect(layersOf(catalogueOf(templates)).map(({ id }) => id)).toEqual([
      ...['zebra', 'ape', 'bee', 'database'],
    ]);
  });

  it('calls a layer without files coming, and a choice without any value that is there', () => {
    const catalogue = aCatalogue({
      api: {},
      jenkins: { coming: true },
      database,
      web: { stage: 3, values: { html: { coming: true } } },
    });
    const coming = layersOf(catalogue).filter((layer) => layer.coming);
    expect(coming.map(({ id }) => id)).toEqual(['jenkins', 'web']);
  });

  it('knows every name that a condition may use', () => {
    const kinds = { embedded: ['postgres', 'memory'] };
    expect([...namesOf(aCatalogue({ api: {}, database: { ...database, kinds } }))]).toEqual([
      ...['api', 'database', 'postgres', 'sqlite', 'memory', 'embedded'],
    ]);
  });

  it.each([
    ['a manifest that is not JSON', '01-backend/api/layer.json', '{', 'api/layer.json'],
    [
      'a manifest with a member that nobody knows',
      '01-backend/api/layer.json',
      '{"titel":""}',
      'titel',
    ],
    [
      'a manifest with a member of a wrong kind',
      '01-backend/stage.json',
      '{"name":1}',
      'stage.json',
    ],
  ])('refuses %s', (_, path, contents, message) => {
    const templates = templatesOf({ api: {} }).set(path, { contents });
    expect(() => catalogueOf(templates)).toThrow(message);
  });

  it('refuses a value without a folder, and a folder that is not among the values', () => {
    const missing = templatesOf({ database });
    missing.delete('04-databases/database/sqlite/layer.json');
    expect(() => catalogueOf(missing)).toThrow('database/sqlite/layer.json is missing');
    const stray = templatesOf({ database });
    stray.set('04-databases/database/oracle/layer.json', { contents: '{}' });
    expect(() => catalogueOf(stray)).toThrow('database/oracle is not among the values of database');
  });

  it.each([
    ['requires', { requires: ['nothing'] }, 'requires "nothing", which is not a layer'],
    ['requires a value', { requires: ['postgres'] }, 'requires "postgres", which is not a layer'],
    ['conflicts', { conflicts: [{ with: 'x', because: 'y' }] }, 'conflicts with "x"'],
    ['has cells', { cells: ['web'] }, 'has cells for "web", which is not a choice'],
    [
      'has a variable',
      { facts: { env: [{ name: 'A', about: '', example: '', with: 'x' }] } },
      'has A beside "x"',
    ],
    ['is absent', { absent: 'none' }, '"absent" makes sense only for a choice'],
  ])('refuses a layer that %s without sense', (_, sketch, message) => {
    expect(() => aCatalogue({ api: sketch, database })).toThrow(message);
  });

  it('selects the kinds of the values that are taken, or left out', () => {
    const kinds = { embedded: ['postgres'], lost: ['memory', 'sqlite'] };
    const catalogue = aCatalogue({ database: { ...database, kinds } });
    const postgres = { layers: ['database'], choices: { database: 'postgres' } };
    expect([...selectedNames(postgres, catalogue)]).toEqual(['database', 'postgres', 'embedded']);
    expect([...selectedNames({ layers: [], choices: {} }, catalogue)]).toEqual(['memory', 'lost']);
  });

  it('refuses a kind of what is no value', () => {
    const kinds = { embedded: ['oracle'] };
    expect(() => aCatalogue({ database: { ...database, kinds } })).toThrow('names "oracle"');
  });

  it('refuses a name that is used twice', () => {
    const kinds = { api: ['postgres'] };
    expect(() => aCatalogue({ api: {}, database: { ...database, kinds } })).toThrow('name "api"');
    expect(() => aCatalogue({ memory: {}, database })).toThrow('the name "memory" is taken');
  });
});

function never(): never {
  throw new Error('The template that the test starts from is missing.');
}
