import { beforeAll, describe, expect, it } from 'vitest';
import { freshCode, linkIn, momentIn, visitorOf } from '../http-contract/visitor.ts';
import { networked, ownDatabase } from './own-database.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { type Started, started } from './started.ts';
import { written } from './written.ts';

const cases = [
  { engine: 'postgres', kind: 'embedded' },
  { engine: 'sqlite', kind: 'embedded' },
  ...networked.map((engine) => ({ engine, kind: 'on a server' })),
];

describe.each(cases)('data in $engine, $kind', ({ engine, kind }) => {
  const sample = sampleWith('api', 'database', engine);
  const visit = ({ url }: Started) => visitorOf({ url: () => url, layers: sample.layers });
  let folder: string;
  let DATABASE_URL: string | undefined;
  beforeAll(async () => {
    folder = written(sample);
    DATABASE_URL = kind === 'embedded' ? undefined : await ownDatabase(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });
  // Links carry the address that visitors use, which is another one after a restart.
  const start = () =>
    started(folder, { variables: { DATABASE_URL, PUBLIC_URL: 'https://links.example' } });

  it('survives a restart, clicks and answered keys included', async () => {
    const first = await start();
    const before = visit(first);
    const link = await before.create({ expiresAt: momentIn(3_600_000) });
    await before.get(`/${link.code}`);
    await expect
      .poll(async () => (await before.stats(link.code)).clicks, { timeout: 2000 })
      .toBe(1);
    await before.get(`/${link.code}`);
    const key = { 'idempotency-key': freshCode('key') };
    const once = linkIn(await before.post({ url: 'https://example.com/once' }, key), 201);
    const { etag } = (await before.get(`/api/links/${link.code}`)).headers;
    expect(await first.stop()).toBe(0);

    const second = await start();
    const after = visit(second);
    const found = await after.get(`/api/links/${link.code}`);
    expect([linkIn(found), found.headers.etag]).toEqual([link, etag]);
    expect((await after.get(`/${link.code}`)).headers.location).toBe(link.url);
    // The click of the last moment was not lost either.
    await expect.poll(async () => (await after.stats(link.code)).clicks, { timeout: 2000 }).toBe(3);
    expect(linkIn(await after.post({ url: 'https://example.com/once' }, key), 201)).toEqual(once);
    expect(await second.stop()).toBe(0);
  });

  it('survives being killed at work, as far as it was answered', async () => {
    const first = await start();
    const links = await Promise.all(Array.from({ length: 20 }, () => visit(first).create()));
    await first.stop('SIGKILL');
    const second = await start();
    for (const link of links) {
      expect(linkIn(await visit(second).get(`/api/links/${link.code}`))).toEqual(link);
    }
    await second.stop();
  });

  it.runIf(kind !== 'embedded')('is shared by two processes that start at once', async () => {
    DATABASE_URL = await ownDatabase(sample);
    const [one, other] = await Promise.all([start(), start()]);
    const link = await visit(one).create();
    expect(linkIn(await visit(other).get(`/api/links/${link.code}`))).toEqual(link);
    const key = { 'idempotency-key': freshCode('key') };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        visit(index % 2 === 0 ? one : other).post({ url: 'https://example.com/once' }, key),
      ),
    );
    expect(new Set(answers.map((answer) => linkIn(answer, 201).code)).size).toBe(1);
    await Promise.all([one.stop(), other.stop()]);
  });
});
