import { JSON_UTF8 } from './body.ts';
import { docsPage, docsPolicy, docsStyle, openApiText } from './docs-page.ts';
import type { Routes } from './request.ts';

/** @param options.visible whether the documentation may be seen by everybody */
export function docsRoutes({ visible }: { visible: boolean }): Routes {
  return (app) => {
    if (!visible) return;
    const page = docsPage();
    app.get('/openapi.json', (c) => c.body(openApiText, 200, JSON_UTF8));
    app.get('/docs/style.css', (c) =>
      c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
    );
    app.get('/docs', (c) => c.html(page, 200, { 'content-security-policy': docsPolicy }));
  };
}
