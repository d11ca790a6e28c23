import type { Catalogue, Layer, Stage } from '../roadmap/catalogue.ts';
import type { Output } from './output.ts';

/**
 * Shows the roadmap: its stages with their layers and choices, the defaults marked.
 *
 * @param catalogue the roadmap
 * @param output how to talk
 */
export function showStages(catalogue: Catalogue, output: Output): void {
  output.result({ stages: catalogue.stages.map(stageFacts) });
  if (output.json) return;
  const { paint } = output;
  const widest = Math.max(
    ...catalogue.stages.flatMap((it) => it.layers.map(({ id }) => id.length)),
  );
  for (const stage of catalogue.stages) {
    const number = String(stage.number).padStart(2);
    output.say(`${number} ${paint('bold', stage.title)} ${paint('dim', `(${stage.name})`)}`);
    for (const layer of stage.layers) {
      const mark = layer.always || layer.default ? '●' : '○';
      const about = [layer.summary, ...remarks(layer)].join(' ');
      const line = `   ${mark} ${layer.id.padEnd(widest)}  ${about}`;
      output.say(layer.coming ? paint('dim', line) : line);
      if (layer.choices.length > 0) output.say(`     ${' '.repeat(widest)}  ${values(layer)}`);
    }
  }
  output.say(paint('dim', '\n● comes with its stage   ○ when asked for by name'));
}

function remarks(layer: Layer): readonly string[] {
  const requires = layer.requires.length > 0 ? [`requires ${layer.requires.join(', ')}`] : [];
  const remarks = [
    ...(layer.always ? ['always'] : []),
    ...requires,
    ...(layer.coming ? ['coming'] : []),
  ];
  return remarks.length > 0 ? [`(${remarks.join('; ')})`] : [];
}

function values(layer: Layer): string {
  const named = layer.choices.map(({ id, coming }, place) => {
    const remark = coming ? ' (coming)' : place === 0 ? ' (default)' : '';
    return `${id}${remark}`;
  });
  return [...named, ...(layer.absent ? [`${layer.absent} (without this layer)`] : [])].join(' | ');
}

function stageFacts({ number, name, title, summary, layers }: Stage): object {
  return { number, name, title, summary, layers: layers.map(layerFacts) };
}

function layerFacts(layer: Layer): object {
  const { id, title, summary, always, requires, conflicts, coming, absent, choices } = layer;
  return {
    ...{ id, title, summary, always, default: layer.default, requires, conflicts, coming },
    ...(choices.length > 0 && {
      values: choices.map((value, place) => ({
        id: value.id,
        title: value.title,
        summary: value.summary,
        default: place === 0,
        coming: value.coming,
      })),
    }),
    ...(absent !== undefined && { absent }),
  };
}
