import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';

/** How long (ms) a restart waits for the process before it to let go. */
const PATIENCE = 5_000;

/**
 * The embedded database belongs to one process: two on one folder lose rows without an error.
 *
 * @returns a function that unlocks
 * @throws StartupError naming the process that holds the folder
 */
export async function lockFolder(
  folder: string,
  patience = PATIENCE,
): Promise<() => Promise<void>> {
  const file = path.join(folder, 'held-by-process');
  for (const until = Date.now() + patience; ; await setTimeout(100)) {
    const taken = await writeFile(file, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        return false;
      },
    );
    if (taken) return () => rm(file, { force: true });

    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder && !isAlive(holder)) await rm(file, { force: true });
    else if (Date.now() > until) {
      throw new StartupError(
        `${folder} is in use by process ${holder}. Stop that one, or set DATABASE_URL to a server.`,
      );
    }
  }
}

/** A container's only process has the same number after every restart, so our own is not alive. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
