import { type Addable, type Status, statusOf } from '../../project/growth/status.ts';
import { exitCodes } from '../boundary.ts';
import type { Output } from '../output.ts';
import type { Command } from './command.ts';
import { conflictLines } from './tell-grown.ts';

const shown = 8;

/** `status`: what is selected, edited, mergeable. */
export const status: Command = async (_said, source, output) => {
  const account = await statusOf('.', source);
  output.result(account);
  const rows = [...projectRows(account), ...growthRows(account), ...gitRows(account)];
  output.say(
    rows.map(([title, text]) => `${output.paint('dim', title.padEnd(10))} ${text}`).join('\n'),
  );
  tellUnfinished(account, output);
  return exitCodes.done;
};

type Row = readonly [string, string];

function projectRows({ project, generator, layers, choices, ...state }: Status): readonly Row[] {
  const named = layers.map((id) => (choices[id] === undefined ? id : `${id} (${choices[id]})`));
  const { edited, deleted, files } = state;
  return [
    ['Project', `${project.name}, version ${generator.recorded} of the roadmap`],
    ['Layers', named.join(', ')],
    ['Edited', `${edited.length} of ${files} files${listed(edited)}`],
    ...(deleted.length > 0 ? [['Deleted', `${deleted.length}${listed(deleted)}`] as const] : []),
  ];
}

function growthRows({ obstacle, addable, undoable }: Status): readonly Row[] {
  const clean = addable.filter((it) => it.because === undefined && it.conflicts.length === 0);
  return [
    ...(obstacle === undefined ? [] : [['To grow', obstacle] as const]),
    ...(clean.length > 0 ? [['To add', clean.map(({ layer }) => layer).join(', ')] as const] : []),
    ...addable.filter((it) => !clean.includes(it)).map((it) => ['', remark(it)] as const),
    ...(undoable === undefined ? [] : [['To undo', undoable] as const]),
  ];
}

function remark({ layer, conflicts, because }: Addable): string {
  return because ?? `${layer}, with conflicts in ${conflicts.join(', ')}`;
}

function gitRows({ git }: Status): readonly Row[] {
  if (!git.repository) return [['git', 'not used here']];
  if (git.unfinished !== undefined) return [['git', `in the middle of ${git.unfinished}`]];
  const { uncommitted } = git;
  return [
    ['git', uncommitted.length === 0 ? 'all committed' : `not committed${listed(uncommitted)}`],
  ];
}

function tellUnfinished({ unfinished }: Status, output: Output): void {
  if (unfinished === undefined) return;
  output.say(`\n"${unfinished.label}" is not finished.\n${conflictLines(unfinished.conflicts)}`);
  output.say('Solve them, then: create-backend-roadmap continue. Or: create-backend-roadmap abort');
}

function listed(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const more = paths.length > shown ? ` and ${paths.length - shown} more` : '';
  return `: ${paths.slice(0, shown).join(', ')}${more}`;
}
