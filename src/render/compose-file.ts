import { packageManagers } from '../roadmap/answers.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { namesOf } from '../roadmap/layers-of.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import { withoutChildlessKeys } from './childless-keys.ts';
import { directiveIn, looksLikeDirective } from './directive.ts';
import { type Block, joinBlocks } from './join-blocks.ts';

/** What a composed file may ask about. */
export interface Conditions {
  /** Every layer and value of the roadmap, and every package manager. */
  readonly known: ReadonlySet<string>;
  /** Those that are selected. */
  readonly selected: ReadonlySet<string>;
}

/**
 * @param catalogue the roadmap
 * @returns every name that a directive may ask about
 */
export function conditionNames(catalogue: Catalogue): ReadonlySet<string> {
  return new Set([...namesOf(catalogue), ...packageManagers]);
}

/**
 * Handlebars never sees the text: what stands between the directives is handed in as data, so that
 * no other `{{` of the host language can be touched or trip it up.
 *
 * @param path the file's path in the emitted project
 * @param contents its template
 * @param conditions what is selected
 * @returns the file without directive lines, and without what they enclose in vain
 * @throws RoadmapError `templates` for a directive that is unknown, nested or not closed
 */
export function composeFile(path: string, contents: string, conditions: Conditions): string {
  if (!contents.includes('{{')) return contents;
  const blocks = blocksOf(path, contents, conditions);
  if (blocks.length === 1) return contents;
  const composed = joinBlocks(blocks);
  return /\.ya?ml$/.test(path) ? withoutChildlessKeys(composed) : composed;
}

function blocksOf(path: string, contents: string, conditions: Conditions): readonly Block[] {
  const blocks: Block[] = [];
  let selected = true;
  let lines: string[] = [];
  let open: number | undefined;
  const end = () => {
    blocks.push({ selected, text: lines.join('') });
    lines = [];
  };
  for (const [index, line] of linesOf(contents).entries()) {
    if (!looksLikeDirective(line)) {
      lines.push(line);
      continue;
    }
    const directive = directiveIn(line.trimEnd(), path);
    const wrong = (what: string) => wrongDirective(path, index + 1, what);
    if (directive === undefined) throw wrong('this is not how a directive is written');
    end();
    if (directive === 'closes') {
      if (open === undefined) throw wrong('nothing is open that it could close');
      open = undefined;
      selected = true;
    } else {
      if (open !== undefined) throw wrong(`the one of line ${open} is still open`);
      if (!conditions.known.has(directive.opens)) throw wrong(`there is no "${directive.opens}"`);
      open = index + 1;
      selected = conditions.selected.has(directive.opens);
    }
  }
  if (open !== undefined) throw wrongDirective(path, open, 'it is never closed');
  end();
  return blocks;
}

/**
 * @param path a file that is not composed
 * @param contents its text
 * @throws RoadmapError `templates` when it has a directive all the same
 */
export function refuseDirectives(path: string, contents: string): void {
  if (!contents.includes('{{')) return;
  const index = linesOf(contents).findIndex(looksLikeDirective);
  if (index !== -1) throw wrongDirective(path, index + 1, 'this file is not a composed one');
}

function linesOf(contents: string): readonly string[] {
  return contents.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function wrongDirective(path: string, line: number, what: string): RoadmapError {
  return new RoadmapError(
    'templates',
    `${path}, line ${line}: ${what}.`,
    'Write the directive alone in its comment, with one name that exists, not nested, no else.',
  );
}
