import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { shellQuote } from '../../src/project/shell-quote.ts';
import { bin, plainEnvironment, type Start } from './program.ts';

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  escape: '\u001b',
  space: ' ',
  interrupt: '\u0003',
} as const;

/** A program on a pseudo-terminal. */
export interface Terminal {
  /** Resolves to the text when it shows up after what was waited for before. */
  shows(text: string | RegExp): Promise<string>;
  /** Presses keys. */
  press(...pressed: readonly string[]): void;
  /** All that was shown, without colours and movements. */
  screen(): string;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts the built program on a pseudo-terminal (that of util-linux' script).
 *
 * @param words its arguments
 * @param start where and how
 * @returns the terminal
 */
export function terminal(words: readonly string[], start: Start): Terminal {
  const command = [process.execPath, bin, ...words].map((word) => shellQuote(word)).join(' ');
  const child = spawn('script', ['-qefc', `stty cols 100 rows 50; ${command}`, '/dev/null'], {
    cwd: start.cwd,
    env: { ...plainEnvironment(start.cwd), SHELL: '/bin/sh', ...start.env },
  });
  let shown = '';
  let seen = 0;
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const screen = () => stripVTControlCharacters(shown);
  return {
    shows: (text) =>
      new Promise((resolve, reject) => {
        const pattern =
          typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
        const look = () => {
          const found = pattern.exec(screen().slice(seen));
          if (found === null) return;
          seen += found.index + found[0].length;
          listeners.delete(look);
          resolve(found[0]);
        };
        listeners.add(look);
        look();
        ended.then(() => reject(new Error(`never shown: ${text}\n${screen()}`)));
      }),
    press: (...pressed) => {
      for (const key of pressed) child.stdin.write(key);
    },
    screen,
    ended,
  };
}
