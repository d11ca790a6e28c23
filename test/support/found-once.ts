/** Enough for the texts of all templates, and those that were composed last. */
const most = 10_000;

/**
 * Projects share most of their files, to the byte: what is found in one is found once for all.
 *
 * @param look finds something in a text, and depends on nothing else
 * @returns the same, which looks only once into the same text
 */
export function foundOnce<Found extends object>(
  look: (contents: string) => Found,
): (contents: string) => Found {
  const known = new Map<string, Found>();
  return (contents) => {
    const before = known.get(contents);
    if (before !== undefined) return before;
    const found = look(contents);
    // Most are of one project only by then, for its name is in them.
    if (known.size >= most) known.clear();
    known.set(contents, found);
    return found;
  };
}

/**
 * @param look finds something in a text at a path, and depends on nothing else
 * @returns the same, which looks only once into the same text at the same path
 */
export function foundOnceAt<Found extends object>(
  look: (path: string, contents: string) => Found,
): (path: string, contents: string) => Found {
  const foundIn = foundOnce((_contents) => new Map<string, Found>());
  return (path, contents) => {
    const known = foundIn(contents);
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = look(path, contents);
    known.set(path, found);
    return found;
  };
}
