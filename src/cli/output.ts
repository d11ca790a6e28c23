import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** How the program talks to whoever started it. */
export interface Output {
  /** The stream for people: standard output, or standard error when that is for a program. */
  readonly stream: NodeJS.WriteStream;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Tells people something; not when they want it quiet. */
  say(text: string): void;
  /** Tells people what they must know, quiet or not. */
  warn(text: string): void;
  /** Hands the result to a program; people do not see it. */
  result(value: object): void;
  /** A text in a colour or weight, where the stream for people shows such. */
  paint(style: Style, text: string): string;
}

/**
 * @param argv the words after the program's name; looked at before they are parsed, so that even
 *   a mistake in them is told in the wanted way
 * @returns how to talk
 */
export function outputFor(argv: readonly string[]): Output {
  const end = argv.indexOf('--');
  const words = new Set(end === -1 ? argv : argv.slice(0, end));
  // Libraries and the programs that we start look at the variable, not at our option.
  if (words.has('--no-color')) process.env.NO_COLOR = '1';
  const json = words.has('--json');
  const quiet = words.has('--quiet');
  const stream = json ? process.stderr : process.stdout;
  for (const it of [process.stdout, process.stderr]) it.on('error', ignoreClosed);
  return {
    stream,
    json,
    quiet,
    say: (text) => {
      if (!quiet) stream.write(`${text}\n`);
    },
    warn: (text) => process.stderr.write(`${text}\n`),
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    paint: (style, text) => styleText(style, text, { stream }),
  };
}

/** Who reads us may stop (`| head`, a closed terminal): no reason to lose a project over it. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
