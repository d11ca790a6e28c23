import pino, { type Logger } from 'pino';

/** Lines are written together: once they have so many bytes, or after so many ms. */
const BATCH = { sync: false, minLength: 4096, periodicFlush: 1_000 };

/** An error in a log: its cause, for what a library puts around that may repeat what was sent. */
export const err = ({ cause, name, message, stack }: Error): object =>
  cause instanceof Error ? err(cause) : { type: name, message, stack };

/** Structured logs, one JSON object a line, on standard output. */
export function createLog(config: { logLevel: string; production: boolean }): Logger {
  const destination = pino.destination({ dest: 1, ...(config.production && BATCH) });
  return pino({ level: config.logLevel, base: null, serializers: { err } }, destination);
}
