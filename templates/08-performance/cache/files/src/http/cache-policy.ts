/**
 * What caches between here and the visitor, the browser's own among them, may keep.
 *
 * @param route the path of a route, with `:name` for a variable segment
 * @returns the header `cache-control`; undefined where the route decides for itself
 */
export function cachePolicy(route: string): string | undefined {
  // A redirect that is kept elsewhere is a click that is not counted, and lives on when the link is
  // gone; a 404 or 410 would be kept without being asked to.
  if (route === '/:code') return 'no-store';
  // What is yours stays with you, and you ask again whether it is still so.
  return route.startsWith('/api/') ? 'private, no-cache' : undefined;
}
