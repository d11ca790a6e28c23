/** The service cannot start, and whoever runs it can mend that: told in a line, without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** The last stop of a failed start. */
export function exitWith(error: unknown): never {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}
