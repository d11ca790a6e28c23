import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, casesOf } from '../support/cases.ts';
import { listing } from '../support/listing.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { gitAt, type Owned, owned, owner } from './project.ts';

/** How a project stands in git, and whether it may be written. */
interface State {
  /** @returns the project in that state, and the folder outside of which nothing may change */
  make(project: Owned): Owned | Promise<Owned>;
  /** Whether add and remove may write; a text stands for the reason why not. */
  readonly may: true | string;
  /** Whether --force helps. */
  readonly forced: boolean;
}

function commitAll(folder: string): void {
  gitAt(folder, 'add', '--all');
  gitAt(folder, 'commit', '--quiet', '--message', 'All');
}

/** Two branches that differ in AGENTS.md, the other one to be taken in. */
function branched(project: Owned): void {
  project.git('switch', '--quiet', '--create', 'other');
  project.edit('AGENTS.md', () => 'theirs\n');
  project.git('switch', '--quiet', '-');
  project.edit('AGENTS.md', () => 'mine\n');
}

function halfway(...words: readonly string[]) {
  return (project: Owned) => {
    branched(project);
    expect(() => project.git(...words)).toThrow();
    return project;
  };
}

async function inMonorepo(git = true): Promise<{ top: string; project: Owned }> {
  const top = scratch();
  if (git) gitAt(top, 'init', '--quiet');
  mkdirSync(join(top, 'packages'));
  writeFileSync(join(top, 'outside.txt'), 'outside');
  const project = await owned('cache', { git: false, parent: join(top, 'packages') });
  commitAll(top);
  return { top, project };
}

function withoutGit(): Promise<Owned> {
  return owned('cache', { git: false, parent: folderIn(scratch(), 'work') });
}

const clean = { may: true, forced: true } as const;
const states: Readonly<Record<string, State>> = {
  clean: { ...clean, make: (project) => project },
  'dirty inside': {
    may: 'Not committed here: AGENTS.md',
    forced: true,
    make: (project) => {
      project.write('AGENTS.md', 'mine');
      return project;
    },
  },
  'staged inside': {
    may: 'Not committed here: AGENTS.md',
    forced: true,
    make: (project) => {
      project.write('AGENTS.md', 'mine');
      project.git('add', 'AGENTS.md');
      return project;
    },
  },
  untracked: {
    may: 'Not committed here: mine é.txt',
    forced: true,
    make: (project) => {
      project.write('mine é.txt', 'mine');
      return project;
    },
  },
  ignored: {
    ...clean,
    make: (project) => {
      project.write('.env', 'SECRET=mine');
      return project;
    },
  },
  'detached head': {
    ...clean,
    make: (project) => {
      project.git('checkout', '--quiet', '--detach');
      return project;
    },
  },
  'no commit yet': {
    may: 'Not committed here',
    forced: true,
    make: async () => {
      const project = await withoutGit();
      project.git('init', '--quiet');
      return project;
    },
  },
  'mid-merge': { may: 'middle of a merge', forced: false, make: halfway('merge', 'other') },
  'mid-rebase': { may: 'middle of a rebase', forced: false, make: halfway('rebase', 'other') },
  'mid-cherry-pick': {
    may: 'middle of a cherry-pick',
    forced: false,
    make: halfway('cherry-pick', 'other'),
  },
  'no git': { ...clean, make: withoutGit },
  'sub-folder of a monorepo': { ...clean, make: async () => (await inMonorepo()).project },
  'sub-folder, dirty outside': {
    ...clean,
    make: async () => {
      const { top, project } = await inMonorepo();
      writeFileSync(join(top, 'outside.txt'), 'dirty');
      writeFileSync(join(top, 'packages', 'new.txt'), 'new');
      return project;
    },
  },
  'sub-folder, dirty inside': {
    may: 'Not committed here: AGENTS.md',
    forced: true,
    make: async () => {
      const { project } = await inMonorepo();
      project.write('AGENTS.md', 'mine');
      return project;
    },
  },
  'sub-folder that git ignores': {
    ...clean,
    make: async () => {
      const { top, project } = await inMonorepo();
      writeFileSync(join(top, '.gitignore'), 'packages\n');
      gitAt(top, 'rm', '-r', '--quiet', '--cached', 'packages');
      commitAll(top);
      return project;
    },
  },
  worktree: {
    ...clean,
    make: (project) => {
      const folder = join(folderIn(scratch(), 'trees'), 'shop');
      project.git('worktree', 'add', '--quiet', folder);
      return owner(folder);
    },
  },
  'worktree, mid-merge': {
    may: 'middle of a merge',
    forced: false,
    make: (project) => {
      branched(project);
      const folder = join(folderIn(scratch(), 'trees'), 'shop');
      project.git('worktree', 'add', '--quiet', folder);
      expect(() => gitAt(folder, 'merge', 'other')).toThrow();
      return owner(folder);
    },
  },
};

/** Everything but the project's own files: what git keeps, and what lies around it. */
function around(project: Owned): object {
  const top = join(project.folder, '..', '..');
  const all = listing(top, ['.roadmap', 'objects']);
  const own = project.folder.slice(top.length + 1);
  return Object.fromEntries(
    Object.entries(all).filter(([path]) => path.startsWith(`${own}/.git`) || !path.startsWith(own)),
  );
}

async function made({ make }: State): Promise<Owned> {
  return await make(await owned('cache', { parent: folderIn(scratch(), 'work') }));
}

/** All of them, or a few for a quick run. */
const total = Object.keys(states).length;
const chosen = fc.sample(fc.shuffledSubarray(Object.entries(states), { minLength: total }), {
  seed: cases.seed,
  numRuns: 1,
})[0];

describe.each(chosen?.slice(0, casesOf(total, 4)) ?? [])('%s', (_, state) => {
  test.each([[['status']], [['diff']], [['diff', 'api']], [['add', 'api', '--dry-run']]])(
    '%j reads, exit 0, and touches nothing',
    async (words) => {
      const project = await made(state);
      const before = [around(project), listing(project.folder, ['.git'])];
      expect((await project.run(...words)).code).toBe(0);
      expect([around(project), listing(project.folder, ['.git'])]).toEqual(before);
    },
  );

  test.each([[['add', 'api']], [['remove', 'cache']]])('%j', async (words) => {
    const project = await made(state);
    const before = [around(project), listing(project.folder, ['.git'])];
    const { code, stderr } = await project.run(...words);
    expect(around(project)).toEqual(before[0]);
    if (state.may === true) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const { layers } = JSON.parse(project.read('roadmap.json'));
      expect(layers.includes(words[1])).toBe(words[0] === 'add');
      expect((await project.run('undo')).code).toBe(0);
    } else {
      expect(code).toBe(2);
      expect(stderr).toContain(state.may);
    }
    expect([around(project), listing(project.folder, ['.git'])]).toEqual(before);
  });

  test('add --force, then undo', async () => {
    const project = await made(state);
    const before = [around(project), listing(project.folder, ['.git'])];
    const { code } = await project.run('add', 'api', '--force');
    expect(code).toBe(state.forced ? 0 : 2);
    expect((await project.run('undo')).code).toBe(state.forced ? 0 : 2);
    expect([around(project), listing(project.folder, ['.git'])]).toEqual(before);
  });

  test.each([['undo'], ['continue'], ['abort']])(
    '%s has nothing to do: exit 2',
    async (command) => {
      const project = await made(state);
      const before = [around(project), listing(project.folder, ['.git'])];
      expect((await project.run(command)).code).toBe(2);
      expect([around(project), listing(project.folder, ['.git'])]).toEqual(before);
    },
  );
});
