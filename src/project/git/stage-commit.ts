import { generator } from '../../render/generator.ts';
import type { Tree } from '../../render/tree.ts';
import type { Stage } from '../../roadmap/catalogue.ts';

/** The same every time, so that the same answers give the same history. */
const firstDay = Date.UTC(2026, 0, 1, 12);
const day = 86_400_000;

/**
 * @param stage of the roadmap
 * @returns the name of the tag that marks it, e.g. `stage-04-databases`
 */
export function tagOf(stage: Stage): string {
  return `stage-${stage.folder}`;
}

/**
 * @param stages that are done with a commit
 * @returns its date
 */
export function dateOf(stages: readonly Stage[]): string {
  const number = Math.max(...stages.map((stage) => stage.number));
  return new Date(firstDay + (number - 1) * day).toISOString();
}

/**
 * @param stages that are done with a commit
 * @param layers that come with it
 * @param tree the project after it
 * @returns its message: the idea of each stage, and where to read on
 */
export function messageOf(stages: readonly Stage[], layers: readonly string[], tree: Tree): string {
  const numbers = stages.map(({ number }) => number).join(' and ');
  const titles = stages.map(({ title }) => title).join('; ');
  const ideas = stages.map((stage) => {
    const page = `docs/roadmap/${stage.folder}.md`;
    const text = tree.get(page)?.contents;
    return text === undefined ? stage.summary : `${ideaIn(text) ?? stage.summary}\n\nSee ${page}.`;
  });
  return [
    `Stage${stages.length > 1 ? 's' : ''} ${numbers}: ${titles}`,
    ...ideas,
    `Layers: ${layers.join(', ')}.\nRoadmap-Generator: ${generator.name}@${generator.version}`,
  ].join('\n\n');
}

/** The first paragraph of a page, links as their text. */
function ideaIn(page: string): string | undefined {
  const [, paragraph] = page.split(/\n{2,}/);
  return paragraph?.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
