/** The service cannot start, and whoever runs it can mend that: told in a line, without a stack. */
export class StartupError extends Error {}

/** The last stop of a failed start. */
export function exitWith(error: unknown): never {
  const cannotListen = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
  if (cannotListen) console.error(`${error.message}: set PORT or HOST.`);
  else console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}
