import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that say how to talk; every command takes them. */
export const talkOptions = {
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const satisfies Options;

/** The choices that have an option of their own. */
export const choiceOptions = ['http', 'database', 'web'] as const;

/** Options of `create`. bin/ explains them to the user. */
export const createOptions = {
  reached: { type: 'string' },
  layers: { type: 'string', multiple: true },
  without: { type: 'string', multiple: true },
  preset: { type: 'string' },
  from: { type: 'string' },
  http: { type: 'string' },
  database: { type: 'string' },
  web: { type: 'string' },
  pm: { type: 'string' },
  install: { type: 'boolean' },
  'no-install': { type: 'boolean' },
  git: { type: 'boolean' },
  'no-git': { type: 'boolean' },
  history: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
} as const satisfies Options;

/** Commands that are still to come; they need a project to grow. */
export const comingCommands: readonly string[] = [
  'add',
  'remove',
  'update',
  'status',
  'diff',
  'undo',
  'continue',
  'abort',
];
