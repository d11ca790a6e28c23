import { dirname, join } from 'node:path/posix';
import type { Tree } from '../../src/render/tree.ts';
import { foundOnce, foundOnceAt } from '../support/found-once.ts';

/** One import of a file of an emitted project. */
export interface Import {
  readonly specifier: string;
  /** Gone after compilation, or loaded only when it comes to that. */
  readonly optional: boolean;
}

const patterns = [
  { pattern: /^(?:import|export) type [^;]*? from '([^']+)'/gm, optional: true },
  { pattern: /^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)'/gm, optional: false },
  { pattern: /\bimport\('([^']+)'\)/g, optional: true },
];

/**
 * @param contents a TypeScript or JavaScript file
 * @returns what it imports
 */
export const importsOf = foundOnce((contents): readonly Import[] =>
  patterns.flatMap(({ pattern, optional }) =>
    [...contents.matchAll(pattern)].map(([, specifier = '']) => ({ specifier, optional })),
  ),
);

/**
 * @param path a TypeScript or JavaScript file
 * @param contents its text
 * @returns the files of the project that it imports
 */
export const importedFiles = foundOnceAt(
  (path, contents): readonly (Import & { readonly target: string })[] =>
    importsOf(contents)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map((it) => ({ ...it, target: targetOf(path, it.specifier) })),
);

/**
 * @param contents a TypeScript or JavaScript file
 * @returns the packages that it imports
 */
export const packagesOf = foundOnce((contents): readonly string[] =>
  importsOf(contents)
    .map(({ specifier }) => packageOf(specifier))
    .filter((name) => name !== undefined),
);

/**
 * @param tree an emitted project
 * @returns its TypeScript and JavaScript files
 */
export function codeIn(tree: Tree): readonly (readonly [path: string, contents: string])[] {
  return [...tree]
    .filter(([path]) => /\.[cm]?[jt]sx?$/.test(path))
    .map(([path, { contents }]) => [path, contents] as const);
}

/**
 * @param specifier what is imported
 * @returns the package, or undefined when it is a file or part of Node.js
 */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/**
 * @param from path of the importing file
 * @param specifier a relative specifier
 * @returns path of the file that it means; what will be built means its source
 */
export function targetOf(from: string, specifier: string): string {
  const path = join(dirname(from), specifier);
  return path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');
}
