import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { openMemory } from './memory/storage.ts';

/** Where this service keeps its data: in its own memory. */
export async function openStorage(_config: Config, log: Logger) {
  return openMemory(log);
}
