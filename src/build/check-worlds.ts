import { execa } from 'execa';
import { worlds } from './worlds.ts';

// The templates where they stand, world by world.
for (const name of Object.keys(worlds)) {
  const args = ['-p', `templates/worlds/${name}.json`];
  const { exitCode } = await execa('tsc', args, {
    preferLocal: true,
    stdio: 'inherit',
    reject: false,
  });
  if (exitCode !== 0) process.exitCode = 1;
}
