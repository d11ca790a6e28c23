import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa, execaSync } from 'execa';
import { onTestFinished } from 'vitest';
import { packageFolder } from '../support/program.ts';
import { freePort } from './free-port.ts';
import { inMysql, networked } from './own-database.ts';
import { changedUrl } from './server-database.ts';

/** Engine → the program that starts and stops its server. */
const programs: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mysql: 'mariadb',
  mongodb: 'mongodb',
};

const programOf = (engine: string) => join(packageFolder, '.ci', 'servers', programs[engine] ?? '');

/** Engines of which there is a server, and one more can be started. */
export const startable = networked.filter(
  (engine) => !execaSync(programOf(engine), ['installed'], { reject: false }).failed,
);

/** A database server of one test's own, which the test may stop. */
export interface OwnServer {
  /** An empty database there. */
  readonly url: string;
  /** Starts it again, at the same place and with what it had. */
  start(): Promise<void>;
  /** Ends its process, whoever is connected. */
  stop(): Promise<void>;
}

/** @returns a server that runs; it ends with the test */
export async function ownServer(engine: string): Promise<OwnServer> {
  const cwd = mkdtempSync(join(tmpdir(), 'roadmap-server-'));
  const port = String(await freePort());
  const tell = (...words: string[]) => execa(programOf(engine), words, { cwd, stdin: 'ignore' });
  let runs = false;
  const server = {
    async start() {
      const { stdout } = await tell('start', port, 'hunter2');
      runs = true;
      return stdout.slice(stdout.indexOf('=') + 1);
    },
    async stop() {
      runs = false;
      await tell('stop');
    },
  };
  onTestFinished(async () => {
    if (runs) await server.stop();
    rmSync(cwd, { recursive: true, force: true });
  });
  const url = await server.start();
  return { ...server, start: async () => void (await server.start()), url: await emptyIn(url) };
}

/** MySQL's own database is none to work in. */
async function emptyIn(url: string): Promise<string> {
  if (!url.startsWith('mysql:')) return url;
  await inMysql(url, 'create database links');
  return changedUrl(url, (it) => {
    it.pathname = '/links';
  });
}
