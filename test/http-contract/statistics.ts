import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { freshCode, momentIn, type Stats, visitorOf } from './visitor.ts';

const day = 86_400_000;

/** GET /api/links/{code}/stats. */
export function statistics(backend: Backend): void {
  const { send, get, create, stats } = visitorOf(backend);

  /** The last 30 UTC days, as long as it is `today`. */
  const daysUntil = (today: string) =>
    Array.from({ length: 30 }, (_, index) =>
      new Date(Date.parse(today) - (29 - index) * day).toISOString().slice(0, 10),
    );
  const today = () => new Date().toISOString().slice(0, 10);
  const sum = ({ perDay }: Stats) => perDay.reduce((all, { clicks }) => all + clicks, 0);

  describe('the statistics of a link', () => {
    it('are the last 30 UTC days, the oldest first, with zeros where nothing was', async () => {
      const { code } = await create();
      const before = today();
      const { clicks, perDay } = await stats(code);
      const days = perDay.map((one) => one.day);
      // Midnight may have passed in between.
      expect([daysUntil(before), daysUntil(today())]).toContainEqual(days);
      expect([clicks, ...perDay.map((one) => one.clicks)]).toEqual(Array(31).fill(0));
    });

    it('show a click within 2 seconds, and today', async () => {
      const { code } = await create();
      const clicked = today();
      expect((await get(`/${code}`)).status).toBe(302);
      await expect.poll(async () => (await stats(code)).clicks, { timeout: 2000 }).toBe(1);
      const found = await stats(code);
      expect(sum(found)).toBe(1);
      const nonZero = found.perDay.filter(({ clicks }) => clicks > 0).map((one) => one.day);
      expect([clicked, today()]).toContain(nonZero[0]);
    });

    it('count every one of 100 clicks that come at once', async () => {
      const { code } = await create();
      await Promise.all(Array.from({ length: 100 }, () => get(`/${code}`)));
      await expect.poll(async () => (await stats(code)).clicks, { timeout: 2000 }).toBe(100);
      expect(sum(await stats(code))).toBe(100);
    });

    it('count neither those who only look nor those who were not led anywhere', async () => {
      const { code, expiresAt } = await create({ expiresAt: momentIn(700) });
      for (let count = 0; count < 3; count += 1) await send('HEAD', `/${code}`);
      await get(`/api/links/${code}`);
      await get(`/${code}`);
      await setTimeout(Math.max(0, Date.parse(expiresAt ?? '') - Date.now() + 20));
      expect((await get(`/${code}`)).status).toBe(410);
      await setTimeout(2000);
      expect((await stats(code)).clicks).toBe(1);
    });

    it('are those of this link alone', async () => {
      const [one, other] = [await create(), await create()];
      await get(`/${one.code}`);
      await expect.poll(async () => (await stats(one.code)).clicks, { timeout: 2000 }).toBe(1);
      expect((await stats(other.code)).clicks).toBe(0);
    });

    it('are a 404 for a link that is not there', async () => {
      for (const code of [freshCode('none'), 'a.b', 'livez']) {
        expectProblem(await get(`/api/links/${code}/stats`), 404);
      }
    });
  });
}
