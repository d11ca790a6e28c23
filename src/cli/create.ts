import { resolve } from 'node:path';
import { createProject } from '../project/create-project.ts';
import { type Created, createdFrom } from '../project/created.ts';
import { milestonesOf } from '../project/milestones.ts';
import { placeAll, placeAround } from '../project/placement.ts';
import { projectName } from '../project/project-name.ts';
import type { Source } from '../project/source.ts';
import { inspectTarget } from '../project/target.ts';
import type { CreateArguments } from './arguments.ts';
import { exitCodes } from './boundary.ts';
import { completed } from './defaults.ts';
import { draftOf } from './draft.ts';
import type { Output } from './output.ts';
import { planOf } from './plan.ts';
import { progressOn } from './progress.ts';
import { summaryOf } from './summary.ts';
import { listed, treeListing } from './tree-listing.ts';

/**
 * Creates a project, or shows what would be created.
 *
 * @param said what was said on the command line
 * @param source the templates
 * @param output how to talk
 * @param signal aborts when the user leaves
 * @returns the exit code
 * @throws RoadmapError when the answers are impossible, the folder is refused, or the user leaves
 */
export async function create(
  said: CreateArguments,
  source: Source,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const given = await draftOf(said, signal);
  const isInteractive = !said.yes && canAsk(output);
  if (said.dir !== undefined) checkFolder(said.dir);
  const draft = isInteractive
    ? await (await import('./prompts/wizard.ts')).askMissing(given, said, source, output, signal)
    : completed(given, said.yes);
  const plan = planOf(draft, source);
  const { selection, target } = plan;
  const placement = draft.merge ? placeAround(target, plan.tree) : placeAll(target, plan.tree);
  const { tree, kept } = placement;
  const account = {
    selection,
    catalogue: source.catalogue,
    dir: draft.dir,
    folder: target.path,
    history: said.history,
  };
  const summary = { folder: target.path, selection, files: tree.size, kept };

  if (said.dryRun) {
    const files = listed(tree);
    const created = createdFrom({ ...account, files: tree.size, steps: [] });
    output.result({ ...created, tree: files });
    output.say(`${treeListing(files)}\n\n${summaryOf(summary, source.catalogue, output)}`);
    output.say(`\n${output.paint('bold', 'Nothing was written.')}`);
    return exitCodes.done;
  }
  const steps = await createProject({
    selection,
    placement,
    install: draft.install ?? true,
    git: draft.git,
    history: said.history ? milestonesOf(selection, source) : undefined,
    signal,
    listener: progressOn(output),
  });
  const created = createdFrom({ ...account, files: tree.size, steps });
  output.result(created);
  output.say(`\n${summaryOf(summary, source.catalogue, output)}\n\n${farewell(created, output)}`);
  return steps.every(({ ok }) => ok) ? exitCodes.done : exitCodes.unfinished;
}

/** Told before anything is asked: no answer could mend it. */
function checkFolder(dir: string): void {
  projectName(resolve(dir));
  inspectTarget(dir);
}

function canAsk(output: Output): boolean {
  const { CI } = process.env;
  const isAutomated = CI !== undefined && !['', '0', 'false'].includes(CI);
  return !isAutomated && !output.json && process.stdin.isTTY && process.stdout.isTTY;
}

function farewell({ next, command }: Created, { paint }: Output): string {
  const steps = next.map((step) => `  ${paint('cyan', step)}`);
  return [
    paint('bold', 'What remains'),
    ...steps,
    '',
    paint('bold', 'The same project again'),
    `  ${command}`,
  ].join('\n');
}
