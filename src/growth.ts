import type { Diff } from './project/growth/diff.ts';
import type { Grown } from './project/growth/grown.ts';
import type { Status } from './project/growth/status.ts';
import type { Undone } from './project/growth/undone.ts';
import { loadSource } from './project/source.ts';
import type { Listener } from './project/step.ts';

/** A project that is to grow, and how. */
export interface GrowOptions {
  /** The folder of the project, the one with roadmap.json. */
  readonly dir: string;
  /** Whether to install when package.json changes; true unless said. */
  readonly install?: boolean;
  /** Say what would change, and write nothing. */
  readonly dryRun?: boolean;
  /** Even where not all of the project is committed. */
  readonly force?: boolean;
  /** Commit exactly what changed. */
  readonly commit?: boolean;
  /** Takes back what was written when it aborts. */
  readonly signal?: AbortSignal;
  /** Hears what is going on. */
  readonly listener?: Listener;
}

/** What is to come into a project. */
export interface AddOptions extends GrowOptions {
  readonly layers: readonly string[];
  /** Choice → value, for choices that come with the layers. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Paths of deleted files that are to come back. */
  readonly restore?: readonly string[];
}

// Each is loaded when it is called: the program, which shares this bundle, starts faster.

/**
 * Adds layers to a project, and keeps what its owner has written.
 *
 * @param options what, and how
 * @returns the account of it, the same as `--json` prints; with `conflicts`, roadmap.json waits
 *   for {@link resume} or {@link abort}
 * @throws RoadmapError `impossible` for layers that cannot come, `refused` for a project that must
 *   not be touched now, `cancelled` when the signal aborted
 */
export async function add(options: AddOptions): Promise<Grown> {
  const { addLayers } = await import('./project/growth/add.ts');
  const all = { choices: {}, restore: [], ...complete(options) };
  return await addLayers(all, await loadSource());
}

/**
 * Takes layers out of a project again; files of theirs that were edited stay, and migrations.
 *
 * @param options which, and how
 * @returns the account of it, as for {@link add}
 * @throws RoadmapError as {@link add} does
 */
export async function remove(
  options: GrowOptions & { readonly layers: readonly string[] },
): Promise<Grown> {
  const { removeLayers } = await import('./project/growth/remove.ts');
  return await removeLayers(complete(options), await loadSource());
}

/**
 * Brings a project to the templates of this version. The version that wrote it is fetched from
 * the registry when it is another one.
 *
 * @param options which project, and how
 * @returns the account of it, as for {@link add}
 * @throws RoadmapError as {@link add} does; `refused` also when the other version is not to be had
 */
export async function update(
  options: GrowOptions & { readonly restore?: readonly string[] },
): Promise<Grown> {
  const { updateProject } = await import('./project/growth/update/update.ts');
  return await updateProject({ restore: [], ...complete(options) }, await loadSource());
}

/**
 * @param dir the folder of a project
 * @returns what is selected, what was edited, and what would merge
 * @throws RoadmapError `refused` when there is no project
 */
export async function status(dir: string): Promise<Status> {
  const { statusOf } = await import('./project/growth/status.ts');
  return await statusOf(dir, await loadSource());
}

/**
 * @param dir the folder of a project
 * @param layer of which to tell what it is; without one, what the owner changed
 * @returns the changes as patches
 * @throws RoadmapError `impossible` for a layer that cannot be there, or that cannot be without
 */
export async function diff(dir: string, layer?: string): Promise<Diff> {
  const { diffOf } = await import('./project/growth/diff.ts');
  return await diffOf(dir, layer, await loadSource());
}

/**
 * Takes the last step back, byte for byte.
 *
 * @param options which project; whether only to say what would change, and whether even where
 *   files were changed since
 * @returns the account of it
 * @throws RoadmapError `refused` when there is none, or when files were changed since
 */
export async function undo(
  options: Pick<GrowOptions, 'dir' | 'dryRun' | 'force'>,
): Promise<Undone> {
  const { undoStep } = await import('./project/growth/undo.ts');
  return await undoStep(complete(options));
}

/**
 * `continue`: finishes a step whose conflicts are solved.
 *
 * @param options which project, and whether to install
 * @returns the account of it
 * @throws RoadmapError `refused` when no conflicts wait, or one of them is not solved
 */
export async function resume(
  options: Pick<GrowOptions, 'dir' | 'install' | 'signal' | 'listener'>,
): Promise<Grown> {
  const { continueStep } = await import('./project/growth/continue.ts');
  const { catalogue } = await loadSource();
  return await continueStep(complete(options), catalogue);
}

/**
 * Takes a step with conflicts back to where it began, byte for byte.
 *
 * @param options which project; whether only to say what would change
 * @returns the account of it
 * @throws RoadmapError `refused` when no conflicts wait
 */
export async function abort(options: Pick<GrowOptions, 'dir' | 'dryRun'>): Promise<Undone> {
  const { abortStep } = await import('./project/growth/undo.ts');
  return await abortStep(complete(options));
}

function complete<Some extends object>(options: Some) {
  return { install: true, dryRun: false, force: false, commit: false, ...options };
}
