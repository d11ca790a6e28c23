import { describe, expect, it } from 'vitest';
import { projectOf, templatesWith } from './a-project.ts';

const http = {
  tags: [{ name: 'links' }],
  paths: { '/b': { get: { summary: 'b' } }, '/a': { post: { summary: 'a' } } },
  components: { schemas: { Link: { type: 'object' } } },
};
const api = {
  openapi: '3.1.0',
  info: { title: 'replaced', version: '0.1.0' },
  tags: [{ name: 'links' }, { name: 'docs' }],
  paths: { '/a': { get: { summary: 'c' } } },
  components: { schemas: { Empty: {} }, responses: { Problem: {} } },
};

function openapi(fragments: { http?: object; fastify?: object; api?: object }, answers = {}) {
  const folders = {
    http: '01-backend/http',
    fastify: '01-backend/http/fastify',
    api: '05-apis/api',
  };
  const files = Object.entries({ http, api, ...fragments }).map(([id, data]) => {
    const folder = Object.entries(folders).find(([name]) => name === id)?.[1];
    return [`${folder}/openapi.json`, JSON.stringify(data)] as const;
  });
  const templates = templatesWith(Object.fromEntries(files));
  return projectOf(templates, { layers: ['api'], ...answers }).get('openapi.json');
}

describe('openapi.json', () => {
  it('is the fragments of all selected layers in one document, with the name of the project', () => {
    const text = openapi({});
    expect(text).toBe(`${JSON.stringify(JSON.parse(text ?? ''), null, 2)}\n`);
    expect(JSON.parse(text ?? '')).toEqual({
      openapi: '3.1.0',
      info: { title: 'shop', version: '0.1.0' },
      tags: [{ name: 'links' }, { name: 'docs' }],
      paths: {
        '/a': { get: { summary: 'c' }, post: { summary: 'a' } },
        '/b': { get: { summary: 'b' } },
      },
      components: {
        responses: { Problem: {} },
        schemas: { Empty: {}, Link: { type: 'object' } },
      },
    });
  });

  it('has paths and components sorted, and methods in the order of the roadmap', () => {
    const { paths, components } = JSON.parse(openapi({}) ?? '');
    expect(Object.keys(paths)).toEqual(['/a', '/b']);
    expect(Object.keys(paths['/a'])).toEqual(['post', 'get']);
    expect(Object.keys(components)).toEqual(['responses', 'schemas']);
    expect(Object.keys(components.schemas)).toEqual(['Empty', 'Link']);
  });

  it('does not exist unless a selected layer brings the version of openapi', () => {
    expect(openapi({}, { layers: [] })).toBeUndefined();
  });

  it.each([
    ['the same method of a path', { paths: { '/a': { get: {} } } }, 'paths /a get'],
    ['the same component', { components: { schemas: { Link: {} } } }, 'components schemas Link'],
    ['a tag in other words', { tags: [{ name: 'docs', description: 'x' }] }, 'the tag docs'],
    ['the version of openapi', { openapi: '3.1.0' }, 'the version of openapi'],
    ['what only one can say', { info: {} }, 'info'],
  ])('is refused when two layers define %s, naming both', (_, fastify, what) => {
    expect(() => openapi({ fastify })).toThrow(
      new RegExp(`^(http|fastify|api) and (fastify|api) both define ${what} in their openapi.json`),
    );
  });
});
