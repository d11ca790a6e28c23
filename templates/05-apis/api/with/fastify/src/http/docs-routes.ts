import { docsPage, docsPolicy, docsStyle, openApiText } from './docs-page.ts';
import type { Routes } from './server.ts';

/** @param options.visible whether the documentation may be seen by everybody */
export function docsRoutes({ visible }: { visible: boolean }): Routes {
  return (app) => {
    if (!visible) return;
    const page = docsPage();
    app.get('/openapi.json', (_request, reply) => reply.type('application/json').send(openApiText));
    app.get('/docs/style.css', (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(docsStyle),
    );
    app.get('/docs', (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', docsPolicy)
        .send(page),
    );
  };
}
