import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** A change of the schema and the way back, as the database takes them. */
export interface Migration {
  /** The file's name up to `.up.`. */
  readonly name: string;
  readonly up: string;
  readonly down: string;
  /** Of the way up, with line ends as LF: a checkout on Windows changes nothing. */
  readonly checksum: string;
}

const folder = new URL('../../migrations/', import.meta.url);

/** @returns the migrations of a folder, in the order of their names */
export async function readMigrations(from = folder): Promise<Migration[]> {
  const files = (await readdir(from)).filter((file) => file.includes('.up.')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.slice(0, file.lastIndexOf('.up.'));
      const up = await readFile(new URL(file, from), 'utf8');
      const down = await readFile(new URL(file.replace(/\.up\.(?=\w+$)/, '.down.'), from), 'utf8');
      const unixUp = up.replaceAll('\r\n', '\n');
      return { name, up, down, checksum: createHash('sha256').update(unixUp).digest('hex') };
    }),
  );
}
