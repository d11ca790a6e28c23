import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { catalogue, templates } from './samples.ts';
import { schemaOf } from './schema.ts';

interface Migration {
  readonly name: string;
  /** The layer that brings it. */
  readonly layer: string;
  readonly up: string;
  readonly down: string;
}

const layers = layersOf(catalogue);
const postgres = [...templates]
  .filter(([path]) =>
    /(\/postgres\/files|\/with\/postgres|^[^/]+\/[^/]+\/files)\/migrations\/[^/]+\.up\.sql$/.test(
      path,
    ),
  )
  .map(([path, { contents: up }]): Migration => {
    const [, layer = '', name = ''] = /^[^/]+\/([^/]+)\/.*\/([^/]+)\.up\.sql$/.exec(path) ?? [];
    const down = templates.get(path.replace('.up.sql', '.down.sql'))?.contents ?? '';
    return { name, layer, up, down };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What a layer cannot be without; what brings a table belongs to the database. */
function required(id: string): ReadonlySet<string> {
  const layer = layers.find((it) => it.id === id);
  const direct = [...(layer?.requires ?? []), ...(id === 'database' ? [] : ['database'])];
  return new Set([...direct, ...direct.flatMap((it) => [...required(it)])]);
}

const of = (ids: ReadonlySet<string>) => postgres.filter(({ layer }) => ids.has(layer));
const pairs = layers.flatMap((a, index) =>
  layers
    .slice(index + 1)
    .filter((b) => !required(a.id).has(b.id) && !required(b.id).has(a.id))
    .map((b) => [a.id, b.id] as const)
    .filter((pair) => pair.every((id) => postgres.some(({ layer }) => layer === id))),
);

describe('migrations', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  afterAll(() => database.close());

  /** Applies them in this order to nothing. */
  async function schemaAfter(migrations: readonly Migration[]): Promise<unknown> {
    await database.exec('drop schema public cascade; create schema public');
    for (const { up } of migrations) await database.exec(up);
    return schemaOf(database);
  }

  it('are all looked at', () => {
    expect(postgres.length).toBeGreaterThanOrEqual(3);
    for (const { up, down } of postgres) expect([up, down]).not.toContain('');
  });

  it.each(pairs)('of %s and %s give the same schema in both orders', async (a, b) => {
    const before = of(new Set([...required(a), ...required(b)]));
    const [ofA, ofB] = [of(new Set([a])), of(new Set([b]))];
    const schema = await schemaAfter([...before, ...ofA, ...ofB]);
    expect(await schemaAfter([...before, ...ofB, ...ofA])).toEqual(schema);
  });

  it.each(layers.map(({ id }) => id).filter((id) => of(new Set([id])).length > 0))(
    'of %s may come long after those that it needs, and before or after all others',
    async (id) => {
      const needed = of(required(id));
      const own = of(new Set([id]));
      const others = postgres.filter((it) => !needed.includes(it) && !own.includes(it));
      // What needs us cannot come before us.
      const strangers = others.filter(({ layer }) => !required(layer).has(id));
      const schema = await schemaAfter([...needed, ...own, ...strangers]);
      expect(await schemaAfter([...needed, ...strangers, ...own])).toEqual(schema);
    },
  );

  it.each(postgres)('$name can be taken back, and applied again', async ({ name, layer }) => {
    const own = postgres.find((it) => it.name === name);
    if (own === undefined) throw new Error(name);
    const before = of(required(layer)).concat(of(new Set([layer])).filter((it) => it.name < name));
    const schema = await schemaAfter(before);
    await database.exec(own.up);
    const after = await schemaOf(database);
    expect(after).not.toEqual(schema);
    await database.exec(own.down);
    expect(await schemaOf(database)).toEqual(schema);
    await database.exec(own.up);
    expect(await schemaOf(database)).toEqual(after);
  });
});
