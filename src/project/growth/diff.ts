import { render } from '../../render/render.ts';
import type { Tree } from '../../render/tree.ts';
import { selectionWithout } from '../../roadmap/changed-selection.ts';
import { diskFile, type FileChange } from '../journal/file-change.ts';
import type { Source } from '../source.ts';
import { planAddition } from './add.ts';
import { baseOf, withoutRecord } from './base.ts';
import { patchOf } from './patch.ts';
import { openProject } from './project.ts';

/** Changes as a patch: the object that `--json` prints for diff. */
export interface Diff {
  readonly project: { readonly name: string; readonly dir: string };
  /** Whose changes they are: `yours`, or a layer. */
  readonly of: string;
  readonly files: readonly { readonly path: string; readonly diff: string }[];
  /** Files in which adding the layer would be in conflict; they have markers in the patch. */
  readonly conflicts: readonly string[];
}

/**
 * @param dir path of a project's folder
 * @param layer of which to tell what it is; without one, what the owner changed
 * @param source the templates
 * @returns the changes; for a layer that is not there yet, a patch that adds it
 * @throws RoadmapError `impossible` for a layer that cannot be there, or that cannot be without
 */
export async function diffOf(
  dir: string,
  layer: string | undefined,
  source: Source,
): Promise<Diff> {
  const project = await openProject(dir);
  const { folder, recorded } = project;
  const about = { project: { name: recorded.answers.name, dir: folder }, of: layer ?? 'yours' };
  const { tree, selection } = baseOf(recorded, source);
  if (layer === undefined) {
    const changes = [...tree.keys()].map((path) => {
      return {
        path,
        before: fileOf(tree, path),
        after: asRendered(diskFile(folder, path), tree, path),
      };
    });
    return { ...about, files: patches(changes), conflicts: [] };
  }
  if (selection.layers.includes(layer)) {
    const without = selectionWithout(selection, [layer], source.catalogue);
    const [old, now] = [withoutRecord(render(without, source.templates)), tree];
    const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
    const changes = paths.map((path) => {
      return { path, before: fileOf(old, path), after: fileOf(now, path) };
    });
    return { ...about, files: patches(changes), conflicts: [] };
  }
  const { plan } = planAddition(project, { layers: [layer], choices: {}, restore: [] }, source);
  const conflicts = plan.conflicts.map(({ path }) => path);
  return { ...about, files: patches(plan.allChanges), conflicts };
}

function patches(changes: readonly FileChange[]): Diff['files'] {
  return changes
    .filter(({ before, after }) => {
      if (before === undefined || after === undefined) return before !== after;
      return Buffer.compare(before.bytes, after.bytes) !== 0 || modeOf(before) !== modeOf(after);
    })
    .map((change) => ({ path: change.path, diff: patchOf(change) }));
}

function fileOf(tree: Tree, path: string): FileChange['before'] {
  const file = tree.get(path);
  if (file === undefined) return undefined;
  return { bytes: Buffer.from(file.contents), mode: file.executable ? 0o755 : 0o644 };
}

/** Line ends are git's to decide, and no edit of anybody's. */
function asRendered(file: FileChange['after'], tree: Tree, path: string): FileChange['after'] {
  if (file === undefined) return undefined;
  const text = Buffer.from(file.bytes).toString('utf8').replaceAll('\r\n', '\n');
  return text === tree.get(path)?.contents ? { ...file, bytes: Buffer.from(text) } : file;
}

function modeOf({ mode }: { mode: number }): boolean {
  return (mode & 0o100) !== 0;
}
