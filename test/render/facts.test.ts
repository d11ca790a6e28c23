import { describe, expect, it } from 'vitest';
import { projectOf, templatesWith } from './a-project.ts';

const all = { preset: 'everything' } as const;
const project = (facts: Readonly<Record<string, object>>, answers: object = all) =>
  projectOf(templatesWith({}, facts), { ...all, ...answers });
const manifest = (facts: Readonly<Record<string, object>>, answers: object = all) =>
  JSON.parse(project(facts, answers).get('package.json') ?? '');

describe('package.json', () => {
  it('is built of the facts of the selected layers', () => {
    const facts = {
      http: {
        dependencies: { zod: '4.0.0', fastify: '5.0.0' },
        devDependencies: { vitest: '4.1.0' },
        scripts: { start: 'node main.js', build: 'tsc' },
        overrides: { cookie: '1.1.1' },
      },
      api: { dependencies: { ajv: '8.0.0' }, scripts: { docs: 'npm run build && npm test' } },
    };
    expect(project(facts).get('package.json')).toBe(`{
  "name": "shop",
  "version": "0.1.0",
  "private": true,
  "type": "module",
  "engines": {
    "node": ">=20.19"
  },
  "scripts": {
    "start": "node main.js",
    "build": "tsc",
    "docs": "npm run build && npm test"
  },
  "dependencies": {
    "ajv": "8.0.0",
    "fastify": "5.0.0",
    "zod": "4.0.0"
  },
  "devDependencies": {
    "vitest": "4.1.0"
  },
  "overrides": {
    "cookie": "1.1.1"
  },
  "allowScripts": {
    "esbuild": false
  }
}
`);
    expect(manifest(facts, { preset: 'minimal' }).dependencies).not.toHaveProperty('ajv');
  });

  it('lists a package once when the program and its tests need it', () => {
    const facts = {
      http: { devDependencies: { zod: '4.0.0' } },
      api: { dependencies: { zod: '4.0.0' } },
    };
    const { dependencies, devDependencies } = manifest(facts);
    expect({ dependencies, devDependencies }).toEqual({ dependencies: { zod: '4.0.0' } });
  });

  it('speaks to the package manager of the user', () => {
    const facts = { http: { scripts: { ci: 'npm run lint && npm test && npm start -- --once' } } };
    const ci = (packageManager: string) => manifest(facts, { packageManager }).scripts.ci;
    expect(ci('pnpm')).toBe('pnpm run lint && pnpm test && pnpm start -- --once');
    expect(ci('yarn')).toBe('yarn run lint && yarn test && yarn start -- --once');
    expect(ci('bun')).toBe('bun run lint && bun run test && bun run start -- --once');
  });

  it('forces versions where the package manager reads them', () => {
    const facts = { http: { overrides: { cookie: '1.1.1', '@me/a': '2.0.0' } } };
    expect(manifest(facts, { packageManager: 'bun' })).toHaveProperty('overrides.cookie');
    expect(manifest(facts, { packageManager: 'yarn' })).toHaveProperty('resolutions.cookie');
    expect(manifest(facts, { packageManager: 'pnpm' })).not.toHaveProperty('overrides');
    expect(project(facts, { packageManager: 'pnpm' }).get('pnpm-workspace.yaml')).toMatch(
      /^overrides:\n {2}'@me\/a': '2\.0\.0'\n {2}'cookie': '1\.1\.1'\n/,
    );
    expect(project(facts).has('pnpm-workspace.yaml')).toBe(false);
  });

  it('tells npm and pnpm which install scripts are not needed, and yarn where packages go', () => {
    expect(manifest({}, { packageManager: 'npm' })).toHaveProperty('allowScripts.esbuild', false);
    expect(manifest({}, { packageManager: 'bun' })).not.toHaveProperty('allowScripts');
    const workspace = project({}, { packageManager: 'pnpm' }).get('pnpm-workspace.yaml');
    expect(workspace).toContain("allowBuilds:\n  'esbuild': false\n");
    expect(project({}, { packageManager: 'yarn' }).get('.yarnrc.yml')).toContain('node-modules');
    expect(project({}).has('.yarnrc.yml')).toBe(false);
  });

  it.each([
    ['dependency', { dependencies: { zod: '4.0.0' } }, { dependencies: { zod: '4.0.1' } }],
    ['dependency', { dependencies: { zod: '4.0.0' } }, { devDependencies: { zod: '4.0.1' } }],
    ['override', { overrides: { zod: '4.0.0' } }, { overrides: { zod: '4.0.1' } }],
    ['script', { scripts: { zod: '4.0.0' } }, { scripts: { zod: '4.0.1' } }],
  ])('is refused when two layers differ about a %s, naming both', (what, http, api) => {
    expect(() => project({ http, api })).toThrow(
      `http and api differ about the ${what} zod: 4.0.0, 4.0.1.`,
    );
  });

  it('is not refused when two layers say the same', () => {
    const facts = { dependencies: { zod: '4.0.0' }, scripts: { build: 'tsc' } };
    expect(manifest({ http: facts, api: facts })).toMatchObject(facts);
  });
});

describe('.env.example', () => {
  it('has every variable under the line that explains it, and comments out what begins with #', () => {
    const facts = {
      http: { env: [{ name: 'PORT', about: 'Where to listen.', example: '3000' }] },
      database: { env: [{ name: 'DATABASE_URL', about: 'The server.', example: '# pg://x' }] },
    };
    expect(project(facts).get('.env.example')).toBe(
      '# Where to listen.\nPORT=3000\n\n# The server.\n# DATABASE_URL=pg://x\n',
    );
  });

  it('leaves out what is needed only beside a layer that is not there', () => {
    const beside = { name: 'PASSWORD', about: 'Of the server.', example: '', with: 'database' };
    const facts = { api: { env: [beside] } };
    const only = { preset: undefined, layers: ['api'] };
    expect(project(facts).get('.env.example')).toBe('# Of the server.\nPASSWORD=\n');
    expect(project(facts, only).has('.env.example')).toBe(false);
  });

  it('is refused when two layers declare the same variable, naming both', () => {
    const facts = { env: [{ name: 'PORT', about: 'x', example: '1' }] };
    expect(() => project({ http: facts, api: facts })).toThrow(
      'http and api both declare the environment variable PORT.',
    );
  });

  it('does not exist when there is nothing to say', () => {
    expect(project({}).has('.env.example')).toBe(false);
  });
});

it('.gitignore has the lines of all layers, each once', () => {
  const facts = {
    http: { gitignore: ['node_modules/', '.env'] },
    api: { gitignore: ['.env', 'x'] },
  };
  expect(project(facts).get('.gitignore')).toBe('node_modules/\n.env\nx\n');
});
