import { resolve as resolvePath } from 'node:path';
import { createProject } from './project/create-project.ts';
import { type Created, createdFrom } from './project/created.ts';
import { milestonesOf } from './project/milestones.ts';
import { placeAll } from './project/placement.ts';
import { projectName } from './project/project-name.ts';
import { loadSource } from './project/source.ts';
import type { Listener } from './project/step.ts';
import { inspectTarget } from './project/target.ts';
import { loadTemplates } from './project/templates.ts';
import { render as renderWith } from './render/render.ts';
import type { Tree } from './render/tree.ts';
import type { Answers } from './roadmap/answers.ts';
import type { Catalogue } from './roadmap/catalogue.ts';
import { catalogueOf } from './roadmap/catalogue-of.ts';
import { resolve as resolveWith } from './roadmap/resolve.ts';
import type { Selection } from './roadmap/selection.ts';

export {
  type AddOptions,
  abort,
  add,
  diff,
  type GrowOptions,
  remove,
  resume,
  status,
  undo,
  update,
} from './growth.ts';
export type { Created } from './project/created.ts';
export type { Diff } from './project/growth/diff.ts';
export type { Grown, GrownFile } from './project/growth/grown.ts';
export type { Addable, Status } from './project/growth/status.ts';
export type { Undone } from './project/growth/undone.ts';
export type { Conflict } from './project/journal/conflict.ts';
export type { Listener, Step } from './project/step.ts';
export type { Tree, TreeFile } from './render/tree.ts';
export type { Answers, PackageManager, Preset } from './roadmap/answers.ts';
export type { Catalogue, Layer, Stage, Value } from './roadmap/catalogue.ts';
export { type ErrorCode, RoadmapError } from './roadmap/roadmap-error.ts';
export type { Because, Selection } from './roadmap/selection.ts';

/** What to create, and where. */
export interface CreateOptions {
  /** The folder; its name becomes the project's. It must not exist, or be empty enough. */
  readonly dir: string;
  /** What the project is to consist of; `{}` means the layers that every project has. */
  readonly answers: Omit<Answers, 'name'>;
  /** Whether to install the dependencies; true unless said. */
  readonly install?: boolean;
  /** Whether to make a repository with a first commit; true unless said. */
  readonly git?: boolean;
  /** Whether each stage gets a commit and a tag; only for the preset `workshop` unless said. */
  readonly history?: boolean;
  /** Takes back all that was made when it aborts. */
  readonly signal?: AbortSignal;
  /** Hears what is going on. */
  readonly listener?: Listener;
}

/**
 * The roadmap as data: its stages, layers and choices.
 *
 * @returns the catalogue of this version
 */
export async function roadmap(): Promise<Catalogue> {
  return catalogueOf(await loadTemplates());
}

/**
 * Concludes from answers what a project consists of, and says what was implied or left out and why.
 *
 * @param answers what somebody said
 * @returns every layer and choice of the project
 * @throws RoadmapError `impossible` when the answers contradict each other or name what is not there
 */
export async function resolve(answers: Answers): Promise<Selection> {
  return resolveWith(answers, await roadmap());
}

/**
 * Renders a project in memory: the same selection gives the same bytes, always.
 *
 * @param selection what the project consists of, from {@link resolve}
 * @returns its files, sorted by path
 */
export async function render(selection: Selection): Promise<Tree> {
  return renderWith(selection, await loadTemplates());
}

/**
 * Creates a project on the disk: all of it, or nothing.
 *
 * @param options what, and where
 * @returns the account of it, the same as `--json` prints; a step that is not `ok` left the project
 * @throws RoadmapError `impossible` for the answers, `refused` for the folder, `cancelled` when the
 *   signal aborted
 */
export async function create(options: CreateOptions): Promise<Created> {
  const { dir, answers, install = true, git = true, signal, listener } = options;
  const history = git && (options.history ?? answers.preset === 'workshop');
  const name = projectName(resolvePath(dir));
  const target = inspectTarget(dir);
  const source = await loadSource();
  const { templates, catalogue } = source;
  const selection = resolveWith({ ...answers, name }, catalogue);
  const tree = renderWith(selection, templates);
  const placement = placeAll(target, tree);
  const milestones = history ? milestonesOf(selection, source) : undefined;
  const creation = { selection, placement, install, git, history: milestones, signal, listener };
  const steps = await createProject(creation);
  const account = { selection, catalogue, dir, folder: target.path, history };
  return createdFrom({ ...account, files: tree.size, steps });
}
