import pino, { type Logger } from 'pino';

/** Lines are written together: once they have so many bytes, or after so many ms. */
const BATCH = { sync: false, minLength: 4096, periodicFlush: 1_000 };

/** Structured logs, one JSON object a line, on standard output. */
export function createLog(config: { logLevel: string; production: boolean }): Logger {
  const destination = pino.destination({ dest: 1, ...(config.production && BATCH) });
  return pino({ level: config.logLevel, base: null }, destination);
}
