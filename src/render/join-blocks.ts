import Handlebars from 'handlebars';

/** Some lines of a template, and whether they are selected. */
export interface Block {
  readonly selected: boolean;
  readonly text: string;
}

/** The same for every file, because the text between its directives is handed in. */
export const template = '{{#each blocks}}{{#if selected}}{{text}}{{/if}}{{/each}}';

/** The texts are code, not HTML; and no helper but Handlebars' own is ever called. */
export const options = { noEscape: true, knownHelpersOnly: true } as const;

const compiled = Handlebars.compile<{ blocks: readonly Block[] }>(template, options);

/**
 * The published program has a module that was compiled at build time in the place of this one:
 * loading the compiler would take a good part of the time of a run.
 *
 * @param blocks in their order
 * @returns the text of those that are selected
 */
export function joinBlocks(blocks: readonly Block[]): string {
  return compiled({ blocks });
}
