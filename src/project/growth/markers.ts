import type { DiskFile } from '../journal/file-change.ts';

/**
 * @param file of the user's, if it is there
 * @param label who wanted the change
 * @returns number of the first line that is a marker of a conflict
 */
export function markersIn(file: DiskFile | undefined, label: string): number | undefined {
  if (file === undefined) return undefined;
  const markers = new Set(['<<<<<<< yours', '||||||| before', `>>>>>>> ${label}`]);
  const lines = Buffer.from(file.bytes).toString('utf8').split(/\r?\n/);
  const found = lines.findIndex((line) => markers.has(line));
  return found === -1 ? undefined : found + 1;
}
