import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the next version is called. */
export const next = '9.0.0';

/** Where it keeps what this one keeps elsewhere. */
export const moved = ['src/log.ts', 'src/logging.ts'] as const;

/** What it has no more. */
export const dropped = 'docs/adr/0001-rooms-and-ports.md';

/**
 * Makes the next version of us: a changed file, a renamed one, a dropped one, another version of a
 * dependency, a new question, and a layer that is not there any more.
 *
 * @param folder with a copy of our sources
 */
export function nextVersion(folder: string): void {
  const http = join(folder, 'templates', '01-backend', 'http');
  const cache = join(folder, 'templates', '08-performance', 'cache');
  edit(join(folder, 'package.json'), (it) =>
    it.replace(/"version": ".*?"/, `"version": "${next}"`),
  );
  edit(join(http, 'files', 'src', 'main.ts'), (it) => `// The next version.\n${it}`);
  edit(join(http, 'files', 'src', 'config.ts'), (it) => it.replace("from 'zod'", "from 'zod/v4'"));
  renameSync(join(http, 'files', moved[0]), join(http, 'files', moved[1]));
  editJson(join(http, 'layer.json'), (it) => ({ ...it, moved: { [moved[0]]: moved[1] } }));
  rmSync(join(http, 'files', dropped));
  edit(join(http, 'layer.json'), (it) => it.replace(/("pino": )"[^"]+"/, '$1"99.0.0"'));
  editJson(join(cache, 'layer.json'), (it) => ({ ...it, values: ['local', 'shared'] }));
  for (const value of ['local', 'shared']) {
    write(join(cache, value, 'layer.json'), JSON.stringify({ title: value, summary: value }));
    write(join(cache, value, 'files', 'docs', `cache-${value}.md`), `# A ${value} cache\n`);
  }
  // A layer without templates is still to come, or gone.
  rmSync(join(folder, 'templates', '07-security', 'hardening', 'files'), { recursive: true });
  rmSync(join(folder, 'templates', '07-security', 'hardening', 'with'), {
    recursive: true,
    force: true,
  });
}

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`Nothing was changed in ${path}.`);
  writeFileSync(path, changed);
}

function editJson(path: string, change: (data: object) => object): void {
  edit(path, (text) => JSON.stringify(change(JSON.parse(text)), null, 2));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
