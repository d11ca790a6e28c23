import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { samples } from '../samples/samples.ts';
import { listing } from '../support/listing.ts';
import { user } from './user.ts';

describe('the packed program', () => {
  const users = Object.keys(inject('nodes')).map(user);
  let program: string;
  beforeAll(async () => {
    const [{ folder } = user('')] = users;
    await execa('tar', ['-xzf', inject('tarball')], { cwd: folder });
    program = join(folder, 'package', 'bin', 'create-backend-roadmap.js');
  });

  it.each(samples)('writes the same bytes of $name on every Node', async ({ name, selection }) => {
    const choices = Object.entries(selection.choices).map(
      ([choice, value]) => `--${choice}=${value}`,
    );
    const { layers } = selection.answers;
    const words = ['--layers', layers.join(','), ...choices, '--no-install', '--no-git', '--yes'];
    const written = [];
    for (const { does, folder } of users) {
      const parent = join(folder, name);
      mkdirSync(parent);
      await does(parent, 'node', program, 'demo', ...words);
      written.push(listing(join(parent, 'demo')));
    }
    expect(Object.keys(written[0] ?? {}).length).toBeGreaterThan(20);
    for (const other of written) expect(other).toEqual(written[0]);
  });
});
