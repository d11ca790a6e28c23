import type { Facts } from '../roadmap/manifest.ts';

/**
 * @param env the environment variables of all selected layers
 * @returns the text of .env.example: each variable under the line that explains it
 */
export function envExample(env: Facts['env']): string {
  return env
    .map(({ name, about, example }) => {
      const commented = example.startsWith('#');
      const value = commented ? example.slice(1).trimStart() : example;
      return `# ${about}\n${commented ? '# ' : ''}${name}=${value}\n`;
    })
    .join('\n');
}
