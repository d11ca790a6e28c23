import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { hasDatabaseFor, ownDatabase } from './own-database.ts';
import { runWell } from './run.ts';
import { type Sample, samples, treeOf } from './samples.ts';
import { shellBlocks } from './shell-blocks.ts';
import { type Started, started, unlimited } from './started.ts';
import { written } from './written.ts';

/** What the pages are written for; the tests take another port. */
const address = 'localhost:3000';

describe.each(samples)('the commands in the documents of $name', (sample: Sample) => {
  let folder: string;
  beforeAll(() => {
    folder = written(sample);
  });

  // Without its server, everything is in memory, and commands of the database have nothing to do.
  const onServer = sample.layers.has('mysql');
  const hasServer = hasDatabaseFor(sample);

  const documents = [...treeOf(sample)].filter(([path]) =>
    /^(README\.md|docs\/roadmap\/.*\.md)$/.test(path),
  );
  it.each(documents)('%s: run as they stand there', async (_path, { contents }) => {
    const port = String(await freePort());
    const variables = {
      ...unlimited,
      PORT: port,
      ...(onServer && hasServer && { DATABASE_URL: await ownDatabase(sample) }),
    };
    let server: Started | undefined;
    const stop = async () => {
      await server?.stop();
      server = undefined;
    };
    onTestFinished(stop);
    const dev = async () => {
      server ??= await started(folder, { command: ['tsx', 'src/main.ts'], variables });
    };

    // Those of Docker need images: test/containers/ runs them.
    const blocks = shellBlocks(contents)
      .filter(([first]) => !first?.startsWith('docker '))
      .filter(([first]) => hasServer || !onServer || !first?.includes(' db:'));
    for (const block of blocks) {
      // "Stop the service first": what asks nothing of it may want what it holds.
      if (block.some((line) => line.includes('curl'))) await dev();
      else await stop();
      const lines = block.filter((line) => !/^(npm|pnpm|yarn|bun) install$/.test(line));
      if (lines.includes('npm run dev')) await dev();
      const script = lines.filter((line) => line !== 'npm run dev').join('\n');
      // All lines in one shell, for a later one may use a variable of an earlier one.
      const command = script.replaceAll(address, `127.0.0.1:${port}`);
      const said = await runWell(folder, ['bash', '-euo', 'pipefail', '-c', command], variables);
      expect(said).not.toMatch(/HTTP\/1\.1 5\d\d|not found: |Missing script/);
    }
  });
});
