import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { visitorOf } from '../http-contract/visitor.ts';
import { failedStart } from './failed-start.ts';
import { freePort } from './free-port.ts';
import { hasRedis } from './own-cache.ts';
import { ownRedis } from './own-redis.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { type Started, started, unlimited } from './started.ts';
import { written } from './written.ts';

const sample = sampleWith('api', 'cache');
const readiness = z.object({ checks: z.object({ cache: z.object({ ok: z.boolean() }) }) });
const visit = ({ url }: Started) => visitorOf({ url: () => url, layers: sample.layers });

describe('a project that caches in Redis', () => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  async function start(REDIS_URL: string): Promise<Started> {
    const backend = await started(folder, { variables: { ...unlimited, REDIS_URL } });
    onTestFinished(async () => {
      await backend.stop('SIGKILL');
    });
    return backend;
  }

  const cacheIsUsed = async (backend: Started) => {
    const { body } = await visit(backend).get('/readyz');
    return readiness.parse(body).checks.cache.ok;
  };

  /** Follows a link again and again until told to stop; returns how each visit went. */
  function followed(backend: Started, code: string) {
    const visits: { status: number; ms: number }[] = [];
    let stopped = false;
    const ended = (async () => {
      while (!stopped) {
        const before = performance.now();
        const { status } = await visit(backend).get(`/${code}`);
        visits.push({ status, ms: performance.now() - before });
      }
    })();
    return async () => {
      stopped = true;
      await ended;
      return visits;
    };
  }

  it('says that nothing listens where REDIS_URL points, and does not start', async () => {
    const said = await failedStart(folder, {
      REDIS_URL: `redis://someone:hunter2@127.0.0.1:${await freePort()}/0`,
    });
    expect(said).toContain('REDIS_URL');
    expect(said).toContain('ECONNREFUSED');
    expect(said).not.toMatch(/hunter2|someone|127\.0\.0\.1/);
  });

  it.each(['http://hunter2', 'hunter2'])('names REDIS_URL when it is %s', async (REDIS_URL) => {
    const said = await failedStart(folder, { REDIS_URL });
    expect(said).toContain('REDIS_URL');
    expect(said).not.toContain('hunter2');
  });

  describe.runIf(hasRedis)('with redis-server', () => {
    it('says that the password is wrong, and does not start', async () => {
      const REDIS_URL = (await ownRedis()).url.replace('hunter2', 'hunter3');
      const said = await failedStart(folder, { REDIS_URL });
      expect(said).toMatch(/REDIS_URL .*password/);
      expect(said).not.toMatch(/hunter|127\.0\.0\.1/);
    });

    it('redirects on while Redis is killed and comes back, to where links lead now', async () => {
      const redis = await ownRedis();
      const backend = await start(redis.url);
      const { code } = await visit(backend).create({ url: 'https://example.com/before' });
      const stop = followed(backend, code);
      await setTimeout(200);
      expect(await cacheIsUsed(backend)).toBe(true);

      await redis.kill();
      await setTimeout(500);
      expect(await cacheIsUsed(backend)).toBe(false);
      const url = 'https://example.com/meanwhile';
      expect(
        (await visit(backend).send('PATCH', `/api/links/${code}`, { body: { url } })).status,
      ).toBe(200);
      expect((await visit(backend).get(`/${code}`)).headers.location).toBe(url);

      await redis.start();
      await expect.poll(() => cacheIsUsed(backend), { timeout: 10_000 }).toBe(true);
      expect((await visit(backend).get(`/${code}`)).headers.location).toBe(url);
      const visits = await stop();
      expect(visits.length).toBeGreaterThan(100);
      expect(new Set(visits.map(({ status }) => status))).toEqual(new Set([302]));

      expect(await backend.stop()).toBe(0);
      expect(backend.log().match(/"msg":"Redis at REDIS_URL cannot be used/g)).toHaveLength(1);
      expect(backend.log().match(/"msg":"Redis at REDIS_URL answers/g)).toHaveLength(1);
      expect(backend.log()).not.toContain('hunter2');
    });

    it('does not wait for a Redis that hangs', async () => {
      const redis = await ownRedis();
      const backend = await start(redis.url);
      const { code } = await visit(backend).create();
      redis.suspend();
      const stop = followed(backend, code);
      await setTimeout(3_000);
      redis.resume();
      const visits = await stop();
      expect(new Set(visits.map(({ status }) => status))).toEqual(new Set([302]));
      // A command gives up after 250 ms, and then none is tried for a second.
      expect(visits.filter(({ ms }) => ms > 200).length).toBeLessThanOrEqual(8);
      expect(Math.max(...visits.map(({ ms }) => ms))).toBeLessThan(2_000);
      await expect.poll(() => cacheIsUsed(backend), { timeout: 10_000 }).toBe(true);
      expect(await backend.stop()).toBe(0);
    });
  });
});
