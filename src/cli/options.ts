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

const change = {
  install: { type: 'boolean' },
  'no-install': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  commit: { type: 'boolean' },
} as const satisfies Options;

/** Commands that grow a project, and their options. */
export const growthOptions = {
  add: {
    ...change,
    restore: { type: 'string', multiple: true },
    http: { type: 'string' },
    database: { type: 'string' },
    web: { type: 'string' },
  },
  remove: change,
  update: {
    ...change,
    restore: { type: 'string', multiple: true },
    incoming: { type: 'boolean' },
  },
  status: {},
  diff: {},
  undo: { 'dry-run': { type: 'boolean' }, force: { type: 'boolean' } },
  continue: { install: { type: 'boolean' }, 'no-install': { type: 'boolean' } },
  abort: { 'dry-run': { type: 'boolean' } },
} as const satisfies Readonly<Record<string, Options>>;
