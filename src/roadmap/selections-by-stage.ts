import type { Catalogue, Stage } from './catalogue.ts';
import { layersOf } from './layers-of.ts';
import { resolve } from './resolve.ts';
import type { Selection } from './selection.ts';

/** What a project consists of once some stages are done. */
export interface SelectionUpTo {
  /** The stages that are done here and were not before, ascending. */
  readonly stages: readonly Stage[];
  readonly selection: Selection;
}

/**
 * @param selection what a project consists of
 * @param catalogue the roadmap
 * @returns the way there, stage by stage; those that every project has are one step
 */
export function selectionsByStage(
  selection: Selection,
  catalogue: Catalogue,
): readonly SelectionUpTo[] {
  const optional = new Set(layersOf(catalogue).filter((it) => !it.always));
  const selected = layersOf(catalogue).filter(({ id }) => selection.layers.includes(id));
  const steps = catalogue.stages.filter(({ number }) =>
    selected.some((layer) => layer.stage === number && optional.has(layer)),
  );
  const first = catalogue.stages.filter(
    ({ number }) => selection.stages.includes(number) && !steps.some((it) => it.number === number),
  );
  const groups = [first, ...steps.map((stage) => [stage])].filter((stages) => stages.length > 0);
  return groups.map((stages, index) => {
    if (index === groups.length - 1) return { stages, selection };
    const last = Math.max(...stages.map(({ number }) => number));
    const done = selected.filter((layer) => optional.has(layer) && layer.stage <= last);
    return { stages, selection: partOf(selection, done, catalogue) };
  });
}

function partOf(
  { name, packageManager, answers }: Selection,
  done: readonly { readonly id: string }[],
  catalogue: Catalogue,
): Selection {
  const layers = done.map(({ id }) => id);
  const always = layersOf(catalogue).filter((it) => it.always);
  const known = new Set([...layers, ...always.map(({ id }) => id)]);
  const choices = Object.entries(answers.choices).filter(([choice]) => known.has(choice));
  return resolve({ name, packageManager, layers, choices: Object.fromEntries(choices) }, catalogue);
}
