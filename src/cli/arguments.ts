import { type PackageManager, type Preset, packageManagers, presets } from '../roadmap/answers.ts';
import { suggest } from '../roadmap/suggest.ts';
import { type GrowthArguments, growthArguments, isGrowthCommand } from './growth/arguments.ts';
import { choiceOptions, createOptions, talkOptions } from './options.ts';
import { choicesIn, listsIn, parseWords, usage, type Words, yesOrNo } from './parse-words.ts';

/** How far the project is to go; at most one of them. */
export interface Scope {
  readonly reached?: number | string;
  readonly layers?: readonly string[];
  readonly preset?: Preset;
}

/** What was said on the command line about a project to create. */
export interface CreateArguments {
  readonly command: 'create';
  readonly dir: string | undefined;
  readonly scope: Scope | undefined;
  /** Path of a roadmap.json, or `-` for standard input. */
  readonly from: string | undefined;
  readonly without: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  readonly packageManager: PackageManager | undefined;
  readonly install: boolean | undefined;
  readonly git: boolean;
  /** One commit and one tag for each stage. */
  readonly history: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

export type Arguments = CreateArguments | GrowthArguments | { readonly command: 'stages' };

/**
 * @param argv the words after the program's name
 * @returns what was said
 * @throws RoadmapError `usage` when it cannot be understood, with what was probably meant
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  if (first === 'stages') {
    const { positionals } = parseWords(rest, talkOptions);
    if (positionals.length > 0) throw usage(`stages takes no "${positionals[0]}".`);
    return { command: 'stages' };
  }
  if (first !== undefined && isGrowthCommand(first)) return growthArguments(first, rest);
  return createArguments(first === 'create' ? rest : argv);
}

function createArguments(argv: readonly string[]): CreateArguments {
  const words = parseWords(argv, { ...createOptions, ...talkOptions });
  const [dir, ...more] = words.positionals;
  if (more.length > 0) {
    throw usage(
      `One folder is enough: what is "${more[0]}"?`,
      'With npm, options stand behind a --: npm create backend-roadmap@latest my-app -- --yes',
    );
  }
  if (dir === '') throw usage('The name of the folder is empty.');
  const scopes = ['reached', 'layers', 'preset', 'from'].filter((it) => words.all(it).length > 0);
  if (scopes.length > 1) {
    const said = scopes.map((it) => `--${it}`).join(' and ');
    throw usage(`${said} cannot be said together.`, 'Say one of them.');
  }
  const git = yesOrNo(words, 'git') ?? true;
  if (words.has('history') && !git) throw usage('--history needs git: leave out --no-git.');
  const scope = scopeOf(words);
  return {
    command: 'create',
    dir,
    scope,
    from: words.one('from'),
    without: listsIn(words, 'without'),
    choices: choicesIn(words, choiceOptions),
    packageManager: oneOf('pm', words.one('pm'), packageManagers),
    install: yesOrNo(words, 'install'),
    git,
    history: git && (words.has('history') || scope?.preset === 'workshop'),
    yes: words.has('yes'),
    dryRun: words.has('dry-run'),
  };
}

function scopeOf(words: Words): Scope | undefined {
  const reached = words.one('reached');
  if (reached !== undefined) {
    return { reached: /^\d+$/.test(reached) ? Number(reached) : reached };
  }
  const preset = oneOf('preset', words.one('preset'), presets);
  if (preset !== undefined) return { preset };
  return words.all('layers').length > 0 ? { layers: listsIn(words, 'layers') } : undefined;
}

function oneOf<Value extends string>(
  option: string,
  said: string | undefined,
  values: readonly Value[],
): Value | undefined {
  const value = values.find((it) => it === said);
  if (said === undefined || value !== undefined) return value;
  throw usage(`"${said}" is not a value of --${option}.`, suggest(said, values));
}
