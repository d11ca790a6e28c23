import { copyFileSync, lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generator } from '../../../render/generator.ts';
import type { Tree } from '../../../render/tree.ts';
import { RoadmapError } from '../../../roadmap/roadmap-error.ts';
import { runProgram } from '../../run-program.ts';
import { checkBase, withoutRecord } from '../base.ts';
import type { Project } from '../project.ts';
import { renderElsewhere } from './render-elsewhere.ts';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--no-progress'];

/**
 * Lets the version that wrote a project render it again: what it wrote is known by nothing else.
 *
 * @param project of another version
 * @param signal ends what is running
 * @returns the project as it was written, without roadmap.json; checked against what was recorded
 * @throws RoadmapError `refused` when that version is not to be had, or renders something else
 */
export async function baseOfVersion(project: Project, signal?: AbortSignal): Promise<Tree> {
  const { folder, recorded } = project;
  const { name, version } = recorded.generator;
  // Whatever else a roadmap.json names is not run.
  if (name !== generator.name) throw missing(version, `it was made by ${name}`);
  const place = mkdtempSync(join(tmpdir(), 'backend-roadmap-'));
  try {
    writeFileSync(join(place, 'package.json'), '{"private":true}');
    copySettings(folder, place);
    const words = ['install', `${name}@${version}`, ...quiet];
    const outcome = await runProgram('npm', words, { folder: place, signal });
    if (signal?.aborted) throw new RoadmapError('cancelled', 'Cancelled.', 'Nothing was written.');
    if (!outcome.ok)
      throw missing(version, outcome.missing ? 'there is no npm' : reasonIn(outcome.output));
    const entry = join(place, 'node_modules', name, 'dist', 'index.js');
    const tree = withoutRecord(await renderElsewhere(entry, recorded.answers, signal));
    checkBase(recorded, tree);
    return tree;
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Which registry it comes from may be the project's to say. */
function copySettings(folder: string, place: string): void {
  const settings = join(folder, '.npmrc');
  if (lstatSync(settings, { throwIfNoEntry: false })?.isFile()) {
    copyFileSync(settings, join(place, '.npmrc'));
  }
}

function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return lines[1]?.replace(/^npm (error|ERR!) ?/, '') ?? lines[0] ?? 'npm failed';
}

function missing(version: string, reason: string): RoadmapError {
  return new RoadmapError(
    'refused',
    `Version ${version}, which wrote this project, is not to be had: ${reason}.`,
    'Without it nobody knows what you changed, and nothing is guessed. Try again with a network, or put the new files beside yours: update --incoming',
  );
}
