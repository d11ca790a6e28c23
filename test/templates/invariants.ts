import { builtinModules } from 'node:module';
import { parse as parseYaml } from 'yaml';
import { looksLikeDirective } from '../../src/render/directive.ts';
import { placeholderIn } from '../../src/render/placeholders.ts';
import type { Tree } from '../../src/render/tree.ts';
import { foundOnce, foundOnceAt } from '../support/found-once.ts';
import { codeIn, importedFiles, importsOf, packageOf, packagesOf, targetOf } from './imports.ts';

/** Finds in an emitted project what must not be; one line for each. */
export type Invariant = (tree: Tree) => readonly string[];

/** Not imported by anything, and needed all the same. */
const tools = /^(?:typescript|tsx|@biomejs\/biome|vitest|@types\/.*)$/;
const builtins = new Set(builtinModules);
/** Set by the platform, not by the project's owner. */
const variablesOfThePlatform = ['NODE_ENV'];

/** What holds for every emitted project, as sentences. */
export const invariants: Readonly<Record<string, Invariant>> = {
  'has no directive or placeholder left': (tree) =>
    [...tree].flatMap(([path, { contents }]) => leftIn(contents).map((line) => `${path}: ${line}`)),

  'has paths that stay inside, and that no file system confuses': (tree) => {
    const folded = new Set([...tree.keys()].map((path) => path.toLowerCase()));
    return [
      ...[...tree.keys()].filter(
        (path) => !/^(?!\/)(?:(?!\.{1,2}\/)[\w.@-]+\/)*[\w.@-]+$/.test(path),
      ),
      ...(folded.size === tree.size ? [] : ['two paths differ in case only']),
    ];
  },

  'has text files only, whose lines all end in one line feed': (tree) =>
    [...tree].flatMap(([path, { contents }]) => brokenLines(contents).map(() => path)),

  'is executable only where a line says by what': (tree) =>
    [...tree]
      .filter(([, { executable, contents }]) => executable && !contents.startsWith('#!'))
      .map(([path]) => path),

  'imports no file that is not there': (tree) =>
    codeIn(tree).flatMap(([path, contents]) =>
      importedFiles(path, contents)
        .filter(({ target }) => !tree.has(target))
        .map(({ specifier }) => `${path}: ${specifier}`),
    ),

  'imports no package that it does not declare': (tree) => {
    const { dependencies, devDependencies } = manifestOf(tree);
    return codeIn(tree).flatMap(([path, contents]) =>
      packagesOf(contents)
        .filter((name) => !(name in dependencies) && !(name in devDependencies))
        .map((name) => `${path}: ${name}`),
    );
  },

  'starts without the packages that are only for development': (tree) => {
    const { dependencies } = manifestOf(tree);
    return startedFiles(tree).flatMap((path) =>
      importsOf(tree.get(path)?.contents ?? '')
        .filter(({ optional }) => !optional)
        .map(({ specifier }) => packageOf(specifier))
        .filter((name) => name !== undefined && !(name in dependencies))
        .map((name) => `${path}: ${name}`),
    );
  },

  'names the modules of Node.js with their prefix': (tree) =>
    codeIn(tree).flatMap(([path, contents]) =>
      importsOf(contents)
        .filter(({ specifier }) => builtins.has(specifier))
        .map(({ specifier }) => `${path}: ${specifier}`),
    ),

  'declares no package that it does not use': (tree) => {
    const { dependencies, devDependencies } = manifestOf(tree);
    const declared = { ...devDependencies, ...dependencies };
    const imported = codeIn(tree).flatMap(([, contents]) => packagesOf(contents));
    const used = new Set(imported);
    return Object.keys(declared).filter((name) => {
      const typed = /^@types\/(.*)$/.exec(name)?.[1];
      if (typed !== undefined) return typed !== 'node' && !used.has(typed);
      return !tools.test(name) && !used.has(name);
    });
  },

  'pins the exact version of every package': (tree) => {
    const { dependencies, devDependencies } = manifestOf(tree);
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name}@${version}`);
  },

  'explains in .env.example exactly the variables that it reads': (tree) => {
    const explained = matches(tree.get('.env.example')?.contents ?? '', /^(?:# )?([A-Z_0-9]+)=/gm);
    const config = matches(tree.get('src/config.ts')?.contents ?? '', /^ {2}([A-Z][A-Z_0-9]+):/gm);
    const direct = codeIn(tree).flatMap(([, contents]) => variablesReadIn(contents));
    const compose = matches(tree.get('compose.yaml')?.contents ?? '', /\$\{([A-Z_0-9]+)/g);
    const read = new Set([...config, ...direct, ...compose]);
    for (const name of variablesOfThePlatform) read.delete(name);
    return [
      ...[...read]
        .filter((name) => !explained.includes(name))
        .map((it) => `${it} is not explained`),
      ...explained.filter((name) => !read.has(name)).map((name) => `${name} is never read`),
    ];
  },

  'runs only scripts that it has': (tree) => {
    const { scripts } = manifestOf(tree);
    return [...tree].flatMap(([path, { contents }]) =>
      scriptsRunIn(contents)
        .filter((script) => !(script in scripts))
        .map((script) => `${path}: ${script}`),
    );
  },

  'links only to files that are there': (tree) =>
    [...tree]
      .filter(([path]) => path.endsWith('.md'))
      .flatMap(([path, { contents }]) =>
        matches(contents, /\]\(([^)#:]+)(?:#[^)]*)?\)/g)
          .filter((link) => !tree.has(targetOf(path, link)))
          .map((link) => `${path}: ${link}`),
      ),

  'has data files that parse': (tree) =>
    [...tree].flatMap(([path, { contents }]) => wrongData(path, contents)),
};

const leftIn = foundOnce((contents): readonly string[] => {
  if (!contents.includes('{{')) return [];
  const line = contents.split('\n').find(looksLikeDirective) ?? placeholderIn(contents);
  return line === undefined ? [] : [line];
});

const brokenLines = foundOnce((contents): readonly string[] =>
  /[\r\0\uFFFD]|[^\n]$|\n\n$|^\n/.test(contents) || contents === '' ? [contents] : [],
);

const variablesReadIn = foundOnce((contents) => matches(contents, /\bprocess\.env\.([A-Z_0-9]+)/g));

const scriptsRunIn = foundOnce((contents) =>
  matches(contents, /\b(?:npm|pnpm|yarn|bun) run ([a-z][\w:-]*\w)(?![\w:-])/g),
);

const wrongData = foundOnceAt((path, contents): readonly string[] => {
  if (path.endsWith('.toml')) return [`${path}: the test needs a TOML parser for it`];
  try {
    if (path.endsWith('.json')) JSON.parse(contents);
    if (/\.ya?ml$/.test(path)) parseYaml(contents, { strict: true });
    return [];
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
  }
});

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

function manifestOf(tree: Tree): Manifest {
  const none = { dependencies: {}, devDependencies: {}, scripts: {} };
  return { ...none, ...JSON.parse(tree.get('package.json')?.contents ?? '{}') };
}

/** What is loaded when the process starts, without what is imported only when it comes to that. */
function startedFiles(tree: Tree): readonly string[] {
  const started = new Set(['src/main.ts']);
  for (const path of started) {
    for (const { target, optional } of importedFiles(path, tree.get(path)?.contents ?? '')) {
      if (!optional) started.add(target);
    }
  }
  return [...started];
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}
