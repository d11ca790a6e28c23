import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { bin } from '../support/program.ts';

/** A project that was made by the program, and runs. */
export interface StartedProject {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Makes a project as a user does, and starts it; its data is gone afterwards.
 *
 * @param layers what it consists of; it keeps its data in memory
 * @param environment variables to start it with
 */
export async function startProject(
  layers: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProject> {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-browser-')));
  const folder = join(parent, 'shop');
  const answers = ['--layers', layers, '--database', 'memory', '--no-install', '--no-git'];
  await execa('node', [bin, folder, ...answers, '--quiet']);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const port = await freePort();
  const child = spawn('node', ['node_modules/tsx/dist/cli.mjs', 'src/main.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: 'inherit',
  });
  const url = `http://localhost:${port}`;
  await answers200(`${url}/readyz`, child);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

async function answers200(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`The project ended with ${child.exitCode} before it was ready.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
