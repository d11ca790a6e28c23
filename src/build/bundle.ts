import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';

const growth =
  /\/src\/(?:cli\/growth|project\/(?:growth|journal)|merge)\/|\/node_modules\/(?:diff|sucrase|jsonc-parser|js-yaml)\//;

type InfoOf = (id: string) => {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
} | null;

/**
 * Bundles the program and everything it imports, so that the package has no dependencies.
 *
 * @param entries name of the file in dist/ → its source
 * @param instead end of a module's path → the code that stands for it in the bundle
 * @param folder the dist/ folder
 * @returns the paths of the modules that went in
 * @throws when something cannot be resolved
 */
export async function bundle(
  entries: Readonly<Record<string, string>>,
  instead: Readonly<Record<string, string>>,
  folder: string,
): Promise<readonly string[]> {
  const build = await rolldown({
    input: { ...entries },
    platform: 'node',
    external: [/^node:/, ...builtinModules],
    // What Node.js runs of these cannot be bundled (UMD), or only with all that is unused (CommonJS).
    resolve: {
      alias: {
        'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
        'sucrase/dist/parser': 'sucrase/dist/esm/parser',
      },
    },
    plugins: [
      {
        name: 'instead',
        load: (id) => Object.entries(instead).find(([path]) => id.endsWith(path))?.[1],
      },
    ],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    // Flat, because templates.ts looks for templates.json.br beside the file that it ends up in.
    chunkFileNames: 'chunk-[name].js',
    // What every start needs is one file: opening five costs a tenth of the whole time.
    codeSplitting: {
      groups: [
        {
          debugName: 'program',
          name: (id, graph) =>
            isAlwaysLoaded(id, (it) => graph.getModuleInfo(it)) ? 'program' : null,
        },
        // And what growth needs is another one, whoever asks for a part of it.
        { debugName: 'growth', name: 'growth', test: growth },
      ],
    },
  });
  await build.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

function isAlwaysLoaded(id: string, infoOf: InfoOf): boolean {
  return infoOf(id)?.isEntry === false && isReached(id, infoOf, new Set());
}

/** Whether imports lead from an entry to the module, none of them an `import()`. */
function isReached(id: string, infoOf: InfoOf, seen: Set<string>): boolean {
  const info = infoOf(id);
  if (info === null || seen.has(id)) return false;
  seen.add(id);
  return info.isEntry || info.importers.some((importer) => isReached(importer, infoOf, seen));
}
