import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import { z } from 'zod';
import { freePort } from '../samples/free-port.ts';
import { tool } from './tool.ts';

/** The last line of it that runs on Node 20. */
const version = '6.8.0';
/** It asks for a tag of this one that not every registry has. */
const overrides = { 'node-fetch': '2.7.0' };

const tokenContract = z.object({ token: z.string().min(1) });

/** A registry that has all packages of the user's own, and one more. */
export interface Registry {
  readonly url: string;
  /** What lets npm publish there, as a line of .npmrc. */
  readonly credentials: string;
  stop(): Promise<void>;
}

/**
 * Starts a registry that fetches from the one that npm is set to.
 *
 * @param folder an empty folder for what it keeps
 * @param own the package that comes from nowhere else
 * @returns the running registry
 */
export async function startRegistry(folder: string, own: string): Promise<Registry> {
  const modules = join(await tool('verdaccio', version, overrides), 'node_modules');
  const { stdout: upstream } = await execa('npm', ['config', 'get', 'registry']);
  const port = await freePort();
  // JSON is YAML, too.
  const settings = {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { upstream: { url: upstream.trim(), maxage: '1h', timeout: '120s' } },
    packages: {
      [own]: { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    log: { type: 'stdout', format: 'json', level: 'error' },
  };
  const file = join(folder, 'config.yaml');
  writeFileSync(file, JSON.stringify(settings));
  const program = join(modules, 'verdaccio', 'bin', 'verdaccio');
  const words = [program, '--config', file, '--listen', `127.0.0.1:${port}`];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'close');
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; !(await fetch(`${url}-/ping`).catch(() => undefined))?.ok; tries += 1) {
    if (tries > 300 || child.exitCode !== null) throw new Error('The registry did not start.');
    await setTimeout(100);
  }
  const answer = await fetch(`${url}-/user/org.couchdb.user:tester`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'tester', password: 'only for these tests' }),
  });
  const { token } = tokenContract.parse(await answer.json());
  return {
    url,
    credentials: `//127.0.0.1:${port}/:_authToken=${token}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
