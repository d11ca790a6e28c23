import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellQuote } from '../../src/project/shell-quote.ts';

test('a plain word stays as it is', () => {
  expect(shellQuote('../my-app/v1.2', 'linux')).toBe('../my-app/v1.2');
});

test('an empty word is not lost', () => {
  expect(shellQuote('', 'linux')).toBe("''");
  expect(shellQuote('', 'win32')).toBe('""');
});

test('whatever the words, the shell reads them back unchanged', () => {
  const word = fc
    .string({ unit: 'binary-ascii', maxLength: 20 })
    .filter((it) => !it.includes('\0'));
  const words = fc.array(word, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(words, (said) => {
      const quoted = said.map((it) => shellQuote(it, 'linux')).join(' ');
      const read = execFileSync('sh', ['-c', `printf '%s\\0' ${quoted}`], { encoding: 'utf8' });
      expect(read).toBe(said.map((it) => `${it}\0`).join(''));
    }),
    { numRuns: 50 },
  );
});

test('the shell of Windows gets double quotes', () => {
  expect(shellQuote('my app', 'win32')).toBe('"my app"');
});
