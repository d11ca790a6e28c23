import type { Site } from '../web/port.ts';
import type { Routes } from './request.ts';
import { siteAnswer } from './site-answer.ts';

/** The page at `/`, and the files that belong to it. */
export function webRoutes({ site }: { site: Site }): Routes {
  return (app) => {
    for (const path of site.paths) {
      app.get(path, (c) => {
        const { body, ...answer } = siteAnswer(site.read(path), c.req.header('if-none-match'));
        return new Response(body, answer);
      });
    }
  };
}
