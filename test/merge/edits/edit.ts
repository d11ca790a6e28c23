/** A project as its owner has it: path → text. */
export type Owned = Map<string, string>;

/** Something that an owner does to a project. */
export interface Edit {
  readonly name: string;
  /** A file without which the project is not one that this is done to. */
  readonly needs?: string;
  /** Changes the project in place. */
  readonly apply: (project: Owned) => void;
}

/**
 * @param project of an owner
 * @param path one of its files
 * @param place what is to be found there
 * @param text what stands there afterwards; `$&` is what was found
 * @throws when there is no such place: an edit that does nothing would prove nothing
 */
export function change(project: Owned, path: string, place: RegExp | string, text: string): void {
  const before = project.get(path);
  const after = before?.replace(place, text);
  if (after === undefined || after === before) throw new Error(`${path} has no ${place}.`);
  project.set(path, after);
}

/**
 * @param project of an owner
 * @param path one of its files
 * @param text what is added at its end
 */
export function append(project: Owned, path: string, text: string): void {
  project.set(path, (project.get(path) ?? '') + text);
}

/**
 * @param project of an owner
 * @param paths which files
 * @param how what becomes of the text of each
 */
export function rewrite(
  project: Owned,
  paths: RegExp,
  how: (text: string, path: string) => string,
): void {
  for (const [path, text] of project) if (paths.test(path)) project.set(path, how(text, path));
}
