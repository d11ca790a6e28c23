import * as z from 'zod/mini';
import type { Facts, LayerManifest, StageManifest } from './manifest.ts';
import './zod-settings.ts';

const versions = z._default(z.record(z.string(), z.string()), {});
const words = z._default(z.array(z.string()), []);

const envVariable = z.strictObject({
  name: z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/)),
  about: z.string(),
  example: z.string(),
  with: z.optional(z.string()),
});

const factsSchema = z.strictObject({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  scripts: versions,
  env: z._default(z.array(envVariable), []),
  gitignore: words,
}) satisfies z.ZodMiniType<Facts>;

/** `layer.json` of a layer, of a choice, or of one value of a choice. */
export const layerManifest = z.strictObject({
  title: z.string(),
  summary: z.string(),
  always: z._default(z.boolean(), false),
  default: z._default(z.boolean(), false),
  requires: words,
  conflicts: z._default(z.array(z.strictObject({ with: z.string(), because: z.string() })), []),
  values: words,
  absent: z.optional(z.string()),
  kinds: z._default(z.record(z.string(), z.array(z.string())), {}),
  cells: words,
  facts: z.prefault(factsSchema, {}),
  next: words,
  moved: versions,
  traces: words,
}) satisfies z.ZodMiniType<LayerManifest>;

/** `stage.json` of a stage. */
export const stageManifest = z.strictObject({
  name: z.string(),
  title: z.string(),
  summary: z.string(),
  layers: words,
}) satisfies z.ZodMiniType<StageManifest>;
