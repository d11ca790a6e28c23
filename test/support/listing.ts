import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Everything about a folder that a user could miss afterwards.
 *
 * @param folder an existing folder
 * @param except names that are not looked into
 * @returns path → kind, mode, and hash of the contents
 */
export function listing(folder: string, except: readonly string[] = []): Record<string, string> {
  const found: Record<string, string> = {};
  function visit(path: string): void {
    for (const name of readdirSync(path).sort()) {
      if (except.includes(name)) continue;
      const file = join(path, name);
      const stats = lstatSync(file);
      const mode = (stats.mode & 0o7777).toString(8);
      const key = relative(folder, file);
      if (stats.isDirectory()) {
        found[key] = `folder ${mode}`;
        visit(file);
      } else if (stats.isSymbolicLink()) found[key] = `link ${readlinkSync(file)}`;
      else found[key] = `file ${mode} ${hash(readFileSync(file))}`;
    }
  }
  visit(folder);
  return found;
}

/**
 * @param contents any bytes
 * @returns their sha256
 */
export function hash(contents: Buffer | string): string {
  return createHash('sha256').update(contents).digest('hex');
}
