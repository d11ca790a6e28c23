/** A method and a path with `:name` for a variable segment. */
export type RoutePattern = { readonly method: string; readonly path: string };

/** @returns the methods that a path answers to, for `Allow`; empty when the path is unknown */
export function allowedMethods(routes: readonly RoutePattern[], path: string): string {
  const given = path.split('/');
  const matching = routes.filter((route) => {
    const wanted = route.path.split('/');
    const fits = (part: string, at: number) => (part[0] === ':' ? given[at] : part === given[at]);
    return wanted.length === given.length && wanted.every(fits);
  });
  return [...new Set(matching.map(({ method }) => method))].sort().join(', ');
}
