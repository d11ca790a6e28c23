import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site, SiteFile } from './port.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The folder `web/`, which stands beside `src/` as well as beside the build of it. */
const FOLDER = fileURLToPath(new URL('../../web/', import.meta.url));

/**
 * What is in the folder when the service starts is all that there is: a path is looked up and
 * never joined, so none can lead out of the folder.
 *
 * @param options.fresh whether a file is read again each time, as is handy while working on it
 */
export function openSite({ fresh }: { fresh: boolean }): Site {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) in TYPES && statSync(join(FOLDER, name)).isFile())
    .sort();
  const files = new Map(names.map((name) => [pathOf(name), join(FOLDER, name)]));
  const kept = new Map<string, SiteFile>();

  return {
    paths: [...files.keys()],

    read(path) {
      const file = files.get(path);
      if (file === undefined) throw new Error(`There is no ${path} in web/`);
      const read = (!fresh && kept.get(path)) || readFile(file);
      kept.set(path, read);
      return read;
    },
  };
}

function readFile(file: string): SiteFile {
  const contents = readFileSync(file);
  const tag = `"${createHash('sha256').update(contents).digest('base64url').slice(0, 27)}"`;
  return { contents, tag, type: TYPES[extname(file)] ?? 'application/octet-stream' };
}

function pathOf(name: string): string {
  return `/${name.replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/');
}
