import type { Catalogue, Layer, Value } from './catalogue.ts';
import type { Selection } from './selection.ts';

/**
 * @param catalogue the roadmap
 * @returns every layer, in the order of the roadmap
 */
export function layersOf(catalogue: Catalogue): readonly Layer[] {
  return catalogue.stages.flatMap((stage) => stage.layers);
}

/**
 * @param catalogue the roadmap
 * @returns every name that a condition or a `with/` folder may use: layers, values of choices, the
 *   values that mean "without this layer", and kinds of values
 */
export function namesOf(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(
    layersOf(catalogue).flatMap(({ id, choices, absent = id, kinds }) => [
      id,
      ...choices.map((value) => value.id),
      absent,
      ...Object.keys(kinds),
    ]),
  );
}

/**
 * @param selection what the project consists of
 * @param catalogue the roadmap
 * @returns those of the names that hold for it
 */
export function selectedNames(
  selection: Pick<Selection, 'layers' | 'choices'>,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const absent = layersOf(catalogue)
    .filter(({ id }) => !selection.layers.includes(id))
    .flatMap((layer) => (layer.absent === undefined ? [] : [layer.absent]));
  const values = [...Object.values(selection.choices), ...absent];
  return new Set([...selection.layers, ...values, ...kindsOf(values, catalogue)]);
}

/**
 * @param values values of choices
 * @param catalogue the roadmap
 * @returns the kinds that these values are of
 */
export function kindsOf(values: readonly string[], catalogue: Catalogue): readonly string[] {
  return layersOf(catalogue)
    .flatMap(({ kinds }) => Object.entries(kinds))
    .filter(([, members]) => members.some((value) => values.includes(value)))
    .map(([kind]) => kind);
}

/**
 * @param layer a layer
 * @param choices choice → value, as far as it was said
 * @returns the value that a choice takes, its default when nothing was said;
 *   undefined for a plain layer, and for the value that means "without this layer"
 */
export function takenValue(
  layer: Layer,
  choices: Readonly<Record<string, string>>,
): Value | undefined {
  const wanted = choices[layer.id];
  if (wanted === undefined) return layer.choices[0];
  return layer.choices.find((value) => value.id === wanted);
}
