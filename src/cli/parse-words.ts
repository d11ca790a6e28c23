import { type ParseArgsConfig, parseArgs } from 'node:util';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import { suggest } from '../roadmap/suggest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Words of a command line, sorted into options and the rest. */
export interface Words {
  readonly positionals: readonly string[];
  /** Whether an option without a value was said. */
  has(name: string): boolean;
  /** Every value that an option was given, in order. */
  all(name: string): readonly string[];
  /** The one value that an option was given. */
  one(name: string): string | undefined;
}

/**
 * @param argv the words after the program's name
 * @param options the options that may be said
 * @returns the words, sorted
 * @throws RoadmapError `usage` for an option that does not exist (with a suggestion), that lacks
 *   its value, that takes none, or that is said twice
 */
export function parseWords(argv: readonly string[], options: Options): Words {
  // Not strict, because our own words are kinder: they know what was probably meant.
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, readonly string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = options[name];
    if (option === undefined) throw unknown(rawName, options);
    if (option.type === 'boolean') {
      if (value !== undefined) throw usage(`${rawName} takes no value.`);
      flags.add(name);
      continue;
    }
    if (value === undefined || (!inlineValue && value.startsWith('-') && value !== '-')) {
      throw usage(`${rawName} needs a value.`);
    }
    const before = values.get(name) ?? [];
    if (before.length > 0 && !option.multiple) throw usage(`${rawName} is said twice.`);
    values.set(name, [...before, value]);
  }
  return {
    positionals,
    has: (name) => flags.has(name),
    all: (name) => values.get(name) ?? [],
    one: (name) => values.get(name)?.[0],
  };
}

function unknown(rawName: string, options: Options): RoadmapError {
  const names = [...Object.keys(options), 'help', 'version'];
  // One letter is near to everything.
  const word = rawName.startsWith('--') ? rawName.slice(2) : '';
  const guess = word && suggest(word, names).match(/^Did you mean "(.*)"\?$/)?.[1];
  return new RoadmapError(
    'usage',
    `There is no option ${rawName}.`,
    guess ? `Did you mean --${guess}?` : 'See --help for all options.',
  );
}

/**
 * @param message what is wrong with the command line
 * @returns the error that says so
 */
export function usage(message: string, fix = 'See --help for all options.'): RoadmapError {
  return new RoadmapError('usage', message, fix);
}

/**
 * @param words of a command line
 * @param name of an option that takes a list
 * @returns what was named, by commas or by saying the option again
 */
export function listsIn(words: Words, name: string): readonly string[] {
  return words
    .all(name)
    .flatMap((value) => value.split(','))
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

/**
 * @param words of a command line
 * @param options those that say a choice
 * @returns choice → value, as it was said
 */
export function choicesIn(
  words: Words,
  options: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    options.flatMap((it) => words.all(it).map((value) => [it, value] as const)),
  );
}

/**
 * @param words of a command line
 * @param name of an option that can also be said with no- before it
 * @returns what was said; undefined when nothing was
 * @throws RoadmapError `usage` when both were
 */
export function yesOrNo(words: Words, name: string): boolean | undefined {
  const no = words.has(`no-${name}`);
  if (no && words.has(name)) throw usage(`--${name} and --no-${name} cannot be said together.`);
  if (no) return false;
  return words.has(name) ? true : undefined;
}
