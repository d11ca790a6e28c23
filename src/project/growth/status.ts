import { createHash } from 'node:crypto';
import { generator } from '../../render/generator.ts';
import { layersOf } from '../../roadmap/layers-of.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { uncommittedIn, unfinishedIn } from '../git/repository.ts';
import type { Conflict } from '../journal/conflict.ts';
import { diskFile } from '../journal/file-change.ts';
import { journalOf } from '../journal/journal.ts';
import type { Source } from '../source.ts';
import { planAddition } from './add.ts';
import { baseOf } from './base.ts';
import { conflictedIn } from './preflight.ts';
import { openProject, type Project } from './project.ts';
import { recordedFrom } from './recorded.ts';

/** A layer that the project does not have, and what adding it would come to. */
export interface Addable {
  readonly layer: string;
  /** Files that would be in conflict. */
  readonly conflicts: readonly string[];
  /** Why it cannot come, if it cannot. */
  readonly because?: string;
}

/** How a project stands: the object that `--json` prints for status. */
export interface Status {
  readonly project: { readonly name: string; readonly dir: string };
  readonly generator: { readonly recorded: string; readonly current: string };
  readonly layers: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  /** Number of files that were written. */
  readonly files: number;
  /** Of these, the ones that their owner changed or deleted. */
  readonly edited: readonly string[];
  readonly deleted: readonly string[];
  /** Why nothing can be merged now, if so: error and fix in one. */
  readonly obstacle?: string;
  readonly addable: readonly Addable[];
  /** The step whose conflicts wait for the user. */
  readonly unfinished?: { readonly label: string; readonly conflicts: readonly Conflict[] };
  /** What undo would take back. */
  readonly undoable?: string;
  readonly git: {
    readonly repository: boolean;
    readonly uncommitted: readonly string[];
    readonly unfinished?: string;
  };
}

/**
 * @param dir path of a project's folder
 * @param source the templates
 * @returns what is selected, what was edited, and what would merge
 * @throws RoadmapError `refused` when there is no project
 */
export async function statusOf(dir: string, source: Source): Promise<Status> {
  const project = await openProject(dir);
  const { folder, recorded } = project;
  const waiting = conflictedIn(folder)?.entry;
  // What is written already is no edit, although roadmap.json does not say so yet.
  const { files } = waiting?.pending ? recordedFrom(waiting.pending, 'the journal') : recorded;
  const paths = Object.keys(files);
  const states = paths.map((path) => ({
    path,
    state: stateOf(folder, path, files[path]),
  }));
  const those = (wanted: string) => states.filter(({ state }) => state === wanted);
  const last = journalOf(folder).findLast(({ entry }) => entry.state === 'done')?.entry;
  return {
    project: { name: recorded.answers.name, dir: folder },
    generator: { recorded: recorded.generator.version, current: generator.version },
    layers: recorded.layers,
    choices: recorded.choices,
    files: paths.length,
    edited: those('edited').map(({ path }) => path),
    deleted: those('deleted').map(({ path }) => path),
    ...(waiting ? { addable: [] } : mergeable(project, source)),
    ...(waiting && { unfinished: { label: waiting.label, conflicts: waiting.conflicts } }),
    ...(last && !waiting && { undoable: last.label }),
    git: gitOf(project),
  };
}

function stateOf(folder: string, path: string, hash: string | undefined): string {
  const file = diskFile(folder, path);
  if (file === undefined) return 'deleted';
  const text = Buffer.from(file.bytes).toString('utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex') === hash ? 'pristine' : 'edited';
}

function mergeable(project: Project, source: Source): Pick<Status, 'addable' | 'obstacle'> {
  try {
    baseOf(project.recorded, source);
  } catch (error) {
    if (!(error instanceof RoadmapError)) throw error;
    return { addable: [], obstacle: `${error.message} ${error.fix}` };
  }
  const free = layersOf(source.catalogue).filter(
    ({ id, coming }) => !coming && !project.recorded.layers.includes(id),
  );
  return { addable: free.map(({ id }) => addable(project, id, source)) };
}

function addable(project: Project, layer: string, source: Source): Addable {
  try {
    const wanted = { layers: [layer], choices: {}, restore: [] };
    const { plan } = planAddition(project, wanted, source);
    return { layer, conflicts: plan.conflicts.map(({ path }) => path) };
  } catch (error) {
    if (!(error instanceof RoadmapError)) throw error;
    return { layer, conflicts: [], because: error.message };
  }
}

function gitOf({ repository }: Project): Status['git'] {
  if (repository === undefined) return { repository: false, uncommitted: [] };
  const unfinished = unfinishedIn(repository);
  return {
    repository: true,
    uncommitted: uncommittedIn(repository),
    ...(unfinished && { unfinished }),
  };
}
