import { intro, log } from '@clack/prompts';
import { placeAround } from '../../project/placement.ts';
import type { Source } from '../../project/source.ts';
import { generator } from '../../render/generator.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { CreateArguments } from '../arguments.ts';
import type { Draft, FullDraft } from '../draft.ts';
import type { Output } from '../output.ts';
import { isFree, planOf } from '../plan.ts';
import { summaryOf } from '../summary.ts';
import { back } from './ask.ts';
import { askGoAhead } from './go-ahead.ts';
import { askHowFar } from './how-far.ts';
import { askOccupied } from './occupied-folder.ts';
import { askWhere } from './where.ts';
import { askWhichLayers } from './which-layers.ts';
import { askWhichValues, openChoices } from './which-values.ts';

/** Asks when there is something to ask; undefined when there is not. */
type Question = (draft: Draft, shown: Draft) => Promise<Draft | typeof back> | undefined;

/**
 * Asks what was not said, at most five questions (and one more when the folder is not empty),
 * with a way back from each.
 *
 * @param draft what was said
 * @param said the same, as it stood on the command line: it is not asked again
 * @param source the templates
 * @param output whose colours to use
 * @param signal ends the waiting
 * @returns complete answers
 * @throws RoadmapError `cancelled` when the user leaves
 */
export async function askMissing(
  draft: Draft,
  said: CreateArguments,
  source: Source,
  output: Output,
  signal: AbortSignal,
): Promise<FullDraft> {
  intro(
    `${generator.name} ${generator.version}  ${output.paint('dim', 'Esc: back, Ctrl-C: leave')}`,
  );
  return full(await askAll(questions(draft, said, source, output, signal), draft));
}

function questions(
  given: Draft,
  said: CreateArguments,
  source: Source,
  output: Output,
  signal: AbortSignal,
): readonly Question[] {
  const { catalogue } = source;
  let hasAsked = false;
  const all: readonly Question[] = [
    (draft, shown) => (given.dir === undefined ? askWhere(draft, shown, signal) : undefined),
    (draft, shown) =>
      given.scope === undefined ? askHowFar(draft, shown, catalogue, signal) : undefined,
    (draft) =>
      given.scope === undefined ? askWhichLayers(full(draft), catalogue, signal) : undefined,
    (draft) => {
      if (said.from !== undefined) return undefined;
      const open = openChoices(full(draft), catalogue, said.choices);
      return open.length === 0 ? undefined : askWhichValues(full(draft), open, catalogue, signal);
    },
    (draft) => {
      const plan = planOf(full(draft), source);
      return draft.merge || isFree(plan) ? undefined : askOccupied(full(draft), plan, signal);
    },
    (draft) => {
      if (said.dryRun || (given.install !== undefined && !hasAsked)) return undefined;
      const { selection, target, tree } = planOf(full(draft), source);
      const { tree: written, kept } = placeAround(target, tree);
      const summary = { folder: target.path, selection, files: written.size, kept };
      return askGoAhead(full(draft), summaryOf(summary, catalogue, output), signal);
    },
  ];
  return all.map((question) => (draft, shown) => {
    const asked = question(draft, shown);
    hasAsked ||= asked !== undefined;
    return asked;
  });
}

/** Each answer is kept with its question, so that going back restores what was known before it. */
async function askAll(questions: readonly Question[], draft: Draft): Promise<Draft> {
  const asked: { readonly place: number; readonly draft: Draft }[] = [];
  let known = draft;
  let shown = draft;
  let place = 0;
  while (true) {
    const question = questions[place];
    if (question === undefined) return known;
    const answer = await answerTo(() => question(known, shown), asked.length > 0);
    if (answer === back) {
      const before = asked.pop();
      if (before !== undefined) ({ place, draft: known } = before);
      continue;
    }
    if (answer !== undefined) {
      asked.push({ place, draft: known });
      known = answer;
      shown = answer;
    }
    place += 1;
  }
}

/** Answers that cannot stand together are said with the reason, and the last one is asked again. */
async function answerTo(
  question: () => Promise<Draft | typeof back> | undefined,
  canGoBack: boolean,
): Promise<Draft | typeof back | undefined> {
  try {
    return await question();
  } catch (error) {
    if (!canGoBack || !(error instanceof RoadmapError)) throw error;
    if (error.code !== 'impossible' && error.code !== 'refused') throw error;
    log.warn(`${error.message}\n${error.fix}`);
    return back;
  }
}

function full(draft: Draft): FullDraft {
  const { dir, scope } = draft;
  if (dir === undefined || scope === undefined) throw new Error('A question was not asked.');
  return { ...draft, dir, scope };
}
