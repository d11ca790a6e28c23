import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { environment, type Variables } from './run.ts';

/** A backend that was started. */
export interface Started {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** All that it has written so far. */
  log(): string;
  /** Sends a signal and waits for the end of all that was started. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
}

/** Limits that no test reaches, for tests that are not about them. */
export const unlimited: Variables = { LIMIT_WRITES: '1000000', LIMIT_NOT_FOUND: '1000000' };

/** How to start. */
export interface Start {
  readonly variables?: Variables;
  /** What `npm start` runs, unless said. */
  readonly command?: readonly [string, ...string[]];
}

/**
 * Starts the backend of a project and waits until it answers.
 *
 * @param folder the project
 * @param start how
 * @returns the backend
 * @throws with what it wrote when it ends, or has not answered after a minute
 */
export async function started(folder: string, start: Start = {}): Promise<Started> {
  const { variables = {}, command = [process.execPath, 'scripts/start.js'] } = start;
  const port = Number(variables.PORT ?? (await freePort()));
  const [program, ...words] = command;
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...environment(folder, { PORT: String(port), ...variables }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what it starts can be stopped with it.
    detached: true,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      hasEnded = true;
      resolve(code);
    });
  });
  const { pid = 0 } = child;
  const url = `http://127.0.0.1:${port}`;
  const backend: Started = {
    url,
    port,
    pid,
    log: () => log,
    ended,
    stop(signal = 'SIGTERM') {
      // npm keeps a signal to itself, and a shell may, too: as by Ctrl-C, all of the group get it.
      const isAlone = program === process.execPath && signal !== 'SIGKILL';
      if (!hasEnded) process.kill(isAlone ? pid : -pid, signal);
      return ended;
    },
  };
  for (const until = Date.now() + 60_000; Date.now() < until; await setTimeout(50)) {
    if (hasEnded) throw new Error(`It ended with ${await ended}:\n${log}`);
    if ((await fetch(`${url}/livez`).catch(() => undefined))?.ok) return backend;
  }
  await backend.stop('SIGKILL');
  throw new Error(`It never answered:\n${log}`);
}
