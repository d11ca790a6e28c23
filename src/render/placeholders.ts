import type { Commands } from './package-manager.ts';

/** The values that a composed file may name: the closed list of `{{…}}` that is looked up. */
export interface Placeholders extends Commands {
  readonly name: string;
  readonly roadmap: string;
  /** Known only on the page of a stage. */
  readonly files?: string;
}

const pattern =
  /\{\{(name|install|run|test|start|cleanInstall|productionInstall|audit|manifests|downloads|ecosystem|roadmap|files)\}\}/g;

/**
 * @param text text of a composed file
 * @param values what stands for each placeholder
 * @returns the text with every placeholder of the closed list replaced, all other `{{` untouched
 */
export function fillPlaceholders(text: string, values: Placeholders): string {
  return text.replace(pattern, (whole, name: keyof Placeholders) => values[name] ?? whole);
}

/**
 * @param text text of a file
 * @returns the first placeholder of the closed list in it, if any
 */
export function placeholderIn(text: string): string | undefined {
  return text.match(pattern)?.[0];
}
