import Handlebars from 'handlebars';

/** Fills a compiled template. */
export type Compiled = (context: object) => string;

/** The texts are code, not HTML; and no helper but Handlebars' own is ever called. */
export const compileOptions = { noEscape: true, knownHelpersOnly: true } as const;

const compiled = new Map<string, Compiled>();

/**
 * The published program has a module of templates that were compiled at build time in the place of
 * this one: the compiler would take a good part of the time of a run.
 *
 * @param template a template that has nothing but directives
 * @returns a function that fills it
 */
export function compileTemplate(template: string): Compiled {
  const before = compiled.get(template);
  if (before !== undefined) return before;
  const fill = Handlebars.compile(template, compileOptions);
  compiled.set(template, fill);
  return fill;
}
