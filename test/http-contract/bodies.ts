import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectPointers, expectProblem } from './expect-problem.ts';
import { linkIn, visitorOf } from './visitor.ts';

const url = 'https://example.com/';

/** What holds for every body that is sent. */
export function bodies(backend: Backend): void {
  const { send, get, post, create } = visitorOf(backend);
  /** Everything that takes a body: a name, and how to send one there. */
  const takers: readonly (readonly [
    string,
    (body: unknown, headers?: Record<string, string | undefined>) => ReturnType<typeof post>,
  ])[] = [
    ['POST /api/links', post],
    ...(backend.layers.has('api')
      ? ([
          [
            'PATCH /api/links/{code}',
            async (body, headers = {}) =>
              send('PATCH', `/api/links/${(await create()).code}`, { body, headers }),
          ],
        ] as typeof takers)
      : []),
  ];

  describe.each(takers)('the body of %s', (_name, to) => {
    it.each(['{"url":', '{url:1}', "{'url':1}", 'url=x', '\u0000', '{"url":"a"}}', ' '])(
      'that is not JSON (%j) is a 400',
      async (text) => {
        const { errors } = expectProblem(await to(text), 400);
        expect(errors).toBeUndefined();
      },
    );

    it('that is empty is a 400', async () => {
      expectProblem(await to(''), 400);
      expectProblem(await to(undefined, { 'content-type': 'application/json' }), 400);
      expectProblem(await to(undefined), 400);
    });

    it.each(['null', '[]', '"text"', '1', 'true', '[{"url":"https://example.com/"}]'])(
      'that is JSON of another shape (%s) is a 422 for the whole',
      async (text) => expectPointers(await to(text), ''),
    );

    it.each([
      'owner',
      'role',
      'clicks',
      'id',
      'createdAt',
      'shortUrl',
      'URL',
      'toString',
      '$where',
    ])('that has the unknown member %s is a 422 that points to it', async (member) =>
      expectPointers(await to({ url, [member]: 'x' }), `/${member}`),
    );

    it('points to members by JSON Pointer, escaped, and to all of them', async () => {
      expectPointers(await to({ url: 1, 'a/b~c': 1, d: 1 }), '/url', '/a~1b~0c', '/d');
    });

    it.each(['__proto__', 'constructor', 'prototype'])(
      'that has a member %s is a 422, and pollutes nothing',
      async (member) => {
        for (const value of ['1', '{"url":"https://example.com/","polluted":true}']) {
          expectPointers(await to(`{"url":"${url}","${member}":${value}}`), `/${member}`);
        }
        const nested = `{"url":{"${member}":{"polluted":true}}}`;
        expectPointers(await to(nested), '/url');
        const plain = linkIn(await post({ url }), 201);
        expect(plain).not.toHaveProperty('polluted');
      },
    );

    it.each([{ $ne: null }, { $gt: '' }, ['https://example.com/'], 1, true, null])(
      'with %j for a URL is a 422 that points to it',
      async (wrong) => expectPointers(await to({ url: wrong }), '/url'),
    );

    it('of more than 100 KB is a 413, with and without its length', async () => {
      const body = JSON.stringify({ url: `${url}${'x'.repeat(110_000)}` });
      expectProblem(await to(body), 413);
      expectProblem(await send('POST', '/api/links', { body, chunked: true }), 413);
      expect((await get('/livez')).status).toBe(200);
    });

    it('of less than 100 KB is read', async () => {
      expectPointers(await to({ url: `${url}${'x'.repeat(95_000)}` }), '/url');
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/octet-stream',
      'application/jsonx',
      'nonsense',
    ])('of type %s is a 415', async (type) => {
      expectProblem(await to({ url }, { 'content-type': type }), 415);
    });

    it('without a type is a 415', async () => {
      expectProblem(await to({ url }, { 'content-type': undefined }), 415);
    });

    it.each([
      'application/json; charset=utf-8',
      'APPLICATION/JSON',
      'application/json;charset=UTF-8',
    ])('of type %s is JSON', async (type) => {
      expect((await to({ url }, { 'content-type': type })).status).toBeLessThan(300);
    });

    it('that is nested 20,000 deep is refused, and does no harm', async () => {
      expectProblem(await to(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), 400, 422);
      expectProblem(await to(`{"url":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), 400, 422);
      expect((await get('/livez')).status).toBe(200);
    });
  });

  it('a refused body changes nothing', async () => {
    const before = await create();
    for (const member of ['owner', 'role', 'clicks', '__proto__']) {
      const text = `{"url":"https://example.com/other","${member}":"x"}`;
      await send('PATCH', `/api/links/${before.code}`, { body: text });
    }
    expect(linkIn(await get(`/api/links/${before.code}`))).toEqual(before);
  });
}
