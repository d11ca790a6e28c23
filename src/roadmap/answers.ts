import { z } from 'zod';

export const packageManagers = ['npm', 'pnpm', 'yarn', 'bun'] as const;
export const presets = ['minimal', 'portfolio', 'workshop', 'everything'] as const;

/**
 * What the user said. At most one of `reached`, `preset` and `layers` is given;
 * none of them means `layers: []`, the stages that every project has.
 */
export const answersSchema = z.strictObject({
  /** The project's name; npm's rules. */
  name: z.string(),
  packageManager: z.enum(packageManagers).default('npm'),
  /** Number (1–11) or name of the stage reached: every stage up to it, with its default layers. */
  reached: z.union([z.number(), z.string()]).optional(),
  preset: z.enum(presets).optional(),
  /** Exactly these layers (and what they require). */
  layers: z.array(z.string()).optional(),
  /** Not these. */
  without: z.array(z.string()).default([]),
  /** Choice → value, e.g. `{ database: 'postgres' }`; naming a choice selects its layer. */
  choices: z.record(z.string(), z.string()).default({}),
});

export type Answers = z.input<typeof answersSchema>;
export type PackageManager = (typeof packageManagers)[number];
export type Preset = (typeof presets)[number];
