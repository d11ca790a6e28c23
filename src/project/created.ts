import { relative } from 'node:path';
import { commandsOf } from '../render/package-manager.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { layersOf } from '../roadmap/layers-of.ts';
import type { Because, Selection } from '../roadmap/selection.ts';
import { recreateCommand } from './recreate-command.ts';
import { shellQuote } from './shell-quote.ts';
import type { Step } from './step.ts';

/** What was created: the object that `--json` prints. */
export interface Created {
  readonly project: { readonly name: string; readonly dir: string };
  readonly stages: readonly number[];
  readonly layers: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  readonly implied: readonly Because[];
  /** Number of files of the project. */
  readonly files: number;
  readonly steps: readonly Step[];
  /** What remains for the user, in order. */
  readonly next: readonly string[];
  /** The command that recreates the same project. */
  readonly command: string;
}

/** What is known once a project was created. */
interface Creation {
  readonly selection: Selection;
  readonly catalogue: Catalogue;
  /** As the user said it. */
  readonly dir: string;
  /** Absolute. */
  readonly folder: string;
  readonly files: number;
  readonly steps: readonly Step[];
  /** Whether each stage has its commit. */
  readonly history: boolean;
}

/**
 * @param creation what is known once a project was created
 * @returns the account of it, for programs and for the summary
 */
export function createdFrom(creation: Creation): Created {
  const { selection, folder, files, steps } = creation;
  return {
    project: { name: selection.name, dir: folder },
    stages: selection.stages,
    layers: selection.layers,
    choices: selection.choices,
    implied: selection.implied,
    files,
    steps,
    next: nextSteps(creation),
    command: recreateCommand(selection, creation.dir, creation.history),
  };
}

function nextSteps({ selection, catalogue, folder, steps }: Creation): readonly string[] {
  const commands = commandsOf(selection.packageManager);
  const here = relative(process.cwd(), folder);
  const isInstalled = steps.some(({ name, ok }) => name === 'install' && ok);
  const selected = layersOf(catalogue).filter(({ id }) => selection.layers.includes(id));
  const taken = selected.flatMap((layer) => [
    layer,
    ...layer.choices.filter(({ id }) => selection.choices[layer.id] === id),
  ]);
  return [
    ...(here === '' ? [] : [`cd ${shellQuote(here)}`]),
    ...(isInstalled ? [] : [commands.install]),
    `${commands.run} dev`,
    'open http://localhost:3000',
    ...taken.flatMap(({ next }) => next),
  ];
}
