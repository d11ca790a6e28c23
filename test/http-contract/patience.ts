import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Backend } from './backend.ts';
import { visitorOf } from './visitor.ts';

/** What a visitor may not use up; apart, for it takes its time. */
export function patience(backend: Backend): void {
  const { get } = visitorOf(backend);

  function open(): Socket {
    const { hostname, port } = new URL(backend.url());
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
    return socket;
  }

  describe('patience', () => {
    it('hangs up within 15 seconds on headers that drip', { timeout: 30_000 }, async () => {
      const before = Date.now();
      const socket = open();
      socket.resume();
      socket.write('GET /livez HTTP/1.1\r\nhost: a\r\n');
      const drip = setInterval(() => socket.write('x: y\r\n'), 500);
      await once(socket, 'close');
      clearInterval(drip);
      expect(Date.now() - before).toBeLessThan(15_000);
    });

    it('answers while 1,000 others are connected and say nothing', async () => {
      const idle = Array.from({ length: 1000 }, open);
      await Promise.all(idle.map((socket) => socket.connecting && once(socket, 'connect')));
      expect((await get('/livez')).status).toBe(200);
    });

    it('survives visitors who leave in the middle', async () => {
      const half = 'POST /api/links HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
      for (let count = 0; count < 20; count += 1) {
        const socket = open();
        await once(socket, 'connect');
        socket.write(`${half}content-length: 100\r\n\r\n{"url":`, () => socket.destroy());
      }
      expect((await get('/livez')).status).toBe(200);
    });
  });
}
