import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

// A room is a folder of src/. The files beside the rooms wire them and may see everything.
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/') && file.endsWith('.ts'));
const roomOf = (file: string) => file.split('/', 1)[0];

const imports = files.flatMap((file) =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(/(?:from|import)[ (]['"](.+?)['"]/g)].map(
    ([, from = '']) => {
      const to = from.startsWith('.') ? posix.join(posix.dirname(file), from) : from;
      return { file, to, leaves: roomOf(to) !== roomOf(file), relative: from.startsWith('.') };
    },
  ),
);

it('keeps the domain to itself: no library, no other room', () => {
  expect(imports.filter(({ file, leaves }) => roomOf(file) === 'domain' && leaves)).toEqual([]);
});

it('lets rooms meet only in the domain and in each other’s port.ts', () => {
  // Move what the other room may know into its port.ts, or wire the two in compose.ts.
  const open = /^domain\/|\/port\.ts$|^startup-error\.ts$/;
  expect(
    imports.filter(({ to, leaves, relative }) => relative && leaves && !open.test(to)),
  ).toEqual([]);
});

it('has imports to judge', () => {
  expect(imports.length).toBeGreaterThan(files.length);
});
