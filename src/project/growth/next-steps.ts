import { commandsOf } from '../../render/package-manager.ts';
import type { Catalogue } from '../../roadmap/catalogue.ts';
import { layersOf } from '../../roadmap/layers-of.ts';
import type { Selection } from '../../roadmap/selection.ts';

/**
 * @param selection what a project consists of
 * @param added layers that have just come
 * @param mustInstall whether the user has to install
 * @param catalogue the roadmap
 * @returns what remains for the user, in order
 */
export function nextSteps(
  { packageManager, choices }: Pick<Selection, 'packageManager' | 'choices'>,
  added: readonly string[],
  mustInstall: boolean,
  catalogue: Catalogue,
): readonly string[] {
  const commands = commandsOf(packageManager);
  const came = layersOf(catalogue)
    .filter(({ id }) => added.includes(id))
    .flatMap((layer) => [layer, ...layer.choices.filter(({ id }) => choices[layer.id] === id)]);
  return [
    ...(mustInstall ? [commands.install] : []),
    commands.test,
    ...came.flatMap(({ next }) => next),
  ];
}
