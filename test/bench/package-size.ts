import { execFileSync } from 'node:child_process';

/** What npm would publish. */
export interface PackageSize {
  readonly packed: number;
  readonly unpacked: number;
  readonly files: number;
}

/**
 * @param folder the package, built
 * @returns its sizes in bytes
 */
export function packageSize(folder: string): PackageSize {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [packed] = JSON.parse(execFileSync('npm', words, { cwd: folder, encoding: 'utf8' }));
  return { packed: packed.size, unpacked: packed.unpackedSize, files: packed.entryCount };
}
