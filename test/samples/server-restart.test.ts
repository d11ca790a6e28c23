import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { expectProblem } from '../http-contract/expect-problem.ts';
import { type Link, linkIn, visitorOf } from '../http-contract/visitor.ts';
import { ownServer, startable } from './own-server.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { type Started, started, unlimited } from './started.ts';
import { written } from './written.ts';

// What a cut connection does is tried in databases.test.ts and process.test.ts.
describe.each(startable)('a project whose %s is restarted under it', (engine) => {
  const sample = sampleWith('api', 'database', engine);
  const visit = ({ url }: Started) => visitorOf({ url: () => url, layers: sample.layers });
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  /** Makes links one after the other until told to stop; returns those that it was promised. */
  function maker(backend: Started) {
    const made: Link[] = [];
    let stopped = false;
    const ended = (async () => {
      while (!stopped) {
        const answer = await visit(backend).post({ url: 'https://example.com/' });
        if (answer.status === 201) made.push(linkIn(answer, 201));
        else expectProblem(answer, 500, 503);
      }
    })();
    ended.catch(() => undefined);
    return {
      made,
      async stop() {
        stopped = true;
        await ended;
        return made;
      },
    };
  }

  it('refuses meanwhile, goes on by itself, and has lost nothing', async () => {
    const server = await ownServer(engine);
    const backend = await started(folder, {
      variables: { ...unlimited, DATABASE_URL: server.url, LOG_LEVEL: 'warn' },
    });
    onTestFinished(async () => {
      await backend.stop('SIGKILL');
    });
    const { get, post, create, list } = visit(backend);
    const { code, url } = await create({ code: 'before', url: 'https://example.com/before' });
    const makers = Array.from({ length: 4 }, () => maker(backend));
    const least = () => Math.min(...makers.map(({ made }) => made.length));
    await expect.poll(least, { timeout: 15_000 }).toBeGreaterThan(2);

    await server.stop();
    const ends = makers.map((it) => it.stop());
    expect((await get('/livez')).status).toBe(200);
    const [unready, ...refused] = await Promise.all([
      get('/readyz'),
      get(`/${code}`),
      get('/api/links'),
      // Whoever waits for his turn must not wait for the patience of all before him.
      ...Array.from({ length: 40 }, () => post({ url: 'https://example.com/' })),
    ]);
    expect(unready).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } });
    for (const answer of refused) expectProblem(answer, 503);
    const made = (await Promise.all(ends)).flat();

    await server.start();
    await expect.poll(async () => (await get('/readyz')).status, { timeout: 15_000 }).toBe(200);
    expect((await get(`/${code}`)).headers.location).toBe(url);
    for (const link of made) {
      expect(linkIn(await get(`/api/links/${link.code}`))).toEqual(link);
    }
    const { code: later } = await create();
    expect((await list('limit=1')).items.map((link) => link.code)).toEqual([later]);
    await expect
      .poll(async () => (await visit(backend).stats(code)).clicks, { timeout: 5_000 })
      .toBe(1);
    expect(await backend.stop()).toBe(0);
    expect(backend.log()).not.toContain('hunter2');
  });
});
