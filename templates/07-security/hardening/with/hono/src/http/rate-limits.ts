import type { Limits } from '../limits/port.ts';
import { problemResponse } from './errors.ts';
import { isWrite, type LimitedName, tooMany, whoIs } from './limited-requests.ts';
import type { Routes } from './request.ts';

export function rateLimits({ limits }: { limits: Limits<LimitedName> }): Routes {
  return (app) => {
    app.use(async (c, next) => {
      const who = () => whoIs(c.var.client.address);
      if (isWrite(c.req.method)) {
        const seconds = await limits.count('writes', who());
        if (seconds !== undefined) throw tooMany(seconds);
      }
      await next();
      // Who guesses codes is told nothing any more; who follows one that exists still gets there.
      if (c.res.status !== 404) return;
      const seconds = await limits.count('notFound', who());
      if (seconds === undefined) return;
      c.res = undefined;
      c.res = problemResponse(tooMany(seconds), c.req.path, c.var.id);
    });
  };
}
