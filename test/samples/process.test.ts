import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { expectProblem } from '../http-contract/expect-problem.ts';
import { visitorOf } from '../http-contract/visitor.ts';
import { runWell, type Variables } from './run.ts';
import { sampleWith, valuesOf } from './samples.ts';
import { emptyDatabase, hasServer, query } from './server-database.ts';
import { type Started, started, unlimited } from './started.ts';
import { tunnel } from './tunnel.ts';
import { written } from './written.ts';

const { layers } = sampleWith('api', 'database', 'postgres');
const visit = ({ url }: Started) => visitorOf({ url: () => url, layers });

describe.each(valuesOf('http'))('the process of a project with %s', (http) => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sampleWith(http, 'api', 'database', 'postgres'));
    await runWell(folder, ['npm', 'run', 'build']);
  });

  async function start(variables: Variables = {}): Promise<Started> {
    const backend = await started(folder, { variables: { ...unlimited, ...variables } });
    onTestFinished(async () => {
      await backend.stop('SIGKILL');
    });
    return backend;
  }

  async function opened({ port }: Started): Promise<Socket> {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
    await once(socket, 'connect');
    return socket;
  }

  describe('told to stop under load', () => {
    it.each(['SIGTERM', 'SIGINT'] as const)(
      'by %s answers what is under way, and ends with 0 within 10 seconds',
      async (signal) => {
        const backend = await start();
        const body = '{"url":"https://example.com/"}';
        const head = `POST /api/links HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
        const sockets = await Promise.all(Array.from({ length: 50 }, () => opened(backend)));
        for (const socket of sockets) socket.write(`${head}${body.slice(0, 10)}`);
        const answers = sockets.map((socket) => text(socket));
        // And others come and go meanwhile.
        let stopping = false;
        const load = Array.from({ length: 10 }, async () => {
          while (!stopping) await visit(backend).get('/livez');
        });
        await setTimeout(500);
        stopping = true;
        await Promise.all(load);

        const before = Date.now();
        const ended = backend.stop(signal);
        await setTimeout(300);
        for (const socket of sockets) socket.write(body.slice(10));
        for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1.1 201 /);
        expect(await ended).toBe(0);
        expect(Date.now() - before).toBeLessThan(10_000);
        await expect(visit(backend).get('/livez')).rejects.toThrow('ECONNREFUSED');
      },
    );

    it('does not wait for those who are connected and say nothing', async () => {
      const backend = await start();
      const idle = await Promise.all(Array.from({ length: 20 }, () => opened(backend)));
      for (const socket of idle.slice(10)) {
        socket.write('GET /livez HTTP/1.1\r\nhost: a\r\n\r\n');
        await once(socket, 'data');
      }
      const before = Date.now();
      expect(await backend.stop()).toBe(0);
      expect(Date.now() - before).toBeLessThan(10_000);
    });

    it('cuts off after 10 seconds who never comes to an end', { timeout: 60_000 }, async () => {
      const backend = await start();
      const socket = await opened(backend);
      socket.write(
        'POST /api/links HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\ncontent-type: application/json\r\n\r\n{',
      );
      await setTimeout(200);
      const before = Date.now();
      await backend.stop();
      expect(Date.now() - before).toBeLessThan(10_500);
    });
  });

  describe('its log', () => {
    it('is JSON, a line for each request, with its id, and nothing that visitors could forge', async () => {
      const backend = await start();
      const { get, post } = visit(backend);
      await get('/livez', { 'x-request-id': 'find-me' });
      const forged = '/%0a%7b%22level%22:60%7d%0d%0a%22';
      await get(forged, { 'x-request-id': 'forger', 'user-agent': 'a\\n"b' });
      await post({ url: 'https://example.com/?password=hunter2', secret: 'hunter3' });
      await get('/api/links?token=hunter4', {
        authorization: 'Bearer hunter5',
        cookie: 'a=hunter6',
      });
      expect(await backend.stop()).toBe(0);
      const lines = backend.log().trim().split('\n');
      const parsed = lines.map((line): Record<string, unknown> => JSON.parse(line));
      expect(parsed.every(({ level, time }) => level !== 60 && typeof time === 'number')).toBe(
        true,
      );
      for (const id of ['find-me', 'forger']) {
        expect(lines.filter((line) => line.includes(id))).toHaveLength(1);
      }
      expect(backend.log()).not.toContain('hunter');
      const requests = parsed.filter(({ msg }) => msg === 'request');
      const facts = ['level', 'method', 'ms', 'msg', 'path', 'reqId', 'status', 'time'];
      for (const line of requests) expect(Object.keys(line).sort()).toEqual(facts);
      const found = requests.find(({ reqId }) => reqId === 'find-me');
      expect(found).toMatchObject({ level: 30, method: 'GET', path: '/livez', status: 200 });
    });

    it('is complete when the process stops, in production as well', async () => {
      const production = { NODE_ENV: 'production', HOST: '127.0.0.1' };
      const backend = await start({ ...production, DATABASE_URL: await databaseForProduction() });
      for (let count = 0; count < 50; count += 1) {
        await visit(backend).get('/livez', { 'x-request-id': `request-${count}-` });
      }
      expect(await backend.stop()).toBe(0);
      for (let count = 0; count < 50; count += 1) {
        expect(backend.log()).toContain(`request-${count}-`);
      }
    });
  });

  /** Production may use a server only when there is one. */
  async function databaseForProduction(): Promise<string | undefined> {
    return hasServer ? await emptyDatabase() : undefined;
  }

  describe('in production', () => {
    it('hides the documents of the API, unless they are to be public', async () => {
      const variables = { NODE_ENV: 'production', DATABASE_URL: await databaseForProduction() };
      const hidden = await start(variables);
      for (const path of ['/docs', '/openapi.json']) {
        expectProblem(await visit(hidden).get(path), 404);
      }
      expect((await visit(hidden).post({ url: 'https://example.com/' })).status).toBe(201);
      await hidden.stop();
      const shown = await start({ ...variables, DOCS_PUBLIC: 'true' });
      for (const path of ['/docs', '/openapi.json']) {
        expect((await visit(shown).get(path)).status).toBe(200);
      }
    });
  });

  it('reads .env', async () => {
    writeFileSync(join(folder, '.env'), 'PUBLIC_URL=https://go.example/\n');
    onTestFinished(() => rmSync(join(folder, '.env')));
    const { shortUrl } = await visit(await start()).create({ code: 'from-env' });
    expect(shortUrl).toBe('https://go.example/from-env');
  });

  it('refuses its own PUBLIC_URL as a target, whatever host it is asked by', async () => {
    const backend = await start({ PUBLIC_URL: 'https://go.example' });
    for (const url of ['https://go.example/x', 'https://GO.example:443/', 'http://go.example/']) {
      expectProblem(await visit(backend).post({ url }), 422);
    }
    expect((await visit(backend).post({ url: 'https://go.example:8443/' })).status).toBe(201);
  });

  it('builds itself at the first start', async () => {
    renameSync(join(folder, 'dist'), join(folder, 'dist.kept'));
    onTestFinished(() => {
      rmSync(join(folder, 'dist'), { recursive: true, force: true });
      renameSync(join(folder, 'dist.kept'), join(folder, 'dist'));
    });
    expect((await visit(await start()).get('/readyz')).status).toBe(200);
  });

  it('says that links are lost when there is no database', async () => {
    const backend = await started(written(sampleWith(http)));
    expect(backend.log()).toMatch(/memory/i);
    await backend.stop();
  });

  describe.runIf(hasServer)('with a server', () => {
    it('answers what nobody foresaw with a 500 that tells nothing, and logs it by its id', async () => {
      const DATABASE_URL = await emptyDatabase();
      const backend = await start({ DATABASE_URL });
      await query(DATABASE_URL, 'drop table links cascade');
      const headers = { 'x-request-id': 'unforeseen' };
      const answer = await visit(backend).post({ url: 'https://example.com/' }, headers);
      expectProblem(answer, 500);
      expect(answer.text).not.toMatch(/relation|does not exist|query/i);
      await expect.poll(() => backend.log(), { timeout: 2000 }).toMatch(/"level":50.*unforeseen/);
    });

    it('says that it is not ready while the database is away, and recovers by itself', async () => {
      const { url, cut, mend } = await tunnel(await emptyDatabase());
      const backend = await start({ DATABASE_URL: url });
      const { get, post, create } = visit(backend);
      const { code } = await create();
      cut();
      expect((await get('/livez')).status).toBe(200);
      const unready = await get('/readyz');
      expect(unready).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } });
      expect(unready.text).not.toMatch(/ECONN|127\.0\.0\.1|postgres:/);
      expectProblem(await get(`/api/links/${code}`), 503);
      expectProblem(await post({ url: 'https://example.com/' }), 503);
      await mend();
      await expect.poll(async () => (await get('/readyz')).status, { timeout: 15_000 }).toBe(200);
      expect((await get(`/${code}`)).status).toBe(302);
      await create();
      expect(await backend.stop()).toBe(0);
    });
  });
});
