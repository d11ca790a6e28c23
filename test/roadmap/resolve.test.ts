import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/roadmap/answers.ts';
import { resolve as resolveWith } from '../../src/roadmap/resolve.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import { aCatalogue } from './a-catalogue.ts';

const layers = {
  http: {
    stage: 1,
    always: true,
    default: true,
    values: { fastify: {}, express: { coming: true } },
  },
  domain: { stage: 2, always: true, default: true },
  web: {
    stage: 3,
    default: true,
    values: { html: { coming: true }, react: { requires: ['api'] } },
  },
  database: {
    stage: 4,
    default: true,
    absent: 'memory',
    values: { postgres: {}, mongodb: {}, sqlite: { coming: true } },
  },
  api: { stage: 5, default: true },
  docker: { stage: 6, default: true },
  jenkins: { stage: 6, coming: true },
  auth: { stage: 7, default: true },
  oauth: { stage: 7, requires: ['auth'] },
  https: { stage: 7, requires: ['jenkins'] },
  cache: { stage: 8, default: true },
  indexes: {
    stage: 8,
    default: true,
    requires: ['database'],
    conflicts: [{ with: 'mongodb', because: 'it is about SQL' }],
  },
  queue: { stage: 8, requires: ['database', 'oauth'] },
};
const catalogue = aCatalogue(layers);
const resolve = (answers: Omit<Answers, 'name'>) =>
  resolveWith({ name: 'shop', ...answers }, catalogue);
const refused = (answers: Omit<Answers, 'name'>) => {
  try {
    resolve(answers);
  } catch (error) {
    if (error instanceof RoadmapError) return `${error.code}: ${error.message} ${error.fix}`;
    throw error;
  }
  return 'not refused';
};

describe('what everybody gets', () => {
  it('is the layers of every project when nothing is said', () => {
    expect(resolve({})).toEqual({
      name: 'shop',
      packageManager: 'npm',
      answers: { layers: [], choices: {} },
      stages: [1, 2],
      layers: ['http', 'domain'],
      choices: { http: 'fastify' },
      implied: [],
      leftOut: [],
    });
  });

  it('is never recorded as asked for, even when it was named', () => {
    expect(resolve({ layers: ['http', 'api'] }).answers.layers).toEqual(['api']);
  });

  it('cannot be left out', () => {
    expect(refused({ without: ['http'] })).toBe(
      'impossible: http cannot be left out: every project has it. Take http out of what is to be left out.',
    );
  });
});

describe('reached', () => {
  it('brings the default layers of every stage up to it', () => {
    const { layers, stages } = resolve({ reached: 6 });
    expect(layers).toEqual(['http', 'domain', 'database', 'api', 'docker']);
    expect(stages).toEqual([1, 2, 4, 5, 6]);
  });

  it('takes the name of a stage, or its number as text', () => {
    expect(resolve({ reached: 'apis' })).toEqual(resolve({ reached: 5 }));
    expect(resolve({ reached: '5' })).toEqual(resolve({ reached: 5 }));
  });

  it('leaves out a layer whose default value is coming, and says so', () => {
    expect(resolve({ reached: 3 }).leftOut).toEqual([
      { layer: 'web', because: 'it is still coming with html, its default' },
    ]);
  });

  it('takes such a layer when a value that is there is named', () => {
    const { layers, leftOut, implied } = resolve({ reached: 3, choices: { web: 'react' } });
    expect(layers).toEqual(['http', 'domain', 'web', 'api']);
    expect(implied).toEqual([{ layer: 'api', because: 'react requires it' }]);
    expect(leftOut).toEqual([]);
  });

  it('leaves out what is impossible with a choice, and says why', () => {
    expect(resolve({ reached: 8, choices: { database: 'mongodb' } }).leftOut).toContainEqual({
      layer: 'indexes',
      because: 'indexes and mongodb cannot stand together: it is about SQL',
    });
  });

  it('leaves out what memory makes impossible, and says why', () => {
    const { layers, leftOut, answers } = resolve({ reached: 8, choices: { database: 'memory' } });
    expect(layers).toEqual(['http', 'domain', 'api', 'docker', 'auth', 'cache']);
    expect(leftOut).toContainEqual({ layer: 'database', because: 'it is left out by memory' });
    expect(leftOut).toContainEqual({
      layer: 'indexes',
      because: 'it requires database, which is left out by memory',
    });
    expect(answers.choices).toEqual({ database: 'memory' });
  });

  it.each([0, 9, 1.5, 'nowhere', ''])(
    'refuses the stage %j, which is not on the roadmap',
    (reached) => {
      expect(refused({ reached })).toContain('impossible: There is no stage');
    },
  );

  it('suggests the stage that was probably meant', () => {
    expect(refused({ reached: 'databse' })).toContain('Did you mean "databases"?');
  });
});

