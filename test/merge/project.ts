import type { FileMerge, OwnFile, TreesToMerge } from '../../src/merge/merge-trees.ts';
import { mergeTrees } from '../../src/merge/merge-trees.ts';
import { loadTemplates } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';

/** A project on the disk of its owner, in memory. */
export type Ours = ReadonlyMap<string, OwnFile>;

const templates = await loadTemplates();
export const catalogue = catalogueOf(templates);

/** Ids of the layers that are there and that one may have or not. */
export const optionalLayers: readonly string[] = layersOf(catalogue)
  .filter((layer) => !layer.always && !layer.coming)
  .map(({ id }) => id);

const rendered = new Map<string, Tree>();

/**
 * @param asked layers by name
 * @returns the project with them and with what they require; undefined when they do not go together
 */
export function projectWith(asked: readonly string[]): Tree | undefined {
  try {
    const layers = optionalLayers.filter((id) => asked.includes(id));
    const key = layers.join();
    const selection = resolve({ name: 'shop', layers }, catalogue);
    const tree = rendered.get(key) ?? render(selection, templates);
    rendered.set(key, tree);
    return tree;
  } catch (error) {
    if (error instanceof RoadmapError && error.code === 'impossible') return undefined;
    throw error;
  }
}

/**
 * @param id of a layer
 * @returns ids of all layers that a project with it has
 */
export function requiredBy(id: string): readonly string[] {
  return resolve({ name: 'shop', layers: [id] }, catalogue).layers;
}

/**
 * @param tree a rendered project, or path → text
 * @returns the same as an owner has it on the disk
 */
export function owned(tree: Tree | ReadonlyMap<string, string>): Ours {
  return new Map(
    [...tree].map(([path, file]) => {
      const { contents, executable = false } = typeof file === 'string' ? { contents: file } : file;
      return [path, { bytes: new TextEncoder().encode(contents), executable }];
    }),
  );
}

/**
 * @param ours a project
 * @returns path → text
 */
export function textsOf(ours: Ours): Map<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map([...ours].sort().map(([path, { bytes }]) => [path, decoder.decode(bytes)]));
}

/**
 * @param ours a project
 * @param merges what is to become of its files
 * @returns the project afterwards
 */
export function applied(ours: Ours, merges: readonly FileMerge[]): Ours {
  const after = new Map(ours);
  for (const { path, outcome, bytes, executable } of merges) {
    const before = after.get(path);
    if (outcome === 'deleted') after.delete(path);
    else if (bytes !== undefined) {
      after.set(path, { ...before, bytes, executable: executable ?? before?.executable ?? false });
    } else if (executable !== undefined && before !== undefined) {
      after.set(path, { ...before, executable });
    }
  }
  return after;
}

/**
 * @param trees base, ours and theirs
 * @returns the project afterwards, and the paths that are conflicted
 */
export function grown(trees: Omit<TreesToMerge, 'label'>): { after: Ours; conflicts: string[] } {
  const merges = mergeTrees({ label: 'add it', ...trees });
  const conflicts = merges.filter(({ outcome }) => outcome === 'conflicted');
  return { after: applied(trees.ours, merges), conflicts: conflicts.map(({ path }) => path) };
}
