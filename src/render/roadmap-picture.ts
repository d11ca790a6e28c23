import type { Catalogue } from '../roadmap/catalogue.ts';
import type { Selection } from '../roadmap/selection.ts';

/** Where the picture stands in the project. */
export const picturePath = 'docs/roadmap.svg';

/** Sizes in px. The road runs to the right, turns, and comes back below. */
const perRow = 6;
const between = { x: 150, y: 118 };
const first = { x: 85, y: 40 };
const turn = 130;
const width = first.x + (perRow - 1) * between.x + turn;
const height = first.y + between.y + 78;
const radius = 18;

/** Longest line of a title, in characters. */
const mostCharacters = 17;

/** Every text has a contrast of at least 4.5 to the page, in both themes. */
const style = `
text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: #59636e; }
circle { fill: #ffffff; stroke: #8c959f; stroke-width: 2; stroke-dasharray: 3 4; }
path { fill: none; stroke: #8c959f; stroke-width: 3; stroke-dasharray: 1 8; stroke-linecap: round; }
.number { font-weight: 600; font-size: 14px; }
.reached text { fill: #1f2328; }
.reached circle { fill: #0b6e4f; stroke: #0b6e4f; stroke-dasharray: none; }
.reached .number { fill: #ffffff; }
path.reached { stroke: #0b6e4f; stroke-width: 5; stroke-dasharray: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1; }
  circle { fill: #0d1117; stroke: #656c76; }
  path { stroke: #656c76; }
  .reached text { fill: #f0f6fc; }
  .reached circle { fill: #4ec9a0; stroke: #4ec9a0; }
  .reached .number { fill: #0d1117; }
  path.reached { stroke: #4ec9a0; }
}
`;

/**
 * @param selection what the project consists of
 * @param catalogue the roadmap
 * @returns an SVG of all stages in their order, those that the project has reached lit; it reads in
 *   a light and in a dark page
 */
export function roadmapPicture(selection: Selection, catalogue: Catalogue): string {
  const isReached = (number: number) => selection.stages.includes(number);
  const roads = catalogue.stages.slice(1).map(({ number }) => {
    const state = isReached(number - 1) && isReached(number) ? ' class="reached"' : '';
    return `<path${state} d="${road(number - 1, number)}"/>`;
  });
  const stops = catalogue.stages.map(({ number, title }) => {
    const { x, y } = place(number);
    const lines = wrapped(title).map(
      (line, index) => `<text x="${x}" y="${y + 40 + 17 * index}">${escaped(line)}</text>`,
    );
    const dot = `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
    const sign = `<text class="number" x="${x}" y="${y + 5}">${number}</text>`;
    const state = isReached(number) ? 'reached' : 'ahead';
    return `<g class="${state}">${dot}${sign}${lines.join('')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(pictureTitle(selection, catalogue))}</title>
<style>${style}</style>
${[...roads, ...stops].join('\n')}
</svg>
`;
}

/** @returns the picture in a sentence, for those who do not see it */
export function pictureTitle({ stages }: Selection, catalogue: Catalogue): string {
  return `The backend roadmap: ${stages.length} of its ${catalogue.stages.length} stages reached`;
}

function place(number: number) {
  const row = Math.floor((number - 1) / perRow);
  const step = (number - 1) % perRow;
  const column = row % 2 === 0 ? step : perRow - 1 - step;
  return { x: first.x + column * between.x, y: first.y + row * between.y };
}

/** The road between two stops; where it turns, it goes around the outside. */
function road(from: number, to: number): string {
  const [a, b] = [place(from), place(to)];
  if (a.y === b.y) return `M${a.x} ${a.y}H${b.x}`;
  const outside = a.x + turn;
  return `M${a.x} ${a.y}C${outside} ${a.y} ${outside} ${b.y} ${b.x} ${b.y}`;
}

function wrapped(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && longer.length <= mostCharacters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
