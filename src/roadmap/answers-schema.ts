import * as z from 'zod/mini';
import { type Answers, packageManagers, presets } from './answers.ts';
import './zod-settings.ts';

/** Answers as they come from outside; what was not said gets its default. */
export const answersSchema = z.strictObject({
  name: z.string(),
  packageManager: z._default(z.enum(packageManagers), 'npm'),
  reached: z.optional(z.union([z.number(), z.string()])),
  preset: z.optional(z.enum(presets)),
  layers: z.optional(z.array(z.string())),
  without: z._default(z.array(z.string()), []),
  choices: z._default(z.record(z.string(), z.string()), {}),
}) satisfies z.ZodMiniType<Answers>;
