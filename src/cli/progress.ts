import type { Listener, Step } from '../project/step.ts';
import type { Output } from './output.ts';

const doing = { write: 'Writing', install: 'Installing', git: 'Committing' } as const;
const done = { write: 'Written', install: 'Installed', git: 'Committed' } as const;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const clearLine = '\r\u001b[2K';

/**
 * Shows the steps as they happen: on a terminal one moving line that ends in a mark, elsewhere
 * every line as it is printed. (The spinner of @clack/prompts takes the keyboard, and answers
 * Ctrl-C by ending the process at once: nothing could be taken back.)
 *
 * @param output how to talk
 * @returns a listener for the creation of a project
 */
export function progressOn(output: Output): Listener {
  const moves = output.stream.isTTY && !output.quiet && process.env.TERM !== 'dumb';
  return moves ? moving(output) : streaming(output);
}

function streaming(output: Output): Listener {
  let heard: string[] = [];
  return {
    started: (name) => {
      heard = [];
      output.say(`${doing[name]}…`);
    },
    line: (text) => {
      heard.push(text);
      output.say(`  ${text}`);
    },
    ended: (step) => {
      if (output.quiet && !step.ok) for (const text of heard) output.warn(`  ${text}`);
      tell(step, output);
    },
  };
}

function moving(output: Output): Listener {
  const { stream } = output;
  let heard: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  function draw(name: Step['name'], tick: number): void {
    const seconds = Math.floor((tick * 80) / 1000);
    const last = heard.at(-1) ?? '';
    const line = `${frames[tick % frames.length]} ${doing[name]} ${seconds} s  ${last}`;
    stream.write(`${clearLine}${line.slice(0, stream.columns - 1)}`);
  }
  return {
    started: (name) => {
      heard = [];
      let tick = 0;
      draw(name, tick);
      timer = setInterval(() => draw(name, ++tick), 80);
      // An interrupt in the middle of a step ends without `ended`: do not keep the process.
      timer.unref();
    },
    line: (text) => heard.push(text),
    ended: (step) => {
      clearInterval(timer);
      stream.write(clearLine);
      if (!step.ok) for (const text of heard) output.say(`  ${text}`);
      tell(step, output);
    },
  };
}

function tell({ name, ok, detail }: Step, output: Output): void {
  // A detail tells it better: of a step that went well, too, for nothing may have been done.
  const text = detail ?? (ok ? done[name] : name);
  if (ok) output.say(`${output.paint('green', '✔')} ${text}`);
  else output.warn(`${output.paint('red', '✖')} ${text}`);
}
