import { generator } from '../../../render/generator.ts';
import { partsOf } from '../../../render/parts.ts';
import { render } from '../../../render/render.ts';
import { resolve } from '../../../roadmap/resolve.ts';
import { RoadmapError } from '../../../roadmap/roadmap-error.ts';
import type { Selection } from '../../../roadmap/selection.ts';
import type { Source } from '../../source.ts';
import { baseOf } from '../base.ts';
import { grow } from '../grow.ts';
import type { Grown } from '../grown.ts';
import { nextSteps } from '../next-steps.ts';
import type { GrowthOptions } from '../options.ts';
import { planOf } from '../plan.ts';
import { refuseConflicts } from '../preflight.ts';
import { openProject, type Project } from '../project.ts';
import { isNewer } from './is-newer.ts';
import { baseOfVersion } from './old-version.ts';

/** How a project is to come to this version. */
export interface Updating extends GrowthOptions {
  readonly dir: string;
  /** Paths of deleted files that are to come back. */
  readonly restore: readonly string[];
}

/**
 * Brings a project to the templates of this version: the same layers, as they are written now.
 *
 * @param updating how
 * @param source the templates
 * @returns the account of it
 * @throws RoadmapError `refused` when the version that wrote it is not to be had, or when it must
 *   not be touched now; `impossible` when this version has no place for what it consists of
 */
export async function updateProject(updating: Updating, source: Source): Promise<Grown> {
  const project = await openProject(updating.dir);
  refuseConflicts(project.folder);
  const { recorded } = project;
  const after = selectionNow(project, source);
  const isSame = recorded.generator.version === generator.version;
  const base = isSame
    ? baseOf(recorded, source).tree
    : await baseOfVersion(project, updating.signal);
  const plan = planOf(project, {
    label: `update to ${generator.version}`,
    base,
    theirs: render(after, source.templates),
    moved: movedIn(after, source),
    restore: updating.restore,
  });
  const asked = Object.entries(after.choices).filter(([id]) => !(id in recorded.choices));
  const next = [
    ...nextSteps(after, [], plan.installs && !updating.install, source.catalogue),
    ...asked.map(
      ([choice, value]) => `${choice} is a new choice; it is ${value} until you say more`,
    ),
  ];
  const message = `Update to version ${generator.version} of the roadmap\n`;
  return await grow(project, { plan, before: recorded, after, next, message }, updating);
}

/**
 * @param project on the disk
 * @param source the templates of this version
 * @returns what was asked for once, as this version understands it
 * @throws RoadmapError `refused` when a newer version wrote it; `impossible` when it has no place
 */
export function selectionNow({ recorded }: Project, { catalogue }: Source): Selection {
  const { version } = recorded.generator;
  if (isNewer(version, generator.version)) {
    throw new RoadmapError(
      'refused',
      `The project is of version ${version}, which is newer than this one, ${generator.version}.`,
      'Use the newest: npx create-backend-roadmap@latest update',
    );
  }
  try {
    return resolve(recorded.answers, catalogue);
  } catch (error) {
    if (!(error instanceof RoadmapError)) throw error;
    throw new RoadmapError(
      'impossible',
      `Version ${generator.version} cannot make what this project is. ${error.message}`,
      `Take that out first: npx create-backend-roadmap@${version} remove <layer>`,
    );
  }
}

/** Old path → new path, of files that a layer keeps elsewhere now. */
function movedIn(selection: Selection, { catalogue }: Source): ReadonlyMap<string, string> {
  const parts = partsOf(selection, catalogue);
  return new Map(parts.flatMap(({ manifest }) => Object.entries(manifest.moved)));
}
