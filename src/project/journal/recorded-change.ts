import type { Entry } from './entry.ts';
import { type DiskFile, type FileChange, hashOf } from './file-change.ts';

/**
 * @param change what is to happen to a file
 * @returns the same as the journal writes it down
 */
export function recorded({ path, before, after }: FileChange): Entry['files'][number] {
  return {
    path,
    before: before === undefined ? null : asText(before),
    after: after === undefined ? null : hashOf(after.bytes),
  };
}

/**
 * @param file on the disk
 * @returns the same as the journal keeps it
 */
export function asText({ bytes, mode }: DiskFile): { bytes: string; mode: number } {
  return { bytes: Buffer.from(bytes).toString('base64'), mode };
}