describe('presets', () => {
  it.each([
    ['minimal', 2],
    ['portfolio', 8],
    ['workshop', 8],
  ] as const)('%s is stage %i reached', (preset, reached) => {
    expect(resolve({ preset })).toEqual(resolve({ reached }));
  });

  it('everything is every layer that there is, and the rest is said to be left out', () => {
    const { layers, leftOut } = resolve({ preset: 'everything' });
    expect(layers).toEqual([
      ...['http', 'domain', 'database', 'api', 'docker', 'auth', 'oauth', 'cache', 'indexes'],
      'queue',
    ]);
    expect(leftOut).toEqual([
      { layer: 'web', because: 'it is still coming with html, its default' },
      { layer: 'jenkins', because: 'it is still coming' },
      { layer: 'https', because: 'it requires jenkins, which is still coming' },
    ]);
  });
});

describe('layers', () => {
  it('are exactly those that are named, in the order of the roadmap', () => {
    expect(resolve({ layers: ['cache', 'api'] }).layers).toEqual([
      'http',
      'domain',
      'api',
      'cache',
    ]);
  });

  it('bring what they require, directly or not, and say who does', () => {
    const { layers, implied, answers } = resolve({ layers: ['queue'] });
    expect(layers).toEqual(['http', 'domain', 'database', 'auth', 'oauth', 'queue']);
    expect(implied).toEqual([
      { layer: 'database', because: 'queue requires it' },
      { layer: 'auth', because: 'oauth requires it' },
      { layer: 'oauth', because: 'queue requires it' },
    ]);
    expect(answers.layers).toEqual(['queue']);
  });

  it('are recorded sorted, whatever the order in which they were said', () => {
    expect(resolve({ layers: ['docker', 'api', 'docker'] })).toEqual(
      resolve({ layers: ['api', 'docker'] }),
    );
  });

  it('are refused while they are coming', () => {
    expect(refused({ layers: ['jenkins'] })).toBe(
      'impossible: jenkins is still coming. Leave jenkins out for now.',
    );
  });

  it('are refused while their default value is coming, naming the values that are there', () => {
    expect(refused({ layers: ['web'] })).toBe(
      'impossible: web is still coming with html, its default. Of web there is: react.',
    );
  });

  it('are refused when they require what is coming', () => {
    expect(refused({ layers: ['https'] })).toContain(
      'https requires jenkins, which is still coming.',
    );
  });

  it('are refused when they cannot stand together', () => {
    expect(refused({ layers: ['indexes'], choices: { database: 'mongodb' } })).toBe(
      'impossible: indexes and mongodb cannot stand together: it is about SQL. Leave out indexes or mongodb.',
    );
  });

  it('are refused when they do not exist, with a suggestion', () => {
    expect(refused({ layers: ['dokcer'] })).toContain(
      'There is no layer "dokcer" on the roadmap. Did you mean "docker"?',
    );
    expect(refused({ layers: ['something'] })).toContain('Take one of: http, domain, web');
  });

  it('are refused when they are really a value, saying how to choose it', () => {
    expect(refused({ layers: ['postgres'] })).toContain('Say it as a choice: database postgres.');
    expect(refused({ layers: ['memory'] })).toContain('Say it as a choice: database memory.');
  });
});

