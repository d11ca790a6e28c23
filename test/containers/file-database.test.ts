import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitorOf } from '../http-contract/visitor.ts';
import { freePort } from '../samples/free-port.ts';
import { lockedProject } from '../samples/locked-project.ts';
import { sampleWith } from '../samples/samples.ts';
import { shell, shellWell } from './docker.ts';

const sample = sampleWith('docker', 'sqlite', 'api');

describe('a project in a container, with its database in a volume', () => {
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = await lockedProject(sample, 'npm');
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    appendFileSync(`${folder}/.env`, `PORT=${port}\nPUBLIC_URL=${url}\n`);
    await shellWell(folder, 'docker compose up --build --wait');
  });
  afterAll(async () => {
    await shell(folder, 'docker compose down --volumes --timeout 1');
  });

  it('has its links in the container that takes its place', async () => {
    const { create, get, stats } = visitorOf({ url: () => url, layers: sample.layers });
    const container = () =>
      shellWell(folder, `docker inspect --format '{{.Id}}' ${basename(folder)}_app_1`);
    const before = await container();
    const { code } = await create();
    expect((await get(`/${code}`)).status).toBe(302);
    await shellWell(folder, 'docker compose down && docker compose up --wait');
    expect(await container()).not.toBe(before);
    expect((await get(`/${code}`)).status).toBe(302);
    await expect.poll(async () => (await stats(code)).clicks, { timeout: 5_000 }).toBe(2);
    await create();
  });

  it('loses them only with the volume', async () => {
    const { create, get } = visitorOf({ url: () => url, layers: sample.layers });
    const { code } = await create();
    await shellWell(folder, 'docker compose down --volumes && docker compose up --wait');
    expect((await get(`/${code}`)).status).toBe(404);
  });
});
