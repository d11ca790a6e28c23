import type { TreeFile } from '../render/tree.ts';
import type { FileMerge } from './file-merge.ts';
import { formatOf } from './formatting.ts';
import { isLineSet, mergeLineSet } from './line-set.ts';
import { mergeJson } from './merge-json.ts';
import { mergeText } from './merge-text.ts';
import { inUsersWay, linesEnding, linesOf, type OwnText, ownText } from './own-text.ts';
import type { OwnFile } from './trees-to-merge.ts';

/** One path in all three trees. */
export interface FileToMerge {
  readonly path: string;
  readonly label: string;
  readonly base: TreeFile | undefined;
  readonly ours: OwnFile | undefined;
  readonly theirs: TreeFile | undefined;
  /** The user wants it back. */
  readonly isWanted: boolean;
}

type Result = Omit<FileMerge, 'path'>;
type Present = FileToMerge & { readonly ours: OwnFile };
type Both = Present & { readonly theirs: TreeFile };

/**
 * @param file a path in base, ours and theirs
 * @returns what becomes of it
 */
export function mergeFile(file: FileToMerge): FileMerge {
  const { path, ours, theirs } = file;
  if (ours === undefined) return { path, ...withoutOurs(file) };
  if (theirs === undefined) return { path, ...withoutTheirs({ ...file, ours }) };
  return { path, ...withMode(file, withBoth({ ...file, ours, theirs })) };
}

function withoutOurs({ base, theirs, isWanted }: FileToMerge): Result {
  if (theirs === undefined) return { outcome: 'absent' };
  if (base === undefined || isWanted) {
    const { contents, executable = false } = theirs;
    return { outcome: 'created', bytes: encode(contents), ...(executable ? { executable } : {}) };
  }
  if (theirs.contents === base.contents) return { outcome: 'absent' };
  return {
    outcome: 'absent',
    because: 'You deleted it; --restore brings it back, with what is new.',
  };
}

function withoutTheirs({ path, base, ours }: Present): Result {
  if (base === undefined) return { outcome: 'kept' };
  const own = textIn(ours);
  if (own !== undefined && isRendered(path, own, base)) return { outcome: 'deleted' };
  return { outcome: 'kept', because: 'You changed it, so it is yours now.' };
}

function withBoth(file: Both): Result {
  const { path, base, ours, theirs } = file;
  if (theirs.contents === base?.contents) return { outcome: 'kept' };
  if (path === '.env') return { outcome: 'kept', because: 'It is written once and then yours.' };
  const own = textIn(ours);
  if (own === undefined) {
    return { outcome: 'kept', because: 'It is not text, so what is new in it was left out.' };
  }
  if (own.plain === theirs.contents) return { outcome: 'kept' };
  const format = formatOf(path, own.plain, (base ?? theirs).contents);
  const [before, after] = [format(base?.contents ?? ''), format(theirs.contents)];
  if (own.plain === before) return { outcome: 'updated', bytes: encode(asUser(after, own)) };
  if (isLineSet(path)) {
    return done(ours, mergeLineSet(path, before, own, after));
  }
  if (/\.jsonc?$/.test(path)) return json(file, own);
  const texts = { path, base: before, ours: own, theirs: after, label: file.label };
  const { text, conflicted } = mergeText(texts);
  if (!conflicted) return done(ours, text);
  if (isWrittenAnew(path, before, own)) {
    return { outcome: 'kept', because: 'You wrote it anew, so what is new was left out.' };
  }
  return { outcome: 'conflicted', bytes: encode(text), conflict: versions(file, own) };
}

function json(file: Both, own: OwnText): Result {
  const merged = mergeJson(file.base?.contents ?? '', own.text, file.theirs.contents);
  if (merged === undefined) {
    const because = 'It is not JSON, so nothing was changed in it.';
    return { outcome: 'conflicted', because, conflict: versions(file, own) };
  }
  const { text, values, left } = merged;
  const because =
    left.length > 0 ? { because: `You changed ${left.join(', ')}, which stays.` } : {};
  const result = done(file.ours, own.mark + text);
  if (values.length === 0) return { ...result, ...because };
  return {
    ...result,
    ...because,
    outcome: 'conflicted',
    conflict: { ...versions(file, own), values },
  };
}

/** A merge that comes to what the user has already leaves it alone. */
function done({ bytes: before }: OwnFile, text: string): Result {
  const bytes = encode(text);
  const isSame = bytes.length === before.length && bytes.every((it, index) => it === before[index]);
  return isSame ? { outcome: 'kept' } : { outcome: 'merged', bytes };
}

/** All three as the user writes, so that a merge tool shows nothing but what is different. */
function versions({ base, theirs }: Both, own: OwnText): NonNullable<FileMerge['conflict']> {
  return {
    ...(base === undefined ? {} : { base: asUser(base.contents, own) }),
    ours: own.mark + own.text,
    theirs: asUser(theirs.contents, own),
  };
}

/** Prose of which little is left as it was. */
function isWrittenAnew(path: string, base: string, own: OwnText): boolean {
  const before = linesOf(base).filter((line) => /\w/.test(line));
  const now = new Set(linesOf(own.plain));
  const left = before.filter((line) => now.has(line));
  return /\.md$/.test(path) && before.length > 0 && left.length < 0.3 * before.length;
}

/** The user's mode stays unless only we changed it. */
function withMode({ base, ours, theirs }: FileToMerge, result: Result): Result {
  const [before, after] = [base?.executable ?? false, theirs?.executable ?? false];
  const own = ours?.executable ?? before;
  const executable = own === before ? after : own;
  if (executable !== own) {
    return {
      ...result,
      executable,
      outcome: result.outcome === 'kept' ? 'updated' : result.outcome,
    };
  }
  return result.bytes !== undefined && executable ? { ...result, executable } : result;
}

function isRendered(path: string, own: OwnText, base: TreeFile): boolean {
  if (own.plain === base.contents) return true;
  return own.plain === formatOf(path, own.plain, base.contents)(base.contents);
}

function textIn({ bytes, kind = 'file' }: OwnFile): OwnText | undefined {
  return kind === 'file' ? ownText(bytes) : undefined;
}

function asUser(plain: string, own: OwnText): string {
  return inUsersWay(linesEnding(plain, own.lineEnd), own);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
