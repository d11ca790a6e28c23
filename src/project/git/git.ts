import { spawnSync } from 'node:child_process';
import { gitEnvironment } from './environment.ts';

/** How git answered. */
export interface Answer {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asks git something, in one folder. */
export type Git = (words: readonly string[], input?: string) => Answer;

/**
 * For short questions, whose answer is waited for. It refreshes nothing of git's own on the way.
 *
 * @param folder where
 * @returns asks git; when there is none, no answer is ok
 */
export function gitIn(folder: string): Git {
  return (words, input = '') => {
    const { status, stdout, stderr } = spawnSync('git', words, {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, ...gitEnvironment, GIT_OPTIONAL_LOCKS: '0' },
      maxBuffer: 1024 ** 3,
    });
    return { ok: status === 0, stdout: stdout ?? '', stderr: stderr ?? '' };
  };
}
