import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { packageManagers } from '../../roadmap/answers.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import '../../roadmap/zod-settings.ts';

const names = z.array(z.string());

const recordedSchema = z.object({
  generator: z.object({
    name: z.string(),
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+[\w.+-]*$/)),
  }),
  answers: z.object({
    name: z.string(),
    packageManager: z.enum(packageManagers),
    layers: names,
    choices: z.record(z.string(), z.string()),
  }),
  layers: names,
  choices: z.record(z.string(), z.string()),
  files: z.record(z.string(), z.string()),
});

/** What a project's roadmap.json says about it. */
export type Recorded = z.output<typeof recordedSchema>;

/**
 * @param folder of a project, absolute
 * @returns what was recorded when it was written
 * @throws RoadmapError `refused` when there is no roadmap.json of ours
 */
export function recordedIn(folder: string): Recorded {
  const path = join(folder, 'roadmap.json');
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    throw new RoadmapError(
      'refused',
      `There is no roadmap.json in ${folder}, so it is no project of ours.`,
      'Go to the folder of a project, or create one: create-backend-roadmap my-backend',
    );
  }
  return recordedFrom(readFileSync(path, 'utf8'), path);
}

/**
 * @param text of a roadmap.json
 * @param path of it, for people
 * @returns what it says
 * @throws RoadmapError `refused` when it is none of ours
 */
export function recordedFrom(text: string, path: string): Recorded {
  const parsed = recordedSchema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  throw new RoadmapError(
    'refused',
    `${path} cannot be read${where}.`,
    'Take it back to how it was written, for example with: git checkout -- roadmap.json',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by whoever called, like everything else that is not a roadmap.json.
    return undefined;
  }
}
