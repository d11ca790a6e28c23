import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { expectProblem } from '../http-contract/expect-problem.ts';
import { visitorOf } from '../http-contract/visitor.ts';
import { failedStart } from './failed-start.ts';
import { freePort } from './free-port.ts';
import { inMysql, networked, ownDatabase } from './own-database.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { scriptedMongodb } from './scripted-mongodb.ts';
import { changedUrl } from './server-database.ts';
import { started } from './started.ts';
import { tunnel } from './tunnel.ts';
import { written } from './written.ts';

// What postgres does is tried in bad-start.test.ts and process.test.ts.
const others = networked.filter((engine) => engine !== 'postgres');

/** Says what is wrong with DATABASE_URL, and nothing that is in it. */
async function refused(folder: string, DATABASE_URL: string): Promise<string> {
  const said = await failedStart(folder, { DATABASE_URL });
  expect(said).toContain('DATABASE_URL');
  expect(said).not.toMatch(/hunter|someone|127\.0\.0\.1|invalid/);
  return said;
}

describe.each(['mysql', 'mongodb'])('a project with %s', (engine) => {
  const sample = sampleWith('api', 'database', engine);
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  it('keeps everything in memory without a server, and says how to get one', async () => {
    const backend = await started(folder, { variables: { LOG_LEVEL: 'warn' } });
    const visitor = visitorOf({ url: () => backend.url, layers: sample.layers });
    const { code } = await visitor.create();
    expect((await visitor.get(`/${code}`)).status).toBe(302);
    expect(backend.log()).toMatch(/DATABASE_URL/);
    expect(backend.log()).toMatch(/memory/);
    expect(await backend.stop()).toBe(0);
  });

  it('is not started in production without a server', async () => {
    const said = await failedStart(folder, { NODE_ENV: 'production' });
    expect(said).toContain('DATABASE_URL');
  });

  it.each(['postgres://someone:hunter2@host.invalid/x', `${engine}://`, 'hunter2'])(
    'refuses %s for a URL',
    async (url) => {
      await refused(folder, url);
    },
  );

  it('says that nothing answers where the database should be', async () => {
    const port = await freePort();
    expect(await refused(folder, `${engine}://someone:hunter2@127.0.0.1:${port}/x`)).toMatch(
      /nothing listens|no server/,
    );
    expect(await refused(folder, `${engine}://someone:hunter2@nowhere.invalid/x`)).toMatch(
      /no such host|no server/,
    );
  });
});

it('says that a MongoDB server is too old for its driver', async () => {
  const folder = written(sampleWith('api', 'database', 'mongodb'));
  await runWell(folder, ['npm', 'run', 'build']);
  const { url } = await scriptedMongodb(({ hello, ismaster }) => {
    return hello || ismaster ? { ismaster: true, maxWireVersion: 5, ok: 1 } : undefined;
  });
  expect(await refused(folder, url)).toContain('this driver understands');
});

describe.each(others)('a project with %s on a server', (engine) => {
  const sample = sampleWith('api', 'database', engine);
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  it('says that the user or the password is wrong', async () => {
    const url = changedUrl(await ownDatabase(sample), (it) => {
      it.username = 'someone';
      it.password = 'hunter2';
    });
    expect(await refused(folder, url)).toContain('password');
  });

  it('has commands that apply, fill, report and take back', async () => {
    const variables = { DATABASE_URL: await ownDatabase(sample) };
    const said = (script: string) => runWell(folder, ['npm', 'run', script], variables);
    expect(await said('db:migrate')).toContain('Applied 04-links');
    expect(await said('db:seed')).toContain('Added 5 links');
    expect(await said('db:seed')).toContain('Added 0 links');
    expect(await said('db:report')).toMatch(/nodejs\.org[\s\S]*(ALL|SCAN)/);
    expect(await said('db:rollback')).toContain('Took back 05-catalogue');
    expect(await said('db:migrate')).toContain('Applied 05-catalogue');
  });

  it('recovers by itself when the server was away', async () => {
    const { url, cut, mend } = await tunnel(await ownDatabase(sample));
    const backend = await started(folder, { variables: { DATABASE_URL: url } });
    onTestFinished(async () => {
      await backend.stop('SIGKILL');
    });
    const { get, post, create } = visitorOf({ url: () => backend.url, layers: sample.layers });
    const { code } = await create();
    cut();
    expect((await get('/livez')).status).toBe(200);
    const unready = await get('/readyz');
    expect(unready).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } });
    expect(unready.text).not.toMatch(/ECONN|127\.0\.0\.1|:\/\//);
    expectProblem(await get(`/api/links/${code}`), 503);
    expectProblem(await post({ url: 'https://example.com/' }), 503);
    await mend();
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 15_000 }).toBe(200);
    expect((await get(`/${code}`)).status).toBe(302);
    await create();
    expect(await backend.stop()).toBe(0);
  });
});

