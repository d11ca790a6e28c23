import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { copyOf, type Owned, ownConfig, owned } from './project.ts';

async function conflicted(git = true): Promise<Owned> {
  const project = await owned('', { git });
  project.write('src/config.ts', ownConfig(project.read('src/config.ts')));
  if (git) project.git('commit', '--quiet', '--all', '--message', 'Edit');
  return project;
}

describe('an edit and a change that do not go together', () => {
  test('are marked in the file, listed, and exit 4', async () => {
    const project = await conflicted();
    const { code, stdout, stderr } = await project.run('add', 'hardening');
    expect(code).toBe(4);
    expect(stderr).toContain('In conflict (1):\n  src/config.ts');
    expect(stdout).toContain('create-backend-roadmap continue');
    expect(stdout).toContain('create-backend-roadmap abort');
    const text = project.read('src/config.ts');
    expect(text).toMatch(/^<<<<<<< yours\nconst mine = 1;\n/m);
    expect(text).toMatch(/^\|{7} before$/m);
    expect(text).toMatch(/^>>>>>>> add hardening$/m);
    expect(JSON.parse(project.read('roadmap.json')).layers).not.toContain('hardening');
  });

  test('are told as JSON', async () => {
    const project = await conflicted();
    const { code, result } = await project.json('add', 'hardening');
    expect(code).toBe(4);
    expect(result).toMatchObject({ written: true, conflicts: [{ path: 'src/config.ts' }] });
    const status = await project.json('status');
    expect(status.result).toMatchObject({
      unfinished: { label: 'add hardening', conflicts: [{ path: 'src/config.ts' }] },
      edited: ['src/config.ts'],
      deleted: [],
      addable: [],
    });
  });

  test('are in the index as stages 1 to 3, as merge tools want them', async () => {
    const project = await conflicted();
    const [base, ours] = [
      project.git('show', 'HEAD~1:src/config.ts'),
      project.read('src/config.ts'),
    ];
    await project.run('add', 'hardening');
    expect(project.git('diff', '--name-only', '--diff-filter=U')).toBe('src/config.ts\n');
    expect(project.git('show', ':1:src/config.ts')).toBe(base);
    expect(project.git('show', ':2:src/config.ts')).toBe(ours);
    expect(project.git('show', ':3:src/config.ts')).toContain('import ');
    expect(project.git('status', '--porcelain', 'src/config.ts')).toBe('UU src/config.ts\n');
  });

  test('keep everything else waiting', async () => {
    const project = await conflicted();
    await project.run('add', 'hardening');
    for (const words of [['add', 'cache'], ['remove', 'hardening'], ['undo']]) {
      const { code, stderr } = await project.run(
        ...words,
        ...(words[0] === 'undo' ? [] : ['--force']),
      );
      expect(code).toBe(2);
      expect(stderr).toContain('abort');
    }
  });

  test('wait until no marker is left; then continue records the layers', async () => {
    const project = await conflicted();
    await project.run('add', 'hardening');
    const { code, stderr } = await project.run('continue');
    expect(code).toBe(2);
    expect(stderr).toMatch(/src\/config\.ts:\d+/);
    const theirs = project.git('show', ':3:src/config.ts');
    project.write('src/config.ts', theirs);
    const done = await project.json('continue');
    expect(done.code).toBe(0);
    expect(done.result).toMatchObject({ added: ['hardening'], conflicts: [] });
    expect(JSON.parse(project.read('roadmap.json')).layers).toContain('hardening');
    expect(project.git('ls-files', '--unmerged')).toBe('');
    expect(project.git('diff', '--cached', '--name-only')).toBe('');
    expect(project.read('src/config.ts')).toBe(theirs);
    expect((await project.run('abort')).code).toBe(2);
  });

  test('may be marked as solved with git add', async () => {
    const project = await conflicted();
    await project.run('add', 'hardening');
    project.write('src/config.ts', project.git('show', ':3:src/config.ts'));
    project.git('add', 'src/config.ts');
    expect((await project.run('continue')).code).toBe(0);
    expect(project.git('diff', '--cached', '--name-only')).toBe('src/config.ts\n');
  });

  test('undo after continue takes the solving back, too', async () => {
    const project = await conflicted();
    const before = project.listing();
    await project.run('add', 'hardening');
    project.write('src/config.ts', 'const solved = 1;\n');
    await project.run('continue');
    expect((await project.run('undo')).code).toBe(0);
    expect(project.listing()).toEqual(before);
  });

  test('abort returns to the start, index and all, however far the solving had come', async () => {
    const project = await conflicted();
    const before = project.listing();
    const index = project.git('ls-files', '--stage');
    await project.run('add', 'hardening');
    project.write('src/config.ts', 'half solved');
    const { code } = await project.run('abort');
    expect(code).toBe(0);
    expect(project.listing()).toEqual(before);
    expect(project.git('ls-files', '--stage')).toBe(index);
    expect(project.git('status', '--porcelain')).toBe('');
    expect(project.read('.roadmap/journal/0002')).toContain(
      Buffer.from('half solved').toString('base64'),
    );
  });

  test('are the same without git', async () => {
    const project = await conflicted(false);
    const before = listing(project.folder);
    expect((await project.run('add', 'hardening')).code).toBe(4);
    expect((await project.run('abort')).code).toBe(0);
    expect(listing(project.folder)).toEqual(before);
  });

  test('can be solved by git mergetool', async () => {
    const project = await conflicted();
    await project.run('add', 'hardening');
    const tool = [
      '-c',
      'mergetool.theirs.cmd=cp "$REMOTE" "$MERGED"',
      '-c',
      'mergetool.theirs.trustExitCode=true',
    ];
    execFileSync('git', [...tool, 'mergetool', '--no-prompt', '--tool=theirs'], {
      cwd: project.folder,
    });
    expect(project.read('src/config.ts')).not.toContain('<<<<<<<');
  });
});

describe('in JSON', () => {
  test('the value of the owner stays, and what is new is listed', async () => {
    const project = await owned('');
    project.edit('package.json', (text) =>
      text.replace('"scripts": {', '"scripts": {\n    "db:seed": "mine",'),
    );
    const { code, result } = await project.json('add', 'database');
    expect(code).toBe(4);
    expect(result.conflicts).toEqual([
      {
        path: 'package.json',
        values: [{ path: ['scripts', 'db:seed'], ours: 'mine', theirs: expect.any(String) }],
      },
    ]);
    expect(JSON.parse(project.read('package.json')).scripts).toMatchObject({
      'db:seed': 'mine',
      'db:migrate': expect.any(String),
    });
    const people = copyOf(project);
    expect((await people.run('status')).stdout).toContain('scripts › db:seed: yours is "mine"');
    expect((await project.run('continue')).code).toBe(0);
    expect(JSON.parse(project.read('package.json')).scripts['db:seed']).toBe('mine');
  });
});
