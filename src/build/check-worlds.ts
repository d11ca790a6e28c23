import { execa } from 'execa';
import { worlds } from './worlds.ts';

// Type-checks the templates where they stand, one world after the other; each by one checker, for
// several would instantiate the same types once more each.
for (const name of Object.keys(worlds)) {
  const words = ['-p', `templates/worlds/${name}.json`, '--checkers', '1'];
  const { exitCode } = await execa('tsc', words, {
    preferLocal: true,
    reject: false,
    stdio: 'inherit',
  });
  if (exitCode !== 0) process.exitCode = 1;
}
