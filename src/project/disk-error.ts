import { RoadmapError } from '../roadmap/roadmap-error.ts';

/**
 * Turns what the operating system says about a path into what happened and what to do about it.
 *
 * @param error what was thrown while the disk was read or written
 * @param path what was being read or written
 * @returns an expected failure, or the error itself when nothing better is known
 */
export function diskError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return refused(
        `You may not write to ${path}.`,
        'Choose a folder that is yours, or change its permissions.',
      );
    case 'EROFS':
      return refused(`${path} is on a read-only disk.`, 'Choose a folder on another disk.');
    case 'ENOSPC':
    case 'EDQUOT':
      return refused(
        `The disk is full: ${path} could not be written, and what was written is gone again.`,
        'Free some space, or choose a folder on another disk.',
      );
    case 'ENAMETOOLONG':
      return refused(`The path ${path} is too long for this disk.`, 'Choose a shorter name.');
    case 'ENOTDIR':
    case 'EEXIST':
      return refused(
        `A part of the path ${path} is not a folder.`,
        'Choose another place, or move what stands there out of the way.',
      );
    case 'ENOTEMPTY':
      return refused(`Something else appeared at ${path}.`, 'Look what it is, and try again.');
    case 'ELOOP':
      return refused(
        `The symbolic links of ${path} lead in a circle.`,
        'Mend the links, or choose another folder.',
      );
    default:
      return error;
  }
}

function refused(message: string, fix: string): RoadmapError {
  return new RoadmapError('refused', message, fix);
}
