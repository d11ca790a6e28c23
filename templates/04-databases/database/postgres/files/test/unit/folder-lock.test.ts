import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../src/database/folder-lock.ts';

let folder: string;
const holdBy = (pid: number) => writeFile(path.join(folder, 'held-by-process'), String(pid));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('names the process that holds the folder, and the way out', async () => {
  await holdBy(process.ppid);
  await expect(lockFolder(folder, 0)).rejects.toThrow(
    new RegExp(`process ${process.ppid}\\. .*DATABASE_URL`),
  );
});

it('waits for the holder to let go', async () => {
  await holdBy(process.ppid);
  setTimeout(() => rm(path.join(folder, 'held-by-process')), 200);
  await expect(lockFolder(folder)).resolves.toBeTypeOf('function');
});

it('takes over from a process that is gone, and lets go when asked', async () => {
  await holdBy(2 ** 22 + 1);
  const unlock = await lockFolder(folder, 1000);
  await unlock();
  await expect(lockFolder(folder, 0)).resolves.toBeTypeOf('function');
});
