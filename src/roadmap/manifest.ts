import { z } from 'zod';

const versions = z.record(z.string(), z.string());

/** One environment variable of the emitted project, as `.env.example` explains it. */
const envVariable = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  /** One line: what it is for and what happens without it. */
  about: z.string(),
  /** The value shown in `.env.example`; the line is commented out when it starts with `#`. */
  example: z.string(),
});

/** The structured things a layer contributes to a project; merged as data, never as text. */
export const factsSchema = z.strictObject({
  dependencies: versions.default({}),
  devDependencies: versions.default({}),
  /** Versions forced on packages of packages. */
  overrides: versions.default({}),
  /** package.json scripts; `npm run x` in them becomes the user's package manager's. */
  scripts: versions.default({}),
  env: z.array(envVariable).default([]),
  /** Lines of `.gitignore`. */
  gitignore: z.array(z.string()).default([]),
});

/** `layer.json` of a layer, of a choice, or of one value of a choice. The folder's name is its id. */
export const layerManifest = z.strictObject({
  title: z.string(),
  /** One line that tells a beginner what this is. */
  summary: z.string(),
  /** Part of every project; it cannot be taken out. */
  always: z.boolean().default(false),
  /** Comes with its stage when somebody says how far they are (● in the roadmap). */
  default: z.boolean().default(false),
  /** Ids of layers without which this one makes no sense. */
  requires: z.array(z.string()).default([]),
  /** Layers or values that cannot stand beside it, each with the reason. */
  conflicts: z.array(z.strictObject({ with: z.string(), because: z.string() })).default([]),
  /** For a choice: the ids of its values, the default first. */
  values: z.array(z.string()).default([]),
  /** For a choice: the value that means "without this layer". */
  absent: z.string().optional(),
  /** Choices for each of whose values this layer must have a folder `with/<value>`. */
  cells: z.array(z.string()).default([]),
  facts: factsSchema.prefault({}),
  /** Steps that remain for the user after the project is written. */
  next: z.array(z.string()).default([]),
  /** Words that may appear in a project only when this layer is selected. */
  traces: z.array(z.string()).default([]),
});

/** `stage.json` of a stage. */
export const stageManifest = z.strictObject({
  /** The name that `--reached` takes besides the number. */
  name: z.string(),
  title: z.string(),
  summary: z.string(),
  /** The order of its layers, as the roadmap tells them; a layer not named here comes last. */
  layers: z.array(z.string()).default([]),
});

export type Facts = z.output<typeof factsSchema>;
export type LayerManifest = z.output<typeof layerManifest>;
export type StageManifest = z.output<typeof stageManifest>;
