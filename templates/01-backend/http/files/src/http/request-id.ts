import { randomUUID } from 'node:crypto';

/**
 * Keeps the id that a caller gave its request, so that logs of several services can be joined,
 * unless it could forge log lines or fill the disk.
 */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[!-~]{1,128}$/.test(given) ? given : randomUUID();
}
