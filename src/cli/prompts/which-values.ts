import { select } from '@clack/prompts';
import type { Catalogue, Layer } from '../../roadmap/catalogue.ts';
import { layersOf, takenValue } from '../../roadmap/layers-of.ts';
import { requirementsOf } from '../../roadmap/requirements.ts';
import { resolve } from '../../roadmap/resolve.ts';
import { answersOf, type FullDraft } from '../draft.ts';
import { ask, back } from './ask.ts';

/**
 * @param draft answers so far
 * @param catalogue the roadmap
 * @param said choices that were made on the command line: they are not asked again
 * @returns the selected choices in which there is something to choose
 */
export function openChoices(
  draft: FullDraft,
  catalogue: Catalogue,
  said: Readonly<Record<string, string>>,
): readonly Layer[] {
  // As if nothing had been chosen yet, or a layer that was chosen away could not come back.
  const undecided = { ...draft, choices: said };
  const { layers } = resolve(answersOf(undecided), catalogue);
  return layersOf(catalogue).filter(
    (layer) =>
      layers.includes(layer.id) && said[layer.id] === undefined && valuesOf(layer).length > 1,
  );
}

/**
 * Asks for the values of the choices that matter, as one question: what is offered is kept by
 * Enter, and one choice after the other can be changed.
 *
 * @param draft answers so far
 * @param open the choices that are open
 * @param catalogue the roadmap
 * @param signal ends the waiting
 * @returns the answers with the values, or `back`
 */
export async function askWhichValues(
  draft: FullDraft,
  open: readonly Layer[],
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<FullDraft | typeof back> {
  const [only, ...more] = open;
  if (only !== undefined && more.length === 0) {
    return await askValue(draft, only, catalogue, signal);
  }
  let changed = draft;
  while (true) {
    const { choices } = changed;
    const layer = await ask(() =>
      select<Layer | 'keep'>({
        message: 'Which of each? Enter keeps what is shown.',
        options: [
          { value: 'keep', label: 'Keep', hint: open.map((it) => taken(it, choices)).join(', ') },
          ...open.map((it) => ({ value: it, label: `Change ${it.id}`, hint: it.summary })),
        ],
        signal,
      }),
    );
    if (layer === back) return back;
    if (layer === 'keep') return changed;
    const next = await askValue(changed, layer, catalogue, signal);
    if (next !== back) changed = next;
  }
}

async function askValue(
  draft: FullDraft,
  layer: Layer,
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<FullDraft | typeof back> {
  const value = await ask(() =>
    select({
      message: `Which ${layer.id}? ${layer.summary}`,
      options: [
        ...layer.choices.map(({ id, summary, coming }) => ({
          value: id,
          label: id,
          hint: coming ? 'still coming' : summary,
          disabled: coming,
        })),
        ...(layer.absent ? [{ value: layer.absent, hint: 'without this layer' }] : []),
      ],
      initialValue: taken(layer, draft.choices),
      signal,
    }),
  );
  if (value === back) return back;
  const chosen = { ...draft, choices: { ...draft.choices, [layer.id]: value } };
  return value === layer.absent ? withoutLayer(chosen, layer, catalogue) : chosen;
}

/** Layers that were picked by name would be refused beside a choice that takes them away. */
function withoutLayer(draft: FullDraft, layer: Layer, catalogue: Catalogue): FullDraft {
  const { layers } = draft.scope;
  if (layers === undefined) return draft;
  const all = layersOf(catalogue);
  const { closure } = requirementsOf(all, draft.choices);
  const stay = all.filter((it) => layers.includes(it.id) && !closure([it]).has(layer));
  return { ...draft, scope: { layers: stay.map(({ id }) => id) } };
}

function taken(layer: Layer, choices: Readonly<Record<string, string>>): string {
  return takenValue(layer, choices)?.id ?? layer.absent ?? layer.id;
}

function valuesOf(layer: Layer): readonly string[] {
  const available = layer.choices.filter(({ coming }) => !coming).map(({ id }) => id);
  return layer.absent === undefined ? available : [...available, layer.absent];
}
