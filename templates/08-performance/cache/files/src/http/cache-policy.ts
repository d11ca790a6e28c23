/**
 * What caches between here and the visitor, the browser's own among them, may keep, unless a route
 * says otherwise.
 *
 * @returns the header `cache-control` for what is answered at a path
 */
export function cachePolicy(path: string): string {
  // A redirect that is kept elsewhere is a click that is not counted, and lives on when the link is
  // gone; a 404 or 410 would be kept without being asked to. What is yours stays with you, and you
  // ask again whether it is still so.
  return path.startsWith('/api/') ? 'private, no-cache' : 'no-store';
}
