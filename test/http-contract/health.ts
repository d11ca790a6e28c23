import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Backend } from './backend.ts';
import { visitorOf } from './visitor.ts';

const readiness = z.object({
  status: z.string(),
  checks: z.record(z.string(), z.looseObject({ ok: z.boolean() })),
});
const about = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  stages: z.array(z.int().min(1).max(11)),
  links: z.record(z.string(), z.string()),
});

/** GET /livez, /readyz and /. */
export function health(backend: Backend): void {
  const { get } = visitorOf(backend);
  const has = (layer: string) => backend.layers.has(layer);

  describe('health', () => {
    it('says that the process lives', async () => {
      const answer = await get('/livez');
      expect(answer).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    });

    it('says that all that is needed can be used, and names it', async () => {
      const answer = await get('/readyz');
      expect(answer.status).toBe(200);
      const { status, checks } = readiness.parse(answer.body);
      expect(status).toBe('ok');
      expect(Object.values(checks).every(({ ok }) => ok)).toBe(true);
      if (has('database') && !has('memory')) expect(Object.keys(checks)).not.toEqual([]);
    });

    it.skipIf(has('web'))('says what it is, and which stages it has reached', async () => {
      const answer = await get('/');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      const { stages } = about.parse(answer.body);
      expect(stages).toEqual([...stages].sort((a, b) => a - b));
      expect(stages).toEqual(expect.arrayContaining([1, 2]));
      expect(stages.includes(4)).toBe(has('database'));
      expect(stages.includes(5)).toBe(has('api'));
    });

    it.skipIf(has('web'))('names only addresses that answer', async () => {
      const { links } = about.parse((await get('/')).body);
      expect(Object.keys(links)).not.toEqual([]);
      for (const link of Object.values(links)) {
        const { pathname } = new URL(link, backend.url());
        expect([200, 405], pathname).toContain((await get(pathname)).status);
      }
    });
  });
}
