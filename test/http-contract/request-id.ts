import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { visitorOf } from './visitor.ts';

/** "Every response carries x-request-id." */
export function requestIds(backend: Backend): void {
  const { send, get, post, create } = visitorOf(backend);

  describe('request ids', () => {
    it('are on every answer, good or bad', async () => {
      const { code } = await create();
      const answers = [
        await get('/livez'),
        await get('/readyz'),
        await get('/'),
        await get(`/${code}`),
        await send('HEAD', `/${code}`),
        await get(`/api/links/${code}`),
        await post({ url: 'https://example.com/' }),
        await post({ url: 'https://example.com/', code }),
        await post({}),
        await post('{'),
        await post('x', { 'content-type': 'text/plain' }),
        await post(JSON.stringify('x'.repeat(120_000))),
        await get('/no/such/path'),
        await send('PUT', '/livez'),
        await get('/%zz'),
      ];
      const ids = answers.map(({ headers }) => headers['x-request-id']);
      for (const id of ids) expect(id).toMatch(/^[!-~]{1,128}$/);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it.each(['order-66', 'x'.repeat(128), '!#$%&()*+,./:;<=>?@[]^_`{|}~"'])(
      "keep the client's own: %s",
      async (id) => {
        for (const path of ['/livez', '/no/such/path']) {
          expect((await get(path, { 'x-request-id': id })).headers['x-request-id']).toBe(id);
        }
      },
    );

    it.each([
      ['one character too long', 'x'.repeat(129)],
      ['of 10 KB', 'x'.repeat(10_240)],
      ['with a space', 'two words'],
      ['with a tab', 'two\twords'],
      ['beyond ASCII', 'caf\u00e9'],
      ['empty', ''],
    ])('replace one that is %s', async (_, id) => {
      const { status, headers } = await get('/livez', { 'x-request-id': id });
      expect(status).toBe(200);
      expect(headers['x-request-id']).toMatch(/^[!-~]{1,128}$/);
      expect(headers['x-request-id']).not.toBe(id);
    });

    it.each([
      ['is not HTTP', 'GET / HTTP/1.1\r\nhost: a\r\nno colon here\r\n\r\n', /^HTTP\/1.1 400 /],
      [
        'has headers of 20 KB',
        `GET / HTTP/1.1\r\nhost: a\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`,
        /^HTTP\/1.1 431 /,
      ],
    ])('are on the problem that answers what %s', async (_, bytes, status) => {
      const { hostname, port } = new URL(backend.url());
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      socket.write(bytes);
      const answer = await text(socket);
      expect(answer).toMatch(status);
      expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json/i);
      expect(answer).toMatch(/\r\nx-request-id: [!-~]{1,128}\r\n/i);
    });
  });
}
