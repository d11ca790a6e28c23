import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../../render/render.ts';
import { fillFolder } from '../../fill-folder.ts';
import { diskFile } from '../../journal/file-change.ts';
import { inNotebook } from '../../journal/in-notebook.ts';
import { notebook } from '../../notebook.ts';
import type { Source } from '../../source.ts';
import { openProject } from '../project.ts';
import { selectionNow } from './update.ts';

/** New files beside those of a project: the object that `--json` prints for update --incoming. */
export interface Incoming {
  readonly project: { readonly name: string; readonly dir: string };
  /** Where they are, relative to the project. */
  readonly folder: string;
  /** Those that differ from what the project has. */
  readonly files: readonly string[];
}

/**
 * Puts the files of this version beside those of a project, where nobody knows how to merge them.
 *
 * @param dir path of the project's folder
 * @param source the templates
 * @returns where they are
 * @throws RoadmapError `impossible` when this version has no place for what the project consists of
 */
export async function putIncoming(dir: string, source: Source): Promise<Incoming> {
  const project = await openProject(dir);
  const tree = render(selectionNow(project, source), source.templates);
  const differing = new Map(
    [...tree].filter(([path, { contents }]) => {
      const own = diskFile(project.folder, path);
      return own === undefined || Buffer.from(own.bytes).toString('utf8') !== contents;
    }),
  );
  const folder = join(notebook, 'incoming');
  const place = join(project.folder, folder);
  await inNotebook(project.folder, () => {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    fillFolder(place, differing);
  });
  const { name } = project.recorded.answers;
  return { project: { name, dir: project.folder }, folder, files: [...differing.keys()] };
}
