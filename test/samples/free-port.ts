import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * @returns a port that nobody listens on, below those that the system gives to outgoing connections:
 *   one of these could be taken again before we use it
 */
export async function freePort(): Promise<number> {
  const port = randomInt(15_000, 32_000);
  const server = createServer().listen(port, '127.0.0.1');
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (!free) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
