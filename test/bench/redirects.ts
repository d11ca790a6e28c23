import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { closeSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../samples/free-port.ts';
import { bin, packageFolder } from '../support/program.ts';

/** How many redirects a second there were. */
export interface Redirects {
  readonly ours: number;
  /** The framework's own router and redirect, no log, no header. */
  readonly bare: number;
  /** The median of the ratios of each round, for the machine may be another in the next. */
  readonly ratio: number;
}

/** Seconds of load, and how many connections it comes from. */
const LOAD = ['-t1', '-c32', '-d4s'];

/**
 * Measures the way of a redirect through everything there is, data in memory, in production.
 *
 * @param http the framework
 * @param folder where to write the project
 * @param rounds how often ours and bare are measured in turn
 */
export async function redirects(http: string, folder: string, rounds: number): Promise<Redirects> {
  const project = written(http, folder);
  const [ours, bare] = [await started(...oursIn(project)), await started(...bareOf(http))];
  try {
    const made = await fetch(`${ours.url}/api/links`, await someoneWithALink(ours.url));
    if (made.status !== 201) throw new Error(`${http}: ${made.status} ${await made.text()}`);
    const measured = Array.from({ length: rounds + 1 }, () => ({
      ours: load(`${ours.url}/followed`),
      bare: load(`${bare.url}/followed`),
    })).slice(1);
    const ratios = measured.map((round) => ({ ...round, ratio: round.ours / round.bare }));
    ratios.sort((one, other) => one.ratio - other.ratio);
    return ratios[Math.floor(ratios.length / 2)] ?? { ours: 0, bare: 0, ratio: 0 };
  } finally {
    ours.stop();
    bare.stop();
  }
}

function written(http: string, folder: string): string {
  const words = ['--preset', 'everything', '--database', 'memory', '--http', http];
  const flags = ['--no-install', '--no-git', '--quiet'];
  execFileSync(process.execPath, [bin, http, ...words, ...flags], { cwd: folder });
  const project = join(folder, http);
  symlinkSync(join(packageFolder, 'node_modules'), join(project, 'node_modules'));
  const tsc = join('node_modules', '.bin', 'tsc');
  execFileSync(tsc, ['-p', 'tsconfig.build.json'], { cwd: project, stdio: 'inherit' });
  return project;
}

type Program = [script: string, cwd: string, variables: Readonly<Record<string, string>>];

function oursIn(project: string): Program {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  const variables = { NODE_ENV: 'production', HOST: '127.0.0.1', AUTH_PRIVATE_KEY: key };
  return ['dist/main.js', project, variables];
}

function bareOf(http: string): Program {
  return [join(import.meta.dirname, 'bare', `${http}.js`), packageFolder, {}];
}

async function started(...[script, cwd, variables]: Program) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Every request is logged, into a file.
  const log = openSync(join(cwd, 'node_modules', '.cache', 'bench.log'), 'w');
  const options: SpawnOptions = {
    cwd,
    stdio: ['ignore', log, 'inherit'],
    env: { PATH: process.env.PATH, PORT: String(port), ...variables },
  };
  const child = spawn(process.execPath, [script], options);
  closeSync(log);
  for (const until = Date.now() + 30_000; ; await setTimeout(50)) {
    if (await fetch(url, { redirect: 'manual' }).catch(() => undefined)) break;
    if (Date.now() < until) continue;
    child.kill();
    throw new Error(`${script} does not answer`);
  }
  return { url, stop: () => child.kill() };
}

/** @returns a request for a link, by somebody who may make one */
async function someoneWithALink(url: string): Promise<RequestInit> {
  const post = (body: object, more = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });
  const account = { email: 'bench@example.com', password: 'as long as it must be' };
  await fetch(`${url}/api/auth/register`, post(account));
  const login = await fetch(`${url}/api/auth/login`, post(account));
  const { accessToken } = Object(await login.json());
  const link = { url: 'https://example.com/target', code: 'followed' };
  return post(link, { authorization: `Bearer ${accessToken}` });
}

/** @returns requests per second */
function load(url: string): number {
  const said = execFileSync('wrk', [...LOAD, url], { encoding: 'utf8' });
  const perSecond = Number(/Requests\/sec: +([\d.]+)/.exec(said)?.[1]);
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1];
  if (failed !== undefined) throw new Error(`${url}: ${failed} requests failed`);
  return perSecond;
}
