import { putIncoming } from '../../project/growth/update/incoming.ts';
import { updateProject } from '../../project/growth/update/update.ts';
import type { Source } from '../../project/source.ts';
import { exitCodes } from '../boundary.ts';
import type { Output } from '../output.ts';
import { progressOn } from '../progress.ts';
import type { Command } from './command.ts';
import { tellGrown } from './tell-grown.ts';

/** `update`: brings the project to the templates of this version. */
export const update: Command = async (said, source, output, signal) => {
  if (said.incoming) return await incoming(source, output);
  const options = { ...said, dir: '.', signal, listener: progressOn(output) };
  return tellGrown(await updateProject(options, source), output);
};

async function incoming(source: Source, output: Output): Promise<number> {
  const account = await putIncoming('.', source);
  output.result(account);
  const { folder, files } = account;
  for (const path of files) output.say(`+ ${folder}/${path}`);
  output.say(`\nThese differ from yours, which stay. Compare: git diff --no-index . ${folder}`);
  return exitCodes.done;
}
