import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { visitorOf } from '../http-contract/visitor.ts';
import { failedStart } from './failed-start.ts';
import { freePort } from './free-port.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { changedUrl, emptyDatabase, hasServer, query } from './server-database.ts';
import { started } from './started.ts';
import { written } from './written.ts';

const sample = sampleWith('api', 'database', 'postgres');
/** Links carry it, and must not differ after a restart on another port. */
const PUBLIC_URL = 'https://links.example';
const visit = (url: string) => visitorOf({ url: () => url, layers: sample.layers });

describe('a start that cannot succeed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  it('says that the port is taken, and what to set', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    await once(server, 'listening');
    const said = await failedStart(folder, { PORT: String(port) });
    expect(said).toContain(String(port));
    expect(said).toContain('PORT');
    // The database was let go, so the next start need not wait.
    const backend = await started(folder);
    expect(await backend.stop()).toBe(0);
  });

  it('says that the address is not ours', async () => {
    expect(await failedStart(folder, { HOST: '203.0.113.1' })).toContain('HOST');
  });

  it('names every variable that is wrong at once, and never a value', async () => {
    const wrong = {
      PORT: 'hunter1',
      LOG_LEVEL: 'hunter2',
      PUBLIC_URL: 'hunter3',
      DATABASE_URL: 'mysql://user:hunter4@host/name',
      MIGRATE: 'hunter5',
    };
    const said = await failedStart(folder, wrong);
    for (const name of Object.keys(wrong)) expect(said).toContain(name);
    expect(said).not.toContain('hunter');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['DATABASE_URL', 'not a url'],
  ])('names %s when it is %s', async (name, value) => {
    const said = await failedStart(folder, { [name]: value });
    expect(said).toContain(name);
    expect(said).not.toContain(value);
  });

  it('reads .env, also when it is wrong there', async () => {
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loudly\n');
    onTestFinished(() => rmSync(join(folder, '.env')));
    const said = await failedStart(folder, { LOG_LEVEL: undefined });
    expect(said).toContain('LOG_LEVEL');
    expect(said).not.toContain('loudly');
  });

  it('says that nothing listens where the database should be, without its address', async () => {
    const DATABASE_URL = `postgres://someone:hunter2@127.0.0.1:${await freePort()}/links`;
    const said = await failedStart(folder, { DATABASE_URL });
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toMatch(/hunter2|someone|127\.0\.0\.1/);
  });

  it('says that there is no such host, without its address', async () => {
    const DATABASE_URL = 'postgres://someone:hunter2@nowhere.invalid/links';
    const said = await failedStart(folder, { DATABASE_URL });
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toMatch(/hunter2|someone/);
  });

  it('leaves the folder alone when it is a file', async () => {
    const file = join(folder, 'precious');
    writeFileSync(file, 'data');
    const said = await failedStart(folder, { DATABASE_FOLDER: 'precious' });
    expect(said).toContain('DATABASE_FOLDER');
    expect(readFileSync(file, 'utf8')).toBe('data');
  });

  it('names the process that holds the folder of the embedded database', async () => {
    const DATABASE_FOLDER = '.data/held';
    const variables = { DATABASE_FOLDER, PUBLIC_URL };
    const holder = await started(folder, { variables });
    const link = await visit(holder.url).create();
    const said = await failedStart(folder, { DATABASE_FOLDER });
    expect(said).toContain(String(holder.pid));
    expect(said).toContain('DATABASE_URL');
    // The holder neither noticed nor lost anything.
    expect((await visit(holder.url).get(`/api/links/${link.code}`)).body).toEqual(link);
    expect(await holder.stop()).toBe(0);
    const next = await started(folder, { variables: { DATABASE_FOLDER, PUBLIC_URL } });
    expect((await visit(next.url).get(`/api/links/${link.code}`)).body).toEqual(link);
    await next.stop();
  });

  it('waits for a holder that is about to go', async () => {
    const DATABASE_FOLDER = '.data/handed-over';
    const holder = await started(folder, { variables: { DATABASE_FOLDER } });
    const next = started(folder, { variables: { DATABASE_FOLDER } });
    setTimeout(() => holder.stop(), 1500);
    expect(await (await next).stop()).toBe(0);
  });

  it('does not mind a lock that a killed process left', async () => {
    const DATABASE_FOLDER = '.data/orphaned';
    const killed = await started(folder, { variables: { DATABASE_FOLDER, PUBLIC_URL } });
    const link = await visit(killed.url).create();
    await killed.stop('SIGKILL');
    const next = await started(folder, { variables: { DATABASE_FOLDER, PUBLIC_URL } });
    expect((await visit(next.url).get(`/api/links/${link.code}`)).body).toEqual(link);
    await next.stop();
  });

  describe.runIf(hasServer)('with a server', () => {
    it('says that the password is wrong, without it or the address', async ({ skip }) => {
      const right = await emptyDatabase();
      const DATABASE_URL = changedUrl(right, (url) => {
        url.password = 'hunter2';
      });
      const trusting = await query(DATABASE_URL, 'select 1').then(
        () => true,
        () => false,
      );
      skip(trusting, 'This server lets everybody in; .ci/with-servers does not.');
      const said = await failedStart(folder, { DATABASE_URL });
      expect(said).toContain('DATABASE_URL');
      expect(said).toMatch(/password/);
      expect(said).not.toMatch(/hunter2|127\.0\.0\.1|postgres(ql)?:\/\//);
    });

    it('says that there is no such database', async () => {
      const DATABASE_URL = changedUrl(await emptyDatabase(), (url) => {
        url.pathname = '/no_such_database';
      });
      const said = await failedStart(folder, { DATABASE_URL });
      expect(said).toContain('DATABASE_URL');
      expect(said).not.toContain('127.0.0.1');
    });

    it('names a migration that was changed after it had been applied, and applies nothing', async () => {
      const copy = written(sample);
      const DATABASE_URL = await emptyDatabase();
      const backend = await started(copy, { variables: { DATABASE_URL } });
      const link = await visit(backend.url).create();
      await backend.stop();
      appendFileSync(join(copy, 'migrations/04-links.up.sql'), '\ndrop table links cascade;\n');
      mkdirSync(join(copy, 'migrations'), { recursive: true });
      writeFileSync(join(copy, 'migrations/99-more.up.sql'), 'create table more (id int);\n');
      writeFileSync(join(copy, 'migrations/99-more.down.sql'), 'drop table more;\n');
      const said = await failedStart(copy, { DATABASE_URL });
      expect(said).toContain('04-links');
      expect(said).not.toMatch(/drop table|postgres(ql)?:\/\//);
      expect(await query(DATABASE_URL, "select to_regclass('more') as more")).toEqual([
        { more: null },
      ]);
      const kept = await query(DATABASE_URL, 'select code from links');
      expect(kept).toEqual([{ code: link.code }]);
    });

    it('rolls back a migration that fails, names it and keeps those before it', async () => {
      const copy = written(sample);
      const DATABASE_URL = await emptyDatabase();
      const text = 'create table half (id int);\nselect nothing from nowhere;\n';
      writeFileSync(join(copy, 'migrations/99-broken.up.sql'), text);
      writeFileSync(join(copy, 'migrations/99-broken.down.sql'), 'drop table half;\n');
      await runWell(copy, ['npm', 'run', 'build']);
      expect(await failedStart(copy, { DATABASE_URL })).toContain('99-broken');
      const tables = "select to_regclass('half') as half, to_regclass('links')::text as links";
      expect(await query(DATABASE_URL, tables)).toEqual([{ half: null, links: 'links' }]);
    });

    it('applies nothing with MIGRATE=off, and says what is missing', async () => {
      const DATABASE_URL = await emptyDatabase();
      const variables = { DATABASE_URL, MIGRATE: 'off', LOG_LEVEL: 'warn' };
      const outcome = await started(folder, { variables }).catch((error: Error) => error);
      const said = outcome instanceof Error ? outcome.message : outcome.log();
      expect(said).toContain('04-links');
      expect(said).toContain('db:migrate');
      const tables = "select to_regclass('links') as links";
      expect(await query(DATABASE_URL, tables)).toEqual([{ links: null }]);
      if (!(outcome instanceof Error)) await outcome.stop();
      await runWell(folder, ['npm', 'run', 'db:migrate'], { DATABASE_URL });
      const backend = await started(folder, { variables });
      await visit(backend.url).create();
      await backend.stop();
    });

    it('is not what happens when the embedded folder is held but a server is named', async () => {
      const holder = await started(folder);
      const DATABASE_URL = await emptyDatabase();
      const other = await started(folder, { variables: { DATABASE_URL } });
      expect(await other.stop()).toBe(0);
      expect(await holder.stop()).toBe(0);
    });
  });

  it('leaves nothing behind but what it says it keeps', async () => {
    expect(existsSync(join(folder, '.data'))).toBe(true);
    const ignored = readFileSync(join(folder, '.gitignore'), 'utf8');
    expect(ignored).toContain('.data');
  });
});
