/** How a program of somebody else's ended. */
export interface Outcome {
  readonly ok: boolean;
  /** The program is not on this machine. */
  readonly missing: boolean;
  /** What it printed, both streams in order. */
  readonly output: string;
}

interface Run {
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  /** Hears each line as it is printed. */
  readonly line?: (text: string) => void;
  /** Added to this process's environment; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const patience = 5_000;

/**
 * Runs a program to its end. It reads nothing from the terminal, so that it cannot wait for an
 * answer; when the signal aborts it is ended with all that it started, and this returns only when
 * they are gone: nobody writes any more into what is about to be removed.
 *
 * @param program its name on the PATH
 * @param words its arguments
 * @param run where, and who listens
 * @returns how it ended; a failure is no error
 */
export async function runProgram(
  program: string,
  words: readonly string[],
  run: Run,
): Promise<Outcome> {
  if (run.signal?.aborted) return { ok: false, missing: false, output: '' };
  // Loaded here since most ways through the program start no other one.
  const { execa } = await import('execa');
  const subprocess = execa(program, words, {
    cwd: run.folder,
    stdin: 'ignore',
    all: true,
    reject: false,
    // A process group of its own, which can be ended as a whole.
    detached: process.platform !== 'win32',
    ...(run.env && { env: { ...run.env } }),
  });
  let killing: NodeJS.Timeout | undefined;
  const stop = () => {
    signalTo(subprocess.pid, 'SIGTERM');
    killing = setTimeout(() => signalTo(subprocess.pid, 'SIGKILL'), patience);
  };
  run.signal?.addEventListener('abort', stop);
  try {
    if (run.line) for await (const line of subprocess.iterable({ from: 'all' })) run.line(line);
    const result = await subprocess;
    return { ok: !result.failed, missing: result.code === 'ENOENT', output: result.all ?? '' };
  } finally {
    run.signal?.removeEventListener('abort', stop);
    clearTimeout(killing);
  }
}

function signalTo(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch (error) {
    // Gone already: that is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
