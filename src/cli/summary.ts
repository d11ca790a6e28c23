import type { Catalogue } from '../roadmap/catalogue.ts';
import type { Because, Selection } from '../roadmap/selection.ts';
import type { Output } from './output.ts';

/** What a project will be, or is. */
interface Summary {
  readonly folder: string;
  readonly selection: Selection;
  readonly files: number;
  /** Files of the user's that stay as they are. */
  readonly kept: readonly string[];
}

/**
 * @param summary what a project will be, or is
 * @param catalogue the roadmap
 * @param output whose colours to use
 * @returns lines for people, with what was implied and left out and why
 */
export function summaryOf(
  { folder, selection, files, kept }: Summary,
  catalogue: Catalogue,
  output: Pick<Output, 'paint'>,
): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Folder', folder],
    ['Stages', stages(selection, catalogue)],
    ['Layers', selection.layers.map((id) => withChoice(id, selection)).join(', ')],
    ...selection.implied.map(
      ({ layer, because }) => ['Added', `${layer}, because ${because}`] as const,
    ),
    ...byReason(selection.leftOut).map((it) => ['Left out', it] as const),
    ...(kept.length > 0 ? [['Yours stay', kept.join(', ')] as const] : []),
    ['Files', `${files}, for ${selection.packageManager}`],
  ];
  return rows.map(([title, text]) => `${output.paint('dim', title.padEnd(10))} ${text}`).join('\n');
}

function stages(selection: Selection, catalogue: Catalogue): string {
  return catalogue.stages
    .filter(({ number }) => selection.stages.includes(number))
    .map(({ number, name }) => `${number} ${name}`)
    .join(', ');
}

function withChoice(id: string, { choices }: Selection): string {
  return choices[id] === undefined ? id : `${id} (${choices[id]})`;
}

/** Many layers are left out for the same reason: it is said once. */
function byReason(leftOut: readonly Because[]): readonly string[] {
  const reasons = [...new Set(leftOut.map(({ because }) => because))];
  return reasons.map((reason) => {
    const layers = leftOut.filter(({ because }) => because === reason).map(({ layer }) => layer);
    return `${layers.join(', ')}, because ${reason}`;
  });
}
