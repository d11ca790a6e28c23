import { Problem } from './problem.ts';

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

/** @returns why no route answers: there is nothing at the path, or only for other methods */
export function noRoute(routes: readonly RoutePattern[], method: string, path: string): Problem {
  const allow = allowedMethods(routes, path);
  if (!allow) return new Problem(404, 'There is nothing at this address.');
  return new Problem(405, `${method} is not possible here.`, undefined, { allow });
}
