import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { ownConfig, owned } from './project.ts';

describe('status', () => {
  test('says what is selected, edited, deleted and mergeable, and writes nothing', async () => {
    const project = await owned('api');
    project.edit('src/config.ts', ownConfig);
    project.write('src/main.ts', project.read('src/main.ts').replaceAll('\n', '\r\n'));
    rmSync(join(project.folder, 'AGENTS.md'));
    const before = listing(project.folder);
    const { code, result } = await project.json('status');
    expect(code).toBe(0);
    expect(result).toMatchObject({
      project: { name: 'shop', dir: project.folder },
      layers: ['http', 'domain', 'api'],
      edited: ['src/config.ts'],
      deleted: ['AGENTS.md'],
      git: { repository: true, uncommitted: expect.arrayContaining(['AGENTS.md']) },
    });
    expect(result).toHaveProperty('addable');
    expect(JSON.stringify(result)).toContain('{"layer":"cache","conflicts":[]}');
    const { stdout } = await project.run('status');
    expect(stdout).toMatch(/^Edited +1 of \d+ files: src\/config.ts$/m);
    expect(stdout).toMatch(/^To add +.*cache/m);
    expect(stdout).toMatch(/^git +not committed: AGENTS.md/m);
    expect(listing(project.folder)).toEqual(before);
  });

  test('of another version says what can be done', async () => {
    const project = await owned('api', { git: false });
    project.write(
      'roadmap.json',
      project.read('roadmap.json').replace('"version": "', '"version": "9'),
    );
    const { code, result } = await project.json('status');
    expect(code).toBe(0);
    expect(result).toMatchObject({
      obstacle: expect.stringContaining('create-backend-roadmap update'),
      edited: [],
      git: { repository: false },
    });
  });

  test('elsewhere is refused', async () => {
    const project = await owned('');
    rmSync(join(project.folder, 'roadmap.json'));
    const { code, stderr } = await project.run('status');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no roadmap.json');
  });
});