describe.runIf(networked.includes('mysql'))('a project with mysql, moreover', () => {
  const sample = sampleWith('api', 'database', 'mysql');
  let folder: string;
  beforeAll(() => {
    folder = written(sample);
  });

  it('says that there is no such database', async () => {
    const url = changedUrl(await ownDatabase(sample), (it) => {
      it.pathname = '/no_such_database';
    });
    expect(await refused(folder, url)).toContain('no such database');
  });

  it('may find the server in any time zone', async () => {
    const DATABASE_URL = await ownDatabase(sample);
    await runWell(folder, ['npm', 'run', 'db:seed'], { DATABASE_URL, TZ: 'Pacific/Auckland' });
    const [row] = [
      await inMysql(
        DATABASE_URL,
        'select max(created_at) > utc_timestamp() - interval 1 minute and max(created_at) <= utc_timestamp(3) as now from links',
      ),
    ].flat();
    expect(row).toEqual({ now: 1 });
  });
});

describe('a project with sqlite', () => {
  const sample = sampleWith('api', 'database', 'sqlite');
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  it.each([
    ['is something else', 'file:package.json', 'something else'],
    ['is in a file instead of a folder', 'file:package.json/links', 'its folder is a file'],
    ['is not said by a file: URL', 'postgres://someone:hunter2@host.invalid/x', 'file:'],
  ])('says when its file %s', async (_, url, words) => {
    expect(await refused(folder, url)).toContain(words);
  });

  /** A file system of its own, where this machine lets us have one. */
  async function mounted(options: string, prepare = (_folder: string) => {}) {
    const place = join(folder, `disk-${options.replace(/\W/g, '')}`);
    mkdirSync(place);
    const { exitCode } = await execa('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], {
      reject: false,
    });
    if (exitCode !== 0) return undefined;
    onTestFinished(async () => {
      await execa('umount', [place]);
    });
    prepare(place);
    await execa('mount', ['-o', `remount,${options}`, place]);
    return place;
  }

  it('says that the disk is full', async ({ skip }) => {
    const place = await mounted('rw');
    if (place === undefined) return skip('Nothing can be mounted here.');
    expect(await refused(folder, `file:${place}/links`)).toContain('disk is full');
  });

  it('says that its file may not be written to', async ({ skip }) => {
    const place = await mounted('ro', (it) => writeFileSync(join(it, 'links'), ''));
    if (place === undefined) return skip('Nothing can be mounted here.');
    expect(await refused(folder, `file:${place}/links`)).toMatch(/may not be (read and )?written/);
  });

  it('is shared by a service and a command beside it', async () => {
    const DATABASE_URL = await ownDatabase(sample);
    const backend = await started(folder, { variables: { DATABASE_URL } });
    onTestFinished(async () => {
      await backend.stop('SIGKILL');
    });
    const { get, create } = visitorOf({ url: () => backend.url, layers: sample.layers });
    const load = Promise.all(Array.from({ length: 50 }, () => create()));
    expect(await runWell(folder, ['npm', 'run', 'db:seed'], { DATABASE_URL })).toContain('Added 5');
    expect(await load).toHaveLength(50);
    expect((await get('/node')).status).toBe(302);
  });
});
