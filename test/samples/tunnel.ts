import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { changedUrl } from './server-database.ts';

/**
 * A way to a server that can be cut.
 *
 * @param address the address of the server
 * @returns the address by the tunnel, and how to cut and to mend it
 */
export async function tunnel(address: string) {
  const { hostname, port } = new URL(address);
  const own = await freePort();
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  async function mend(): Promise<void> {
    server = createServer((near) => {
      const far = connect({ host: hostname, port: Number(port) });
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    }).listen(own, '127.0.0.1');
    await once(server, 'listening');
  }
  function cut(): void {
    server?.close();
    for (const socket of sockets) socket.destroy();
  }

  await mend();
  onTestFinished(cut);
  const url = changedUrl(address, (it) => {
    it.hostname = '127.0.0.1';
    it.port = String(own);
  });
  return { url, cut, mend };
}
