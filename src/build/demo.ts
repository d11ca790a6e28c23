import { existsSync } from 'node:fs';
import { execa } from 'execa';

/** Where the demonstration is written; git ignores it. */
const folder = 'demo';

// One command for a fresh clone: makes a project the first time, and starts it.
if (!existsSync(folder)) {
  const args = ['bin/create-backend-roadmap.js', folder, '--reached', '5', '--yes', '--no-git'];
  await execa('node', args, { stdio: 'inherit' });
}
await execa('npm', ['start'], { cwd: folder, stdio: 'inherit', reject: false });
