import type { Catalogue } from '../roadmap/catalogue.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Part } from './parts.ts';
import type { Tree } from './tree.ts';

/** A template that is part of the project. */
export interface Collected {
  /** Its final path in the project. */
  readonly path: string;
  readonly contents: string;
  readonly executable: boolean;
  /** Number of the stage that brings it. */
  readonly stage: number;
  /** Its folder below templates/, to name it when something is wrong. */
  readonly from: string;
}

/**
 * @param templates all templates
 * @param parts the selected layers and values
 * @param selected their ids
 * @returns the files they bring, each at its final path
 * @throws RoadmapError `templates` when two bring the same path, or a path leaves the project
 */
export function collectFiles(
  templates: Tree,
  parts: readonly Part[],
  selected: ReadonlySet<string>,
): ReadonlyMap<string, Collected> {
  const folders = new Map(
    parts.flatMap(({ folder, stage }) => [
      [`${folder}/files`, stage],
      ...[...selected].map((name): [string, number] => [`${folder}/with/${name}`, stage]),
    ]),
  );
  const collected = new Map<string, Collected>();
  for (const [template, { contents, executable = false }] of templates) {
    const from = overlayOf(template);
    const stage = from === undefined ? undefined : folders.get(from);
    if (from === undefined || stage === undefined) continue;
    const path = template.slice(from.length + 1);
    const before = collected.get(path);
    if (before !== undefined) throw twice(path, before.from, from);
    if (path.split('/').some((name) => name === '' || name === '.' || name === '..')) {
      throw new RoadmapError('templates', `${template} leaves the project.`, 'Rename it.');
    }
    collected.set(path, { path, contents, executable, stage, from });
  }
  return collected;
}

/**
 * @param catalogue the roadmap
 * @param stages numbers of the selected stages
 * @param templates all templates
 * @returns the page of each of these stages, as far as it is written, at its final path
 */
export function collectPages(
  catalogue: Catalogue,
  stages: readonly number[],
  templates: Tree,
): readonly Collected[] {
  return catalogue.stages
    .filter(({ number }) => stages.includes(number))
    .flatMap(({ number, folder }) => {
      const page = templates.get(`${folder}/page.md`);
      const path = `docs/roadmap/${folder}.md`;
      if (page === undefined) return [];
      return [{ path, contents: page.contents, executable: false, stage: number, from: folder }];
    });
}

/** The folder whose contents stand at their final paths: `…/files` or `…/with/<name>`. */
function overlayOf(template: string): string | undefined {
  return /^\d\d-[^/]+\/[^/]+(?:\/[^/]+)??\/(?:files|with\/[^/]+)(?=\/)/.exec(template)?.[0];
}

function twice(path: string, one: string, other: string): RoadmapError {
  return new RoadmapError(
    'templates',
    `Both templates/${one} and templates/${other} bring ${path}.`,
    'Let one of them bring it, or make it a composed file.',
  );
}
