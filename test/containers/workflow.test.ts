import { afterAll, expect, it } from 'vitest';
import { freePort } from '../samples/free-port.ts';
import { lockedProject } from '../samples/locked-project.ts';
import { treeOf } from '../samples/samples.ts';
import { shellJobs } from '../samples/workflow-steps.ts';
import { shell, shellWell } from './docker.ts';
import { sample } from './sample.ts';

let folder: string;
afterAll(async () => {
  await shell(folder, 'docker compose down --volumes --timeout 1');
});

it('the steps of image.yml build a project fresh from its commit, start it, and stop it', async () => {
  folder = await lockedProject(sample, 'npm');
  const port = await freePort();
  const workflow = treeOf(sample).get('.github/workflows/image.yml')?.contents ?? '';
  const [{ scripts } = { scripts: [] }] = shellJobs(workflow);
  expect(scripts).toHaveLength(3);
  let said = '';
  for (const script of scripts) {
    const here = script.replaceAll('localhost:3000', `127.0.0.1:${port}`);
    said = await shellWell(folder, `export PORT=${port}\n${here}`);
  }
  expect(said).toContain('"status":"ok"');
});
