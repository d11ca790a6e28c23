import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built package: the copy that build-once.ts made, or this one. */
export const packageFolder =
  process.env.ROADMAP_PACKAGE ?? fileURLToPath(new URL('../..', import.meta.url));

/** The built program, as the package's bin starts it. */
export const bin = join(packageFolder, 'bin', 'create-backend-roadmap.js');

/** How the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to start the program. */
export interface Start {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than the built one. */
  readonly program?: string;
  /** Standard input; nothing unless said, and null for one that never ends. */
  readonly input?: string | null;
}

/** A started program. */
export interface Running {
  /** Sends a signal. */
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the text was printed, on whichever stream. */
  printed(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/**
 * The environment of a user of whom nothing is known: no CI, no package manager that started us,
 * no git identity, and a home of its own.
 *
 * @param home an empty folder
 * @returns environment variables
 */
export function plainEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    TERM: 'xterm',
    LANG: 'C.UTF-8',
  };
}

/**
 * Starts the built program without a terminal.
 *
 * @param words its arguments
 * @param start where and how
 * @returns the running program
 */
export function startProgram(words: readonly string[], start: Start): Running {
  const child = spawn(process.execPath, [start.program ?? bin, ...words], {
    cwd: start.cwd,
    env: { ...plainEnvironment(start.cwd), ...start.env },
    stdio: 'pipe',
  });
  const streams = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      streams[name] += text;
    });
  }
  child.stdin.on('error', () => undefined);
  if (start.input !== null) child.stdin.end(start.input ?? '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...streams }));
  });
  return {
    kill: (signal) => child.kill(signal),
    printed: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!`${streams.stdout}${streams.stderr}`.includes(text)) return;
          resolve();
        };
        look();
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('close', () => resolve());
      }),
    ended,
  };
}

/**
 * Runs the built program to its end, without a terminal.
 *
 * @param words its arguments
 * @param start where and how
 * @returns how it ended
 */
export async function program(words: readonly string[], start: Start): Promise<Ended> {
  return await startProgram(words, start).ended;
}
