import { diffOf } from '../../project/growth/diff.ts';
import { exitCodes } from '../boundary.ts';
import type { Command } from './command.ts';

/** `diff [layer]`: your edits, or a layer, as a patch. */
export const diff: Command = async ({ layers }, source, output) => {
  const account = await diffOf('.', layers[0], source);
  output.result(account);
  // The patch is the result: quiet or not, it goes to whoever reads.
  if (!output.json) process.stdout.write(account.files.map((file) => file.diff).join(''));
  if (account.conflicts.length > 0) {
    output.warn(`In conflict with your edits, markers included: ${account.conflicts.join(', ')}`);
  }
  if (account.files.length === 0) output.warn('No differences.');
  return exitCodes.done;
};
