/** What a page cost. */
export interface Cost {
  readonly rowsRead: number;
  readonly ms: number;
}

/** The same page, found in two ways. */
export interface Comparison {
  /** How many links stand before the page. */
  readonly skipped: number;
  readonly offset: Cost;
  readonly key: Cost;
}

const TITLE = '| links before the page | rows read by offset | rows read by key |';
const TIMES = ' ms by offset | ms by key |';

/** The comparison in Markdown. */
export function pagingTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ skipped, offset, key }) =>
    [skipped, offset.rowsRead, key.rowsRead]
      .map((count) => count.toLocaleString('en'))
      .concat(offset.ms.toFixed(2), key.ms.toFixed(2))
      .join(' | '),
  );
  const lines = [TITLE + TIMES, '|--:|--:|--:|--:|--:|', ...rows.map((row) => `| ${row} |`)];
  return lines.join('\n');
}

/** @returns a text with another table in place of the one that it has, also of one without times */
export function withTable(text: string, table: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(TITLE));
  if (start < 0) return text;
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.toSpliced(start, length, ...table.split('\n')).join('\n');
}
