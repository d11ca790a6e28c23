import { docsPage, docsPolicy, docsStyle, openApiText } from './docs-page.ts';
import type { Routes } from './server.ts';

/** @param options.visible whether the documentation may be seen by everybody */
export function docsRoutes({ visible }: { visible: boolean }): Routes {
  return (app) => {
    if (!visible) return;
    const page = docsPage();
    app.get('/openapi.json', (_request, response) => response.type('json').send(openApiText));
    app.get('/docs/style.css', (_request, response) => response.type('css').send(docsStyle));
    app.get('/docs', (_request, response) =>
      response.type('html').set('content-security-policy', docsPolicy).send(page),
    );
  };
}
