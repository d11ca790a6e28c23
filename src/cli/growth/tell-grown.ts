import type { Grown, GrownFile } from '../../project/growth/grown.ts';
import { countsIn } from '../../project/growth/patch.ts';
import type { Conflict } from '../../project/journal/conflict.ts';
import { exitCodes } from '../boundary.ts';
import type { Output } from '../output.ts';

const signs = {
  created: '+',
  updated: '~',
  merged: '~',
  deleted: '-',
  kept: '=',
  absent: '=',
  conflicted: '!',
} as const;

/**
 * Tells what became of a project, or would.
 *
 * @param grown the account of it
 * @param output how to talk
 * @returns the exit code
 */
export function tellGrown(grown: Grown, output: Output): number {
  output.result(grown);
  const { paint } = output;
  const { written, files, conflicts, steps, label } = grown;
  if (files.length > 0) output.say(files.map((file) => lineOf(file, output)).join('\n'));
  output.say([...(files.length > 0 ? [''] : []), ...layerLines(grown, output)].join('\n'));
  if (!written) {
    for (const { diff, outcome } of files) {
      if (diff && outcome !== 'created' && outcome !== 'deleted') output.say(`\n${diff.trimEnd()}`);
    }
    const isSame = files.length === 0 && grown.added.length + grown.removed.length === 0;
    const told = isSame ? `Nothing to ${label}: it is so already.` : 'Nothing was written.';
    output.say(`\n${paint('bold', told)}`);
    return exitCodes.done;
  }
  if (conflicts.length > 0) {
    output.warn(`\n${conflictLines(conflicts)}`);
    output.say(`\n${paint('bold', 'What remains')}\n${nextLines(grown, output)}`);
    return exitCodes.conflicts;
  }
  output.say(`\n${paint('bold', 'What remains')}\n${nextLines(grown, output)}`);
  output.say(`\n${paint('dim', 'To take it back: create-backend-roadmap undo')}`);
  return steps.every(({ ok }) => ok) ? exitCodes.done : exitCodes.unfinished;
}

/**
 * @param conflicts what the user has to decide
 * @returns lines for people
 */
export function conflictLines(conflicts: readonly Conflict[]): string {
  const lines = conflicts.flatMap(({ path, because, values = [] }) => [
    `  ${path}${because ? `: ${because}` : ''}`,
    ...values.map(({ path: keys, ours, theirs }) => {
      return `    ${keys.join(' › ')}: yours is ${shown(ours)}, which stays; new is ${shown(theirs)}`;
    }),
  ]);
  return [`In conflict (${conflicts.length}):`, ...lines].join('\n');
}

function lineOf({ path, outcome, because, diff }: GrownFile, { paint }: Output): string {
  const { added, removed } = countsIn(diff ?? '');
  const counts = diff ? paint('dim', ` +${added} −${removed}`) : '';
  const reason = because ? paint('dim', `  ${because}`) : '';
  return `${signs[outcome]} ${path}${counts}${reason}`;
}

function layerLines({ added, removed, implied }: Grown, { paint }: Output): readonly string[] {
  const named = added.filter((id) => !implied.some(({ layer }) => layer === id));
  const rows = [
    ...(named.length > 0 ? [['Added', named.join(', ')] as const] : []),
    ...implied.map(({ layer, because }) => ['Added', `${layer}, because ${because}`] as const),
    ...(removed.length > 0 ? [['Removed', removed.join(', ')] as const] : []),
  ];
  return rows.map(([title, text]) => `${paint('dim', title.padEnd(10))} ${text}`);
}

function nextLines({ next }: Grown, { paint }: Output): string {
  return next.map((step) => `  ${paint('cyan', step)}`).join('\n');
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
