import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectName, suggestedName } from '../../src/project/project-name.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';

test('the name of the project is that of its folder', () => {
  expect(projectName('/some where/my-app')).toBe('my-app');
});

test.each([
  ['/x/My App', /capital letters/, 'my-app'],
  ['/x/caffè', /URL-friendly/, 'caffe'],
  ['/x/.hidden', /period/, 'hidden'],
  ['/x/_private', /underscore/, 'private'],
  ['/x/node_modules', /not a valid/, 'node_modules-backend'],
  ['/x/http', /core module/, 'http-backend'],
  ['/', /greater than zero/, 'my-backend'],
  [`/x/${'a'.repeat(215)}`, /214/, 'a'.repeat(214)],
])('%s is refused with the reason and a suggestion', (folder, reason, suggestion) => {
  expect(() => projectName(folder)).toThrow(reason);
  try {
    projectName(folder);
  } catch (error) {
    expect(error instanceof RoadmapError && error.fix).toContain(suggestion);
  }
});

test('every suggestion is a name that would be accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      const suggested = suggestedName(name);
      expect(projectName(`/x/${suggested}`)).toBe(suggested);
    }),
  );
});