describe('choices', () => {
  it('select their layer and are recorded with it', () => {
    const { layers, choices, answers } = resolve({ choices: { database: 'mongodb' } });
    expect(layers).toEqual(['http', 'domain', 'database']);
    expect(choices).toEqual({ http: 'fastify', database: 'mongodb' });
    expect(answers).toEqual({ layers: ['database'], choices: { database: 'mongodb' } });
  });

  it('do not record a layer that every project has', () => {
    const { answers } = resolve({ choices: { http: 'fastify' } });
    expect(answers).toEqual({ layers: [], choices: { http: 'fastify' } });
  });

  it('are refused while the value is coming, naming those that are there', () => {
    expect(refused({ choices: { http: 'express' } })).toBe(
      'impossible: http express is still coming. Of http there is: fastify.',
    );
  });

  it('are refused when the value or the choice does not exist', () => {
    expect(refused({ choices: { database: 'postgre' } })).toContain('Did you mean "postgres"?');
    expect(refused({ choices: { databases: 'postgres' } })).toContain('Did you mean "database"?');
    expect(refused({ choices: { api: 'postgres' } })).toContain('There is no choice "api"');
  });

  it('memory stands without the layer, and is recorded', () => {
    const { layers, choices, answers, leftOut } = resolve({
      layers: ['api'],
      choices: { database: 'memory' },
    });
    expect(layers).toEqual(['http', 'domain', 'api']);
    expect(choices).toEqual({ http: 'fastify' });
    expect(answers).toEqual({ layers: ['api'], choices: { database: 'memory' } });
    expect(leftOut).toEqual([]);
  });

  it('memory is refused beside layers that name the database or need it', () => {
    const choices = { database: 'memory' };
    expect(refused({ layers: ['database'], choices })).toContain('database is left out by memory.');
    expect(refused({ layers: ['indexes'], choices })).toContain(
      'indexes requires database, which is left out by memory.',
    );
  });
});

describe('without', () => {
  it('takes layers out of those that reached brings, and out of the answers', () => {
    const { layers, answers } = resolve({ reached: 6, without: ['docker', 'database'] });
    expect(layers).toEqual(['http', 'domain', 'api']);
    expect(answers.layers).toEqual(['api']);
  });

  it('takes layers out of those that were named', () => {
    expect(resolve({ layers: ['api', 'cache'], without: ['cache'] }).layers).toEqual([
      ...['http', 'domain', 'api'],
    ]);
  });

  it('is nothing to speak of for a layer that would not have come', () => {
    expect(resolve({ reached: 2, without: ['cache', 'jenkins'] })).toEqual(resolve({ reached: 2 }));
  });

  it('is refused when something that is there requires the layer, naming it', () => {
    expect(refused({ reached: 8, without: ['database'] })).toBe(
      'impossible: database cannot be left out: indexes requires it. Leave indexes out as well, or keep database.',
    );
    expect(refused({ layers: ['oauth'], without: ['auth'] })).toContain('oauth requires it');
  });

  it('is refused for a layer of which a value was chosen', () => {
    expect(refused({ choices: { database: 'postgres' }, without: ['database'] })).toContain(
      'database is to be postgres and to be left out at once.',
    );
  });

  it('agrees with memory', () => {
    expect(resolve({ choices: { database: 'memory' }, without: ['database'] }).layers).toEqual([
      ...['http', 'domain'],
    ]);
  });

  it('is refused for what does not exist', () => {
    expect(refused({ without: ['dokcer'] })).toContain('Did you mean "docker"?');
    expect(refused({ without: ['postgres'] })).toContain('not a layer but a value');
  });
});

describe('answers that cannot be understood', () => {
  it.each([
    [{ reached: 2, preset: 'minimal' }, 'reached and preset cannot be said together.'],
    [{ reached: 2, layers: [] }, 'reached and layers cannot be said together.'],
    [{ preset: 'minimal', layers: [] }, 'preset and layers cannot be said together.'],
  ] as const)('%j is refused', (answers, message) => {
    expect(refused(answers)).toContain(message);
  });

  it('are refused when their shape is wrong, as a program may give them', () => {
    const wrong = JSON.parse('{ "name": "shop", "layers": "api", "colour": "red" }');
    expect(() => resolveWith(wrong, catalogue)).toThrow(RoadmapError);
  });
});
