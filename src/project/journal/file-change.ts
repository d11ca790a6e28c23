import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file on the disk: its bytes, and its permissions as the system numbers them. */
export interface DiskFile {
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/** What is to happen to one path; undefined stands for no file. */
export interface FileChange {
  readonly path: string;
  readonly before: DiskFile | undefined;
  readonly after: DiskFile | undefined;
}

/**
 * @param folder absolute
 * @param path in it
 * @returns the file there, if there is one
 */
export function diskFile(folder: string, path: string): DiskFile | undefined {
  const file = join(folder, path);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  return { bytes: readFileSync(file), mode: stats.mode & 0o777 };
}

/**
 * @param bytes of a file
 * @returns what tells it from others
 */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * @param one a file, or none
 * @param other another, or none
 * @returns whether their bytes are the same
 */
export function isSame(one: DiskFile | undefined, other: DiskFile | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Buffer.compare(one.bytes, other.bytes) === 0;
}
