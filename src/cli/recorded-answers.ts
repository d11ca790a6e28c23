import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { packageManagers } from '../roadmap/answers.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';

const recorded = z.object({
  answers: z.object({
    packageManager: z.optional(z.enum(packageManagers)),
    layers: z.array(z.string()),
    choices: z._default(z.record(z.string(), z.string()), {}),
  }),
});

/** What a roadmap.json says was asked for. */
export type RecordedAnswers = z.output<typeof recorded>['answers'];

/**
 * @param from path of a roadmap.json, or `-` for standard input
 * @param signal ends the waiting for standard input
 * @returns the answers in it; a folder's own name counts, so the recorded one is not among them
 * @throws RoadmapError `usage` when it cannot be read, is not JSON, or holds no answers
 */
export async function recordedAnswers(from: string, signal: AbortSignal): Promise<RecordedAnswers> {
  const name = from === '-' ? 'Standard input' : from;
  const fix = 'Give --from the path of a roadmap.json, or - to read one from standard input.';
  const parsed = recorded.safeParse(parse(await read(from, name, fix, signal), name, fix));
  if (parsed.success) return parsed.data.answers;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  throw new RoadmapError('usage', `${name} is not a roadmap.json${where}.`, fix);
}

async function read(from: string, name: string, fix: string, signal: AbortSignal): Promise<string> {
  const stream = from === '-' ? process.stdin : createReadStream(from);
  const stop = () => stream.destroy();
  signal.addEventListener('abort', stop);
  try {
    return await text(stream);
  } catch (error) {
    if (signal.aborted) throw new RoadmapError('cancelled', 'Cancelled.', 'Nothing was written.');
    const reason = error instanceof Error ? error.message : String(error);
    throw new RoadmapError('usage', `${name} cannot be read: ${reason}.`, fix);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function parse(contents: string, name: string, fix: string): unknown {
  try {
    return JSON.parse(contents);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RoadmapError('usage', `${name} is not JSON: ${reason}.`, fix);
  }
}
