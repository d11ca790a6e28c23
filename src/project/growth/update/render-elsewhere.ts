import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Tree } from '../../../render/tree.ts';
import type { Answers } from '../../../roadmap/answers.ts';
import { RoadmapError } from '../../../roadmap/roadmap-error.ts';
import { isInside } from '../../journal/inside.ts';

/** What the other version is asked, in the words of the API that every version has. */
const question = `
import { text } from 'node:stream/consumers';
const { resolve, render } = await import(process.argv[1]);
const tree = await render(await resolve(JSON.parse(await text(process.stdin))));
process.stdout.write(JSON.stringify([...tree]));
`;

const answer = z.array(
  z.tuple([
    z.string().check(z.refine(isInside)),
    z.object({ contents: z.string(), executable: z.optional(z.boolean()) }),
  ]),
);

/**
 * Renders a project in a process of its own, by another version of this program.
 *
 * @param entry path of its API
 * @param answers what was recorded
 * @param signal ends it
 * @returns the project, with its roadmap.json
 * @throws RoadmapError `refused` when it fails
 */
export async function renderElsewhere(
  entry: string,
  answers: Answers,
  signal?: AbortSignal,
): Promise<Tree> {
  const { execa } = await import('execa');
  const words = ['--input-type=module', '--eval', question, pathToFileURL(entry).href];
  const { failed, stdout, stderr } = await execa(process.execPath, words, {
    input: JSON.stringify(answers),
    reject: false,
    env: { NODE_OPTIONS: '' },
    ...(signal && { cancelSignal: signal }),
  });
  const parsed = answer.safeParse(failed ? undefined : JSON.parse(stdout));
  if (parsed.success) {
    const files = parsed.data.map(([path, { contents, executable }]) => {
      return [path, executable ? { contents, executable } : { contents }] as const;
    });
    return new Map(files);
  }
  throw new RoadmapError(
    'refused',
    `The version that wrote this project does not run here: ${lastLine(stderr)}`,
    'Put the new files beside yours: update --incoming',
  );
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .findLast((line) => /Error/.test(line)) ?? 'it says nothing.'
  );
}
