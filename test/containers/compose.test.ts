import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpContract } from '../http-contract/http-contract.ts';
import { signIn } from '../http-contract/sign-in.ts';
import { visitorOf } from '../http-contract/visitor.ts';
import { freePort } from '../samples/free-port.ts';
import { lockedProject } from '../samples/locked-project.ts';
import { treeOf } from '../samples/samples.ts';
import { shellBlocks } from '../samples/shell-blocks.ts';
import { unlimited } from '../samples/started.ts';
import { shell, shellWell } from './docker.ts';
import { sample } from './sample.ts';

/** The commands of the runbook under one of its headings. */
function runbook(heading: string): readonly string[] {
  const text = treeOf(sample).get('docs/runbook.md')?.contents ?? '';
  const section = text.split(/^## /m).find((it) => it.startsWith(`${heading}\n`)) ?? '';
  return shellBlocks(section).map((block) => block.join('\n'));
}

describe('a project in containers, with its servers', () => {
  let folder: string;
  let url: string;
  let headers = {};
  const app = () => `${basename(folder)}_app_1`;

  beforeAll(async () => {
    folder = await lockedProject(sample, 'npm');
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const settings = { ...unlimited, PORT: port, PUBLIC_URL: url, DOCS_PUBLIC: 'true' };
    for (const [name, value] of Object.entries(settings)) {
      appendFileSync(`${folder}/.env`, `${name}=${value}\n`);
    }
    const [start = ''] = runbook('Start');
    const said = await shellWell(folder, start.replace('http://localhost:3000', url));
    expect(said).toContain('"status":"ok"');
    headers = await signIn(url, sample.layers);
  });
  afterAll(async () => {
    await shell(folder, 'docker compose down --volumes --timeout 1');
  });

  it('demands a password for its database, naming the variable', async () => {
    const { exitCode, all } = await shell(
      folder,
      'sed -i.kept /DATABASE_PASSWORD/d .env; code=0; docker compose config || code=$?; mv .env.kept .env; exit $code',
    );
    expect(all).toMatch(/set it in .env/);
    expect(exitCode).not.toBe(0);
  });

  it('uses the servers, and says so when one of them is away', async () => {
    const { get } = visitorOf({ url: () => url, layers: sample.layers });
    const ready = await get('/readyz');
    expect(ready).toMatchObject({ status: 200, body: { checks: { database: { ok: true } } } });
    expect(ready).toMatchObject({ body: { checks: { cache: { ok: true } } } });
    await shellWell(folder, 'docker compose stop redis');
    expect(await get('/readyz')).toMatchObject({ body: { checks: { cache: { ok: false } } } });
    await shellWell(folder, 'docker compose start redis');
    await expect
      .poll(() => get('/readyz'), { timeout: 20_000 })
      .toMatchObject({ body: { checks: { cache: { ok: true } } } });
  });

  it('runs as an ordinary user on a file system that it cannot write to', async () => {
    const inside = (script: string) => shell(folder, `docker exec ${app()} sh -c '${script}'`);
    expect((await inside('id -u')).all).toBe('1000');
    expect((await inside('touch /app/anything')).all).toMatch(/Read-only file system/);
    expect((await inside('touch /tmp/anything')).exitCode).toBe(0);
    expect((await inside('grep CapEff /proc/1/status')).all).toMatch(/0{16}$/);
  });

  httpContract({
    url: () => url,
    layers: sample.layers,
    headers: () => headers,
  });

  it.each(['Look', 'Database'])('%s: the commands of the runbook do what they say', async (it) => {
    expect(runbook(it).length).toBeGreaterThan(0);
    for (const commands of runbook(it)) {
      expect(await shellWell(folder, commands)).not.toMatch(/ERROR|not found/);
    }
  });

  it('hears SIGTERM itself, and has stopped with 0 within 10 seconds', async () => {
    const before = Date.now();
    await shellWell(folder, runbook('Stop').join('\n'));
    expect(Date.now() - before).toBeLessThan(10_000);
    const said = await shellWell(folder, `docker inspect --format '{{.State.ExitCode}}' ${app()}`);
    expect(said).toBe('0');
  });

  it('is there again with its data when it is started again', async () => {
    const { create, get } = visitorOf({
      url: () => url,
      layers: sample.layers,
      headers: () => headers,
    });
    await shellWell(folder, 'docker compose up --wait');
    const { code } = await create();
    await shellWell(folder, 'docker compose down && docker compose up --wait');
    expect((await get(`/${code}`)).status).toBe(302);
  });
});
