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

/**
 * Runs a program to its end. It reads nothing from the terminal, so that it cannot wait for an
 * answer; when the signal aborts it is ended, and this returns only when it is gone.
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
  // Loaded here since most ways through the program start no other one.
  const { execa } = await import('execa');
  const subprocess = execa(program, words, {
    cwd: run.folder,
    stdin: 'ignore',
    all: true,
    reject: false,
    ...(run.env && { env: { ...run.env } }),
    ...(run.signal && { cancelSignal: run.signal }),
  });
  if (run.line) for await (const line of subprocess.iterable({ from: 'all' })) run.line(line);
  const result = await subprocess;
  return { ok: !result.failed, missing: result.code === 'ENOENT', output: result.all ?? '' };
}
