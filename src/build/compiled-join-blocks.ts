import Handlebars from 'handlebars';
import { options, template } from '../render/join-blocks.ts';

/** @returns a JavaScript module that stands for src/render/join-blocks.ts in the bundle */
export function compiledJoinBlocks(): string {
  return `
    import Handlebars from 'handlebars/runtime.js';
    const compiled = Handlebars.template(${Handlebars.precompile(template, options)});
    export function joinBlocks(blocks) {
      return compiled({ blocks });
    }`;
}
