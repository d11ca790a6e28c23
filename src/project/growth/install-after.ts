import type { PackageManager } from '../../roadmap/answers.ts';
import { install } from '../install.ts';
import type { Step } from '../step.ts';
import type { GrowthOptions } from './options.ts';

/**
 * Lets the package manager make the lock file anew.
 *
 * @param folder of a project
 * @param packageManager its own
 * @param options who listens
 * @returns the step; not ok, with the command to repeat, when the package manager fails
 */
export async function installAfter(
  folder: string,
  packageManager: PackageManager,
  { signal, listener }: Pick<GrowthOptions, 'signal' | 'listener'>,
): Promise<Step> {
  listener?.started('install');
  const step = await install({
    folder,
    packageManager,
    signal,
    ...(listener && { line: (text: string) => listener.line(text) }),
  });
  listener?.ended(signal?.aborted ? { name: 'install', ok: false, detail: 'stopped' } : step);
  return step;
}
