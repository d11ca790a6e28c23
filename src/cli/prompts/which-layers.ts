import { multiselect } from '@clack/prompts';
import type { Catalogue, Layer } from '../../roadmap/catalogue.ts';
import { layersOf } from '../../roadmap/layers-of.ts';
import { resolve } from '../../roadmap/resolve.ts';
import { answersOf, type FullDraft } from '../draft.ts';
import { ask, back } from './ask.ts';

/**
 * Shows what the stage reached brings, to be kept or changed.
 *
 * @param draft answers so far
 * @param catalogue the roadmap
 * @param signal ends the waiting
 * @returns the answers, with exactly the layers picked when they differ; or `back`
 */
export async function askWhichLayers(
  draft: FullDraft,
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<FullDraft | typeof back> {
  const { answers } = resolve(answersOf(draft), catalogue);
  const layers = layersOf(catalogue).filter((layer) => !layer.always);
  const picked = await ask(() =>
    multiselect({
      message: 'Adjust the layers? Enter keeps them as they are.',
      options: layers.map((layer) => ({
        value: layer.id,
        label: `${layer.id} (${layer.stage})`,
        hint: about(layer),
        disabled: layer.coming,
      })),
      initialValues: [...answers.layers],
      required: false,
      signal,
    }),
  );
  if (picked === back) return back;
  const isSame = [...picked].sort().join() === answers.layers.join();
  return isSame ? draft : { ...draft, scope: { layers: picked } };
}

function about({ summary, coming, requires }: Layer): string {
  if (coming) return 'still coming';
  return [summary, ...requires.map((id) => `brings ${id}`)].join(' · ');
}
