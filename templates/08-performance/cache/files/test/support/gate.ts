import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A port in front of a server, which can be closed and opened again as if the server had died. */
export async function gateTo({ hostname, port }: { hostname: string; port: number }) {
  const sockets = new Set<Socket>();
  const gate = createServer((here) => {
    const there = connect(port, hostname);
    for (const socket of [here, there]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    here.pipe(there).pipe(here);
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => gate.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (gate.address() as AddressInfo).port;
  return {
    port: own,
    open: () => listen(own),
    close() {
      const closed = new Promise((resolve) => gate.close(resolve));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}
