import { basename } from 'node:path';
import validate from 'validate-npm-package-name';
import { RoadmapError } from '../roadmap/roadmap-error.ts';

const longestName = 214;

/**
 * @param folder absolute path of the project's folder
 * @returns the project's name: the folder's own name
 * @throws RoadmapError `impossible` when npm would refuse it, with the reason and a suggestion
 */
export function projectName(folder: string): string {
  const name = basename(folder);
  const reasons = reasonsAgainst(name);
  if (reasons.length === 0) return name;
  throw new RoadmapError(
    'impossible',
    `"${name}" cannot be the name of a project: ${reasons.join('; ')}.`,
    `Take another folder name, for example ${suggestedName(name)}.`,
  );
}

/**
 * @param name a name that npm refuses
 * @returns a similar one that it accepts
 */
export function suggestedName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(0, longestName);
  const candidates = plain === '' ? [] : [plain, `${plain}-backend`];
  return candidates.find((it) => reasonsAgainst(it).length === 0) ?? 'my-backend';
}

function reasonsAgainst(name: string): readonly string[] {
  const verdict = validate(name);
  if (verdict.validForNewPackages) return [];
  return [...(verdict.errors ?? []), ...(verdict.warnings ?? [])];
}
