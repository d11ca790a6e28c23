import { z } from 'zod';
import { packageManagers } from '../roadmap/answers.ts';

const choices = z.record(z.string(), z.string());

/** What `$schema` of every roadmap.json points to. */
const roadmapFile = z.object({
  $schema: z.string(),
  generator: z
    .object({ name: z.string(), version: z.string() })
    .describe('The program that wrote the project.'),
  answers: z
    .object({
      name: z.string(),
      packageManager: z.enum(packageManagers),
      layers: z.array(z.string()),
      choices,
    })
    .describe('What was asked for by name; the same answers give the same project.'),
  layers: z.array(z.string()).describe('Every layer of the project, implied ones included.'),
  choices: choices.describe('The value of each choice.'),
  files: choices.describe('Path and sha256 of every file as it was rendered.'),
});

/** @returns the JSON schema of roadmap.json, as text */
export function roadmapSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(roadmapFile), null, 2)}\n`;
}
