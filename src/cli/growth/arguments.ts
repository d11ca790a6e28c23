import { choiceOptions, growthOptions, talkOptions } from '../options.ts';
import { choicesIn, listsIn, parseWords, usage, yesOrNo } from '../parse-words.ts';

/** A command for a project that is there already. */
export type GrowthCommand = keyof typeof growthOptions;

/** What was said on the command line about a project that is to grow. */
export interface GrowthArguments {
  readonly command: GrowthCommand;
  readonly layers: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  readonly restore: readonly string[];
  readonly install: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly commit: boolean;
  readonly incoming: boolean;
}

/** How many layers a command takes. */
const mostLayers: Readonly<Record<GrowthCommand, number>> = {
  add: Number.POSITIVE_INFINITY,
  remove: Number.POSITIVE_INFINITY,
  diff: 1,
  update: 0,
  status: 0,
  undo: 0,
  continue: 0,
  abort: 0,
};

/**
 * @param word the first word of a command line
 * @returns whether it is a command for a project that is there already
 */
export function isGrowthCommand(word: string): word is GrowthCommand {
  return Object.hasOwn(growthOptions, word);
}

/**
 * @param command the first word
 * @param argv the words after it
 * @returns what was said
 * @throws RoadmapError `usage` when it cannot be understood
 */
export function growthArguments(command: GrowthCommand, argv: readonly string[]): GrowthArguments {
  const words = parseWords(argv, { ...growthOptions[command], ...talkOptions });
  const layers = words.positionals.flatMap((it) => it.split(',')).filter((it) => it !== '');
  const tooMany = layers[mostLayers[command]];
  if (tooMany !== undefined) {
    const fix = `For a folder of the name ${command}: create-backend-roadmap create ${command}`;
    throw usage(`${command} takes no "${tooMany}".`, fix);
  }
  if (words.has('commit') && words.has('force')) {
    throw usage('--commit and --force cannot be said together.', 'Commit your own changes first.');
  }
  return {
    command,
    layers,
    choices: choicesIn(words, choiceOptions),
    restore: listsIn(words, 'restore'),
    install: yesOrNo(words, 'install') ?? true,
    dryRun: words.has('dry-run'),
    force: words.has('force'),
    commit: words.has('commit'),
    incoming: words.has('incoming'),
  };
}
