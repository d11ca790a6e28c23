import { linesOf, ownText } from './own-text.ts';
import type { OwnFile, TreesToMerge } from './trees-to-merge.ts';

/** From where a file went to where. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Whose idea it was. */
  readonly by: 'user' | 'templates';
}

/** As many of the lines must be the same for a file to count as the same file. */
const sameEnough = 0.6;

/**
 * @param trees base, ours and theirs
 * @returns the declared renames that apply, and those of the user: a file that is gone, and another
 *   one that is much the same
 */
export function renamesIn(trees: TreesToMerge): readonly Rename[] {
  const { base, ours, theirs, moved = new Map<string, string>() } = trees;
  const declared = [...moved].flatMap(([from, to]): Rename[] => {
    const isMoved = base.has(from) && !theirs.has(from) && theirs.has(to) && !base.has(to);
    // Another file where it would go is a conflict like any other.
    return isMoved && !(ours.has(from) && ours.has(to)) ? [{ from, to, by: 'templates' }] : [];
  });
  const taken = new Set(declared.map(({ from }) => from));
  return [...declared, ...usersRenames(trees, taken)];
}

function usersRenames(
  { base, ours, theirs, restore }: TreesToMerge,
  taken: ReadonlySet<string>,
): readonly Rename[] {
  const gone = [...base].filter(
    ([path, { contents }]) =>
      !ours.has(path) &&
      !taken.has(path) &&
      !restore?.has(path) &&
      // Where nothing changed there is nothing to carry along.
      theirs.has(path) &&
      theirs.get(path)?.contents !== contents,
  );
  if (gone.length === 0) return [];
  const candidates = [...ours].filter(([path]) => !base.has(path) && !theirs.has(path));
  const texts = new Map(candidates.map(([path, file]) => [path, telling(plainOf(file))]));
  const found: Rename[] = [];
  for (const [from, { contents }] of gone) {
    const lines = telling(contents);
    const [best] = [...texts]
      .map(([to, its]) => ({ to, share: shareOf(lines, its) }))
      .filter(({ share }) => share >= sameEnough)
      .sort((one, other) => other.share - one.share);
    if (best === undefined) continue;
    texts.delete(best.to);
    found.push({ from, to: best.to, by: 'user' });
  }
  return found;
}

function plainOf({ bytes, kind = 'file' }: OwnFile): string {
  return (kind === 'file' ? ownText(bytes)?.plain : undefined) ?? '';
}

/** Lines with a word in them; brackets and blank lines are the same everywhere. */
function telling(plain: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesOf(plain)) {
    if (/\w/.test(line)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** How much of the longer one is in the other, too. */
function shareOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  const same = [...one].reduce(
    (sum, [line, count]) => sum + Math.min(count, other.get(line) ?? 0),
    0,
  );
  const longer = Math.max(size(one), size(other));
  return longer === 0 ? 0 : same / longer;
}
