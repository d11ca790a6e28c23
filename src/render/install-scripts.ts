/** Packages of ours whose install script is not needed: told to those that would ask or fail. */
export const withoutScript: readonly string[] = ['esbuild'];
