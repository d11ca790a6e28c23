/** The only files that know several layers, and so may have directives and placeholders. */
const paths: ReadonlySet<string> = new Set([
  'src/compose.ts',
  'src/config.ts',
  'src/about.ts',
  'src/storage.ts',
  'src/memory/storage.ts',
  'src/database-storage.ts',
  'src/openapi.ts',
  'test/support/app.ts',
  'web/index.html',
  'web/assets/app.js',
  'scripts/start.js',
  'README.md',
  'AGENTS.md',
  'docs/architecture.md',
  'docs/security.md',
  'docs/runbook.md',
  '.devcontainer/devcontainer.json',
  'Dockerfile',
  'compose.yaml',
  '.github/workflows/ci.yml',
  '.github/workflows/image.yml',
  '.github/dependabot.yml',
]);

/**
 * @param path a path in the emitted project
 * @returns whether it is a page of a stage
 */
export function isStagePage(path: string): boolean {
  return /^docs\/roadmap\/[^/]+\.md$/.test(path);
}

/**
 * @param path a path in the emitted project
 * @returns whether the file there is composed
 */
export function isComposed(path: string): boolean {
  return paths.has(path) || isStagePage(path);
}
