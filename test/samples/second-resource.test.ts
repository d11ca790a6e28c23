import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../support/program.ts';
import { run, runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { codeLines } from './source-lines.ts';
import { written } from './written.ts';

const mostLines = 200;

/** The files that an owner wrote who followed nothing but the emitted AGENTS.md. */
const files = join(packageFolder, 'test', 'samples', 'notes');

/** What an owner changes in the files that wire rooms: a line that is there → what is there now. */
const wiring: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/database-storage.ts': {
    "import { databaseLinks } from './database/links.ts';":
      "$&\nimport { databaseNotes } from './database/notes.ts';",
    '    links: databaseLinks(executor),': '$&\n    notes: databaseNotes(executor),',
  },
  'src/compose.ts': {
    'import { randomInt }': 'import { randomInt, randomUUID }',
    "import { linkRoutes } from './http/link-routes.ts';":
      "$&\nimport { noteRoutes } from './http/note-routes.ts';",
    "import { createLog } from './log.ts';": "$&\nimport { createNotes } from './notes/notes.ts';",
    '  const links = createLinks({':
      '  const notes = createNotes({ repository: storage.notes, clock, newId: randomUUID });\n$&',
    '      health: healthRoutes({': '      notes: noteRoutes({ notes }),\n$&',
  },
  'src/openapi.ts': {
    "import { openApiDocument } from './http/openapi.ts';":
      "import { noteOperations, noteSchemas } from './http/note-operations.ts';\n$&",
    '  links: linkOperations,': '$&\n  notes: noteOperations,',
    '  ...linkSchemas,': '$&\n  ...noteSchemas,',
  },
};

describe('a second resource, added by hand', () => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sampleWith('fastify', 'postgres', 'api', 'auth'));
    cpSync(files, folder, { recursive: true });
    for (const [path, changes] of Object.entries(wiring)) {
      const file = join(folder, path);
      let text = readFileSync(file, 'utf8');
      for (const [before, after] of Object.entries(changes)) {
        expect(text.split(before), `${before} in ${path}`).toHaveLength(2);
        text = text.replace(before, after);
      }
      writeFileSync(file, text);
    }
    await runWell(folder, ['npm', 'run', 'openapi']);
  });

  it(`costs at most ${mostLines} lines, its tests and its table included`, () => {
    const paths = readdirSync(files, { recursive: true, encoding: 'utf8' });
    const lines = paths
      .filter((path) => /\.(ts|sql)$/.test(path))
      .map((path) => [path, readFileSync(join(files, path), 'utf8')] as const)
      .map(([path, text]) =>
        path.endsWith('.ts') ? codeLines(path, text) : text.trimEnd().split('\n').length,
      )
      .reduce((sum, one) => sum + one, 0);
    const wired = Object.values(wiring).flatMap((changes) => Object.keys(changes)).length;
    expect(lines + wired).toBeLessThanOrEqual(mostLines);
  });

  it('is as well formed and typed as the rest', async () => {
    await runWell(folder, ['npm', 'run', 'lint']);
    await runWell(folder, ['npm', 'run', 'typecheck']);
  });

  it('passes its own tests and all others: rooms, guarded routes, the document', async () => {
    expect(await runWell(folder, ['npm', 'test'])).toMatch(/notes\.test\.ts/);
  });

  it('is refused by the test of the rooms when it reaches into another', async () => {
    const file = join(folder, 'src', 'notes', 'notes.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `import { createLinks } from '../links/links.ts';\n${text}`);
    const { exitCode, all } = await run(folder, [
      'npx',
      'vitest',
      'run',
      'test/architecture.test.ts',
    ]);
    writeFileSync(file, text);
    expect(exitCode).not.toBe(0);
    expect(all).toContain('links/links.ts');
  });
});
