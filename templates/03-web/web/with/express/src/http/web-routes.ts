import type { Site } from '../web/port.ts';
import type { Routes } from './server.ts';
import { siteAnswer } from './site-answer.ts';

/** The page at `/`, and the files that belong to it. */
export function webRoutes({ site }: { site: Site }): Routes {
  return (app) => {
    for (const path of site.paths) {
      app.get(path, (request, response) => {
        const { status, headers, body } = siteAnswer(
          site.read(path),
          request.headers['if-none-match'],
        );
        response.status(status).set(headers).end(body);
      });
    }
  };
}
