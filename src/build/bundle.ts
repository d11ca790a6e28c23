import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';

/** Handlebars asks for source-map and goes on without it; nobody debugs our composed files. */
const withoutSourceMap = {
  name: 'without-source-map',
  resolveId: (id: string) => (id === 'source-map' ? { id: '\0empty' } : undefined),
  load: (id: string) => (id === '\0empty' ? 'export default undefined;' : undefined),
};

/**
 * Bundles the program and everything it imports, so that the package has no dependencies.
 *
 * @param entries name of the file in dist/ → its source
 * @param folder the dist/ folder
 * @returns the paths of the modules that went in
 * @throws when something cannot be resolved
 */
export async function bundle(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<readonly string[]> {
  const build = await rolldown({
    input: { ...entries },
    platform: 'node',
    external: [/^node:/, ...builtinModules],
    plugins: [withoutSourceMap],
    // The main entry of Handlebars hooks itself into require(); this one only exports.
    resolve: { alias: { handlebars: 'handlebars/dist/cjs/handlebars.js' } },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    // Flat, because templates.ts looks for templates.json beside the file that it ends up in.
    chunkFileNames: 'chunk-[name].js',
  });
  await build.close();
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}
