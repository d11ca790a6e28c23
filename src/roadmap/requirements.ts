import type { Layer } from './catalogue.ts';
import { takenValue } from './layers-of.ts';

/** A layer that another requires, and the layer or value that does. */
interface Requirement {
  readonly who: string;
  readonly layer: Layer;
}

/** Knows what stands beside what, once the choices are known. */
export interface Requirements {
  /**
   * @param layer a layer
   * @returns what it, or the value that it takes, requires
   */
  of(layer: Layer): readonly Requirement[];
  /**
   * @param roots some layers
   * @returns them and all that they require, directly or not
   */
  closure(roots: Iterable<Layer>): ReadonlySet<Layer>;
  /**
   * @param layer a layer
   * @returns why it cannot come whatever stands beside it, as a clause after its name
   */
  obstacle(layer: Layer): string | undefined;
  /**
   * @param layer a layer
   * @param layers those that stand beside it
   * @returns the first layer or value among them that requires it
   */
  requirerOf(layer: Layer, layers: Iterable<Layer>): string | undefined;
}

/**
 * @param all every layer of the roadmap
 * @param choices choice → value, as far as it was said
 * @returns the answers to who requires what with these choices
 */
export function requirementsOf(
  all: readonly Layer[],
  choices: Readonly<Record<string, string>>,
): Requirements {
  const layers = new Map(all.map((layer) => [layer.id, layer]));

  function of(layer: Layer): readonly Requirement[] {
    const value = takenValue(layer, choices);
    const said = [
      ...layer.requires.map((id) => ({ who: layer.id, id })),
      ...(value?.requires ?? []).map((id) => ({ who: value?.id ?? layer.id, id })),
    ];
    return said.flatMap(({ who, id }) => {
      const required = layers.get(id);
      return required === undefined ? [] : [{ who, layer: required }];
    });
  }

  function closure(roots: Iterable<Layer>): ReadonlySet<Layer> {
    const reached = new Set(roots);
    // A set that grows while it is walked is walked to its new end.
    for (const layer of reached) for (const it of of(layer)) reached.add(it.layer);
    return reached;
  }

  function obstacle(layer: Layer): string | undefined {
    const said = choices[layer.id];
    if (said !== undefined && said === layer.absent) return `is left out by ${said}`;
    if (layer.coming) return 'is still coming';
    const value = takenValue(layer, choices);
    if (value?.coming !== true) return undefined;
    return `is still coming with ${value.id}${said === undefined ? ', its default' : ''}`;
  }

  function requirerOf(layer: Layer, layers: Iterable<Layer>): string | undefined {
    return [...layers].flatMap(of).find((it) => it.layer === layer)?.who;
  }

  return { of, closure, obstacle, requirerOf };
}
