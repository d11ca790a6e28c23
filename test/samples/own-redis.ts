import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';

/** A Redis of one test's own, which the test may kill. */
export interface OwnRedis {
  readonly url: string;
  /** Starts it, at the same place and with nothing in it. */
  start(): Promise<void>;
  /** Hangs up on everybody without a word. */
  kill(): Promise<void>;
  /** Lets it hang: it takes what comes and does not answer. */
  suspend(): void;
  resume(): void;
}

/** @returns a Redis that runs; it ends with the test */
export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const password = 'hunter2';
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', password];
  const run = () => spawn('redis-server', [...words, '--save', ''], { stdio: 'ignore' });
  let server = run();
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  await answers(port);
  return {
    url: `redis://:${password}@127.0.0.1:${port}/0`,
    async start() {
      server = run();
      await answers(port);
    },
    async kill() {
      server.kill('SIGKILL');
      await once(server, 'close');
    },
    suspend: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
  };
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect({ port, host: '127.0.0.1' });
    const isThere = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    await setTimeout(50);
  }
  throw new Error('redis-server does not start.');
}
