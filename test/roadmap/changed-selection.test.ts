import { describe, expect, it } from 'vitest';
import { selectionWith, selectionWithout } from '../../src/roadmap/changed-selection.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { aCatalogue } from './a-catalogue.ts';

const catalogue = aCatalogue({
  http: { stage: 1, always: true, values: { fastify: {}, hono: {} } },
  database: { stage: 4, absent: 'memory', values: { postgres: {}, mongodb: {} } },
  auth: { stage: 7 },
  oauth: { stage: 7, requires: ['auth'] },
  cache: { stage: 8 },
  indexes: { stage: 8, requires: ['database'] },
});

function project(layers: readonly string[], choices = {}): Selection {
  return resolve({ name: 'shop', layers, choices }, catalogue);
}

const grown = (before: Selection, layers: readonly string[], choices = {}) =>
  selectionWith(before, layers, choices, catalogue);
const shrunk = (before: Selection, ...layers: readonly string[]) =>
  selectionWithout(before, layers, catalogue);

describe('a selection that grows', () => {
  it('is the same as if all had been named at once, in whatever order', () => {
    const all = project(['auth', 'cache', 'indexes']);
    const one = grown(grown(project(['cache']), ['indexes']), ['auth']);
    expect(one).toEqual(all);
    expect(grown(grown(project([]), ['auth', 'indexes']), ['cache'])).toEqual(all);
  });

  it('takes a choice with its layer, and by its name alone', () => {
    const said = project(['database'], { database: 'mongodb' });
    expect(grown(project([]), ['database'], { database: 'mongodb' })).toEqual(said);
    expect(grown(project([]), [], { database: 'mongodb' })).toEqual(said);
  });

  it('names what was only implied before', () => {
    const after = grown(project(['indexes']), ['database']);
    expect(after.answers.layers).toEqual(['database', 'indexes']);
    expect(after.implied).toEqual([]);
  });

  it('lets a name overrule "without this layer"', () => {
    const before = project(['cache'], { database: 'memory' });
    expect(grown(before, ['database'])).toEqual(project(['cache', 'database']));
    expect(() => grown(before, ['indexes'])).toThrow('database');
  });

  it('does not change a choice that was made', () => {
    expect(() => grown(project([]), [], { http: 'hono' })).toThrow("project's http is fastify");
    expect(grown(project([]), ['cache'], { http: 'fastify' }).layers).toContain('cache');
  });
});

describe('a selection that shrinks', () => {
  it('is what it was before it grew, implied layers too', () => {
    for (const layers of [['indexes'], ['oauth'], ['oauth', 'indexes']]) {
      const before = project(['cache']);
      expect(shrunk(grown(before, layers), ...layers)).toEqual(before);
    }
  });

  it('forgets the choice with its layer', () => {
    const before = project(['database', 'cache'], { database: 'mongodb' });
    expect(shrunk(before, 'database')).toEqual(project(['cache']));
  });

  it('keeps what another layer requires, and says which', () => {
    const before = project(['auth', 'oauth']);
    expect(() => shrunk(before, 'auth')).toThrow('because oauth requires it');
    expect(shrunk(before, 'auth', 'oauth')).toEqual(project([]));
    expect(shrunk(before, 'oauth')).toEqual(project(['auth']));
  });

  it('cannot lose what is not there, or what every project has', () => {
    expect(() => shrunk(project(['cache']), 'auth')).toThrow('no layer "auth" in this project');
    expect(() => shrunk(project(['cache']), 'http')).toThrow('every project has it');
  });
});
