import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { notebook } from '../notebook.ts';
import { type Entry, entrySchema } from './entry.ts';
import { isInside } from './inside.ts';
import { replaceFile } from './replace-file.ts';

/** So many steps can be taken back. */
const most = 5;

/** An entry with its place in the order of steps. */
export interface Numbered {
  readonly number: number;
  readonly entry: Entry;
}

/**
 * @param folder of a project
 * @returns the steps that it remembers, the oldest first
 * @throws RoadmapError `refused` when the journal is not one of ours
 */
export function journalOf(folder: string): readonly Numbered[] {
  if (!isThere(join(folder, notebook))) return [];
  if (!lstatSync(join(folder, notebook)).isDirectory()) throw unreadable(folder);
  return numbersIn(folder).map((number) => ({ number, entry: entryAt(folder, number) }));
}

/**
 * Writes an entry, new or changed, all of it or nothing.
 *
 * @param folder of a project
 * @param numbered the entry
 */
export function saveEntry(folder: string, { number, entry }: Numbered): void {
  mkdirSync(join(folder, notebook, 'journal'), { recursive: true });
  replaceFile(pathOf(folder, number), JSON.stringify(entry));
}

/**
 * @param folder of a project
 * @param number of an entry
 */
export function removeEntry(folder: string, number: number): void {
  rmSync(pathOf(folder, number), { force: true });
}

/**
 * Makes the folder that git ignores, without a word in the project's own .gitignore.
 *
 * @param folder of a project
 */
export function openNotebook(folder: string): void {
  // Not `recursive`: that says ENOENT where a disk is read-only.
  if (!hasNotebook(folder)) mkdirSync(join(folder, notebook));
  if (isThere(join(folder, notebook, '.gitignore'))) return;
  replaceFile(join(folder, notebook, '.gitignore'), '*\n');
}

/**
 * @param folder of a project
 * @returns whether there is something in it that takes steps back
 */
export function hasNotebook(folder: string): boolean {
  return isThere(join(folder, notebook));
}

/**
 * Takes back what {@link openNotebook} could not finish; where a step is remembered, nothing.
 *
 * @param folder of a project that had no notebook
 */
export function discardNotebook(folder: string): void {
  if (!hasNotebook(folder) || numbersIn(folder).length > 0) return;
  rmSync(join(folder, notebook), { recursive: true, force: true });
}

/**
 * Forgets the oldest steps, and leaves nothing of ours where none is left.
 *
 * @param folder of a project
 */
export function tidyNotebook(folder: string): void {
  const numbers = numbersIn(folder);
  for (const number of numbers.slice(0, -most)) removeEntry(folder, number);
  if (numbers.length > 0) return;
  const own = join(folder, notebook);
  rmSync(join(own, 'journal'), { recursive: true, force: true });
  if (readdirSync(own).some((name) => name !== '.gitignore')) return;
  rmSync(join(own, '.gitignore'), { force: true });
  rmdirSync(own);
}

function numbersIn(folder: string): readonly number[] {
  const journal = join(folder, notebook, 'journal');
  if (!isThere(journal)) return [];
  const names = readdirSync(journal).filter((name) => /^\d{4,}$/.test(name));
  return names.map(Number).sort((one, other) => one - other);
}

function entryAt(folder: string, number: number): Entry {
  const text = readFileSync(pathOf(folder, number), 'utf8');
  const parsed = entrySchema.safeParse(parse(text));
  // Whoever hands us a project could have written a journal that leads elsewhere.
  const isOurs = parsed.success && parsed.data.files.every(({ path }) => isInside(path));
  if (!isOurs || !parsed.data.folders.every(isInside)) throw unreadable(folder);
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no entry either, and told as that.
    return undefined;
  }
}

function pathOf(folder: string, number: number): string {
  return join(folder, notebook, 'journal', String(number).padStart(4, '0'));
}

function unreadable(folder: string): RoadmapError {
  return new RoadmapError(
    'refused',
    `${join(folder, notebook)} is not what we left there.`,
    'Move it away; then no earlier step can be undone, but the project can grow again.',
  );
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
