import { select } from '@clack/prompts';
import type { Catalogue, Stage } from '../../roadmap/catalogue.ts';
import type { Scope } from '../arguments.ts';
import { defaults } from '../defaults.ts';
import type { Draft } from '../draft.ts';
import { ask, back } from './ask.ts';

/**
 * @param draft answers so far
 * @param shown what was answered before, to be offered again
 * @param catalogue the roadmap
 * @param signal ends the waiting
 * @returns the answers with the stage reached, or `back`
 */
export async function askHowFar<Some extends Draft>(
  draft: Some,
  shown: Draft,
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<(Some & { readonly scope: Scope }) | typeof back> {
  const before = shown.scope?.reached;
  const reached = await ask(() =>
    select({
      message: 'How far on the roadmap? Every stage up to it is included.',
      options: catalogue.stages.map((stage) => ({
        value: stage.number,
        label: `${String(stage.number).padStart(2)} ${stage.title}`,
        hint: about(stage),
      })),
      initialValue: typeof before === 'number' ? before : defaults.reached,
      signal,
    }),
  );
  return reached === back ? back : { ...draft, scope: { reached } };
}

function about({ summary, layers }: Stage): string {
  const coming = layers.filter((layer) => layer.default && layer.coming).map(({ id }) => id);
  return coming.length > 0 ? `${summary} Coming: ${coming.join(', ')}.` : summary;
}
