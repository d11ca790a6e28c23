import type { Link } from '../domain/link.ts';
import type { Click, ClickLog } from './port.ts';

export interface ClicksOptions {
  clickLog: ClickLog;
  log: { warn(fields: object, message: string): void };
}

/** Clicks are written together, this often (ms): no visitor waits for the database. */
const INTERVAL = 1_000;

/** While clicks cannot be written, only so many are kept for later. */
const CAPACITY = 100_000;

export function createClicks({ clickLog, log }: ClicksOptions) {
  let waiting: Click[] = [];
  let writing = Promise.resolve();

  async function write() {
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    await clickLog.add(batch).catch((err) => {
      waiting = [...batch, ...waiting].slice(0, CAPACITY);
      log.warn({ err, waiting: waiting.length }, 'clicks could not be written yet');
    });
  }

  /** One write at a time, so that a slow database is not given more to do. */
  function flush() {
    writing = writing.then(write);
    return writing;
  }

  const timer = setInterval(flush, INTERVAL).unref();
  return {
    record(link: Link, at: Date) {
      if (waiting.length < CAPACITY) waiting.push({ code: link.code, at });
    },

    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
