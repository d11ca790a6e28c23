import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The document as it is published. */
export const openApiText = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');

/** As much of it as the page shows. */
const content = z.record(z.string(), z.object({ schema: z.json() })).default({});
const operationContract = z.object({
  summary: z.string(),
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), description: z.string().default('') }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content })),
});
const contract = z.object({
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationContract)),
  components: z.object({ schemas: z.record(z.string(), z.json()) }),
});

/** Nothing but the page's own style sheet: no script, no other host. */
export const docsPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The document as a page for people. */
export function docsPage(): string {
  const { info, paths, components } = contract.parse(JSON.parse(openApiText));
  const title = escaped(`${info.title} ${info.version}`);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<h3 id="${escaped(name)}">${escaped(name)}</h3>${code(schema)}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}: API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>For programs: <a href="/openapi.json">openapi.json</a></p>
${operations.join('\n')}
<h2>Schemas</h2>
${schemas.join('\n')}
</main>
</body>
</html>
`;
}

function section(method: string, path: string, operation: z.output<typeof operationContract>) {
  const parameters = operation.parameters.map(
    (one) => `<li>${one.in} <code>${escaped(one.name)}</code> ${escaped(one.description)}</li>`,
  );
  const answers = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<li><code>${status}</code> ${escaped(description)} ${shapes(content)}</li>`,
  );
  return `<section>
<h2><code>${method.toUpperCase()} ${escaped(path)}</code></h2>
<p>${escaped(operation.summary)}</p>
${parameters.length > 0 ? `<h3>Parameters</h3><ul>${parameters.join('')}</ul>` : ''}
${operation.requestBody ? `<h3>Body</h3><p>${shapes(operation.requestBody.content)}</p>` : ''}
<h3>Answers</h3><ul>${answers.join('')}</ul>
</section>`;
}

/** What a body looks like: the name of its schema, or the schema itself. */
function shapes(content: z.output<typeof operationContract>['responses'][string]['content']) {
  const one = ({ schema }: { schema: unknown }) => linked(escaped(JSON.stringify(schema)));
  return Object.values(content).map(one).join(' ');
}

function code(json: unknown): string {
  // Focusable, so that what does not fit can be scrolled to with the keyboard.
  return `<pre tabindex="0"><code>${linked(escaped(JSON.stringify(json, null, 2)))}</code></pre>`;
}

/** Leads from where a schema is named to where it is shown. */
function linked(html: string): string {
  const reference = /\{\s*&#34;\$ref&#34;:\s*&#34;#\/components\/schemas\/(\w+)&#34;\s*\}/g;
  return html.replace(reference, '<a href="#$1">$1</a>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const docsStyle = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; }
section { border-top: 1px solid; margin-top: 2rem; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin-bottom: 0; }
pre { overflow: auto; padding: 0.5rem; border: 1px solid; }
`;
