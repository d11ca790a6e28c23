import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

it('the service answers while a thousand others are connected and say nothing', async () => {
  const app = await startApp();
  const { hostname: host, port } = new URL(app.url);
  const idle = Array.from({ length: 1000 }, () => connect({ host, port: Number(port) }));
  await Promise.all(idle.map((socket) => once(socket, 'connect')));
  expect(await app.request('GET', '/livez')).toMatchObject({ status: 200 });
  for (const socket of idle) socket.destroy();
  await app.stop();
});
