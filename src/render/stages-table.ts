import type { Catalogue } from '../roadmap/catalogue.ts';
import type { Selection } from '../roadmap/selection.ts';
import { picturePath, pictureTitle } from './roadmap-picture.ts';

/**
 * @param selection what the project consists of
 * @param catalogue the roadmap
 * @returns the roadmap in Markdown: its picture, and as a table every stage, the reached ones
 *   checked, with their layers
 */
export function stagesTable(selection: Selection, catalogue: Catalogue): string {
  const rows = catalogue.stages.map(({ number, title, folder, layers }) => {
    const reached = selection.stages.includes(number);
    const here = layers
      .filter(({ id }) => selection.layers.includes(id))
      .map(({ id }) => {
        const value = selection.choices[id];
        return value === undefined ? `\`${id}\`` : `\`${id}\` (${value})`;
      });
    const name = reached ? `[${title}](docs/roadmap/${folder}.md)` : title;
    return `| ${reached ? '✅' : '⬜'} | ${number} | ${name} | ${here.join(', ')} |`;
  });
  const picture = `![${pictureTitle(selection, catalogue)}](${picturePath})`;
  return [picture, '', '| | | Stage | Layers in this project |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
