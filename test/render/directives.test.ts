import { describe, expect, it } from 'vitest';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import { projectOf, templatesWith } from './a-project.ts';

const composed = '01-backend/http/files/src/compose.ts';

function compose(text: string, answers: Parameters<typeof projectOf>[1] = {}, path = composed) {
  const final = path.slice(path.indexOf('/files/') + '/files/'.length);
  return projectOf(templatesWith({ [path]: text }), answers).get(final);
}

function refusal(text: string, path = composed): string {
  try {
    compose(text, {}, path);
  } catch (error) {
    if (error instanceof RoadmapError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'not refused';
}

const wired = `start();
// {{#if api}}
docs();
// {{/if}}
stop();
`;

describe('a directive', () => {
  it('keeps what it encloses when the layer is selected, and vanishes itself', () => {
    expect(compose(wired, { layers: ['api'] })).toBe('start();\ndocs();\nstop();\n');
  });

  it('takes away what it encloses when the layer is not selected', () => {
    expect(compose(wired)).toBe('start();\nstop();\n');
  });

  it('asks about values of choices as well, and about the one that means "without"', () => {
    const text = wired.replace('api', 'postgres');
    expect(compose(text, { layers: ['database'] })).toContain('docs');
    expect(compose(text)).not.toContain('docs');
    expect(compose(wired.replace('api', 'memory'))).toContain('docs');
    expect(compose(wired.replace('api', 'memory'), { layers: ['database'] })).not.toContain('docs');
  });

  it('asks about the package manager as well', () => {
    const text = wired.replace('api', 'pnpm');
    expect(compose(text, { packageManager: 'pnpm' })).toContain('docs');
    expect(compose(text, { packageManager: 'npm' })).not.toContain('docs');
  });

  it('may stand at the beginning, at the end, indented, and one after the other', () => {
    const text = `// {{#if api}}
a
// {{/if}}
  // {{#if http}}
b
  // {{/if}}
// {{#if fastify}}
// {{/if}}
`;
    expect(compose(text)).toBe('b\n');
  });

  it('is written as the file comments: # in YAML, <!-- --> in Markdown', () => {
    const files = {
      '01-backend/http/files/README.md': '<!-- {{#if api}} -->\nx\n<!-- {{/if}} -->\ny\n',
    };
    expect(projectOf(templatesWith(files), {}).get('README.md')).toBe('y\n');
    expect(refusal('# {{#if api}}\n# {{/if}}\n')).toContain(
      'this is not how a directive is written',
    );
    expect(refusal('// {{#if api}}\n', '01-backend/http/files/README.md')).toContain('line 1');
  });

  it.each([
    ['of an unknown name', 'a\n// {{#if nothing}}\n// {{/if}}\n', 'line 2: there is no "nothing"'],
    ['that is never closed', '// {{#if api}}\na\n', 'line 1: it is never closed'],
    ['that closes nothing', 'a\n// {{/if}}\n', 'line 2: nothing is open that it could close'],
    [
      'inside of another',
      '// {{#if api}}\n// {{#if http}}\n// {{/if}}\n// {{/if}}\n',
      'line 2: the one of line 1 is still open',
    ],
    ['with else', '// {{#if api}}\n// {{else}}\n// {{/if}}\n', 'line 2: this is not how'],
    ['of another kind', '// {{#unless api}}\n// {{/unless}}\n', 'line 1: this is not how'],
    ['of two names', '// {{#if api http}}\n// {{/if}}\n', 'line 1: this is not how'],
    ['with spaces in it', '// {{ #if api }}\n// {{/if}}\n', 'line 1: this is not how'],
    ['with text behind it', '// {{#if api}} x\n// {{/if}}\n', 'line 1: this is not how'],
  ])('%s is refused, naming file and line', (_, text, message) => {
    expect(refusal(text)).toContain(`templates: src/compose.ts, ${message}`);
  });

  it('in a file that is not composed is refused, naming file and line', () => {
    expect(refusal(`x\n${wired}`, '01-backend/http/files/src/main.ts')).toBe(
      'templates: src/main.ts, line 3: this file is not a composed one.',
    );
  });
});

describe('a key of YAML', () => {
  const yaml = (text: string, layers: readonly string[] = []) =>
    compose(text, { layers }, '01-backend/http/files/compose.yaml');
  const when = (text: string) => `  # {{#if api}}\n${text}  # {{/if}}\n`;

  it('goes with the last of its entries, and with the empty line that set it apart', () => {
    const text = `a: 1\n\nb:\n${when('  c: 2\n')}\nd: 3\n`;
    expect(yaml(text, ['api'])).toBe('a: 1\n\nb:\n  c: 2\n\nd: 3\n');
    expect(yaml(text)).toBe('a: 1\n\nd: 3\n');
    expect(yaml(`a: 1\n\nb:\n${when('  c: 2\n')}`)).toBe('a: 1\n');
  });

  it('goes when all of its keys have gone', () => {
    expect(yaml(`a: 1\nb:\n  c:\n  ${when('    d: 2\n')}e: 3\n`)).toBe('a: 1\ne: 3\n');
  });

  it('stays when anything is left below it, and when it is said to be empty', () => {
    const text = `b:\n  # why\n${when('  c: 2\n')}  d:\n    - 3\ne: {}\n`;
    expect(yaml(text)).toBe('b:\n  # why\n  d:\n    - 3\ne: {}\n');
  });

  it('is left alone in other files', () => {
    expect(compose('b:\n// {{#if api}}\n  c\n// {{/if}}\nd\n')).toBe('b:\nd\n');
  });
});

describe('other braces', () => {
  const others = [
    'run: echo $'.concat('{{ secrets.TOKEN }} {{ matrix.node }}'),
    '<b style={{ color: "red" }}>{{ link.code | uppercase }}</b>',
    '{{#each it}}{{/each}} {{{raw}}} {{> partial}} {{!-- comment --}} {{else}} {{',
    String.raw`\{{name\}} {{nme}} {{ name }} &amp; <>"' $& $1`,
    '{{helm}} {{- if .Values.x }} }}',
  ].join('\n');

  it('are left as they are in composed files', () => {
    expect(compose(`${others}\n`)).toBe(`${others}\n`);
    expect(compose(`${others}\n${wired}${others}\n`, { layers: ['api'] })).toBe(
      `${others}\nstart();\ndocs();\nstop();\n${others}\n`,
    );
  });

  it('are left as they are in all other files, placeholders included', () => {
    const text = `${others}\n{{name}}\n`;
    expect(compose(text, {}, '01-backend/http/files/src/main.ts')).toBe(text);
  });
});

describe('a placeholder', () => {
  it('stands for the name of the project and the words of its package manager', () => {
    const text = '{{name}}|{{install}}|{{run}} x|{{test}}|{{start}}\n';
    const said = (packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun') =>
      compose(text, { name: '@me/shop', packageManager });
    expect(said('npm')).toBe('@me/shop|npm install|npm run x|npm test|npm start\n');
    expect(said('pnpm')).toBe('@me/shop|pnpm install|pnpm run x|pnpm test|pnpm start\n');
    expect(said('yarn')).toBe('@me/shop|yarn install|yarn run x|yarn test|yarn start\n');
    expect(said('bun')).toBe('@me/shop|bun install|bun run x|bun run test|bun run start\n');
  });

  it('stands for what images and pipelines do where only Node.js and npm are there', () => {
    const text = '{{cleanInstall}}|{{productionInstall}}|{{audit}}|{{manifests}}|{{ecosystem}}\n';
    expect(compose(text, { packageManager: 'npm' })).toBe(
      'npm ci|npm ci --omit=dev|npm audit --omit=dev --audit-level=high|package.json package-lock.json|npm\n',
    );
    for (const packageManager of ['pnpm', 'yarn', 'bun'] as const) {
      const [clean, production, audit, manifests] =
        compose(text, { packageManager })?.split('|') ?? [];
      for (const command of [clean, production, audit]) {
        expect(command).toMatch(/^npm install --global [@\w/-]+@\d+\.\d+\.\d+ && /);
        expect(command).toContain(`&& ${packageManager} `);
      }
      expect(manifests).toMatch(/^package\.json (pnpm-lock\.yaml|yarn\.lock|bun\.lock)/);
    }
  });

  it('stands for the roadmap as a picture and a table', () => {
    expect(compose('{{roadmap}}\n', { layers: ['api'], choices: { database: 'postgres' } })).toBe(
      [
        '![The backend roadmap: 3 of its 8 stages reached](docs/roadmap.svg)',
        '',
        '| | | Stage | Layers in this project |',
        '|---|---|---|---|',
        '| ✅ | 1 | [backend](docs/roadmap/01-backend.md) | `http` (fastify) |',
        '| ⬜ | 2 | fundamentals |  |',
        '| ⬜ | 3 | web |  |',
        '| ✅ | 4 | [databases](docs/roadmap/04-databases.md) | `database` (postgres) |',
        '| ✅ | 5 | [apis](docs/roadmap/05-apis.md) | `api` |',
        '| ⬜ | 6 | deployment |  |',
        '| ⬜ | 7 | security |  |',
        '| ⬜ | 8 | performance |  |',
        '',
      ].join('\n'),
    );
  });

  it('lists on the page of a stage the files that its layers bring, source first', () => {
    const files = {
      '04-databases/page.md':
        '# {{name}}\n<!-- {{#if api}} -->\napi\n<!-- {{/if}} -->\n{{files}}\n',
      '04-databases/database/files/test/a.test.ts': '\n',
      '04-databases/database/postgres/files/migrations/1.sql': '\n',
      '04-databases/database/postgres/files/src/b.ts': '\n',
      '04-databases/database/with/api/src/a.ts': '\n',
      '04-databases/database/with/memory/src/c.ts': '\n',
    };
    const page = 'docs/roadmap/04-databases.md';
    const project = projectOf(templatesWith(files));
    expect(project.get(page)).toBe(
      [
        '# shop',
        'api',
        '- `src/a.ts`',
        '- `src/b.ts`',
        '- `migrations/1.sql`',
        '- `postgres.txt`',
        '- `test/a.test.ts`',
        '',
      ].join('\n'),
    );
    expect(projectOf(templatesWith(files), {}).has(page)).toBe(false);
  });
});
