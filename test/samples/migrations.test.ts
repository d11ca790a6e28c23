import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { catalogue, templates } from './samples.ts';
import { type TriedDatabase, triedDatabases } from './schema-of.ts';

interface Migration {
  readonly name: string;
  /** The layer that brings it. */
  readonly layer: string;
  readonly up: string;
  readonly down: string;
}

const layers = layersOf(catalogue);
/** All migrations of an engine, in the order of their names. */
function migrationsOf(engine: string): readonly Migration[] {
  const path = new RegExp(
    `^[^/]+/([^/]+)/(?:${engine}/files|with/${engine}|files)/migrations/([^/]+)\\.up\\.(?:sql|json)$`,
  );
  return [...templates]
    .flatMap(([template, { contents: up }]): Migration[] => {
      const [, layer, name] = path.exec(template) ?? [];
      if (layer === undefined || name === undefined) return [];
      const down = templates.get(template.replace('.up.', '.down.'))?.contents ?? '';
      return [{ name, layer, up, down }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a layer cannot be without; what brings a table belongs to the database. */
function required(id: string): ReadonlySet<string> {
  const layer = layers.find((it) => it.id === id);
  const direct = [...(layer?.requires ?? []), ...(id === 'database' ? [] : ['database'])];
  return new Set([...direct, ...direct.flatMap((it) => [...required(it)])]);
}

describe.each(Object.entries(triedDatabases))('migrations of %s', (engine, open) => {
  const migrations = migrationsOf(engine);
  const of = (ids: ReadonlySet<string>) => migrations.filter(({ layer }) => ids.has(layer));
  const pairs = layers.flatMap((a, index) =>
    layers
      .slice(index + 1)
      .filter((b) => !required(a.id).has(b.id) && !required(b.id).has(a.id))
      .map((b) => [a.id, b.id] as const)
      .filter((pair) => pair.every((id) => migrations.some(({ layer }) => layer === id))),
  );

  let database: TriedDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  /** Applies them in this order to nothing. */
  async function schemaAfter(migrations: readonly Migration[]): Promise<unknown> {
    await database.clear();
    for (const { up } of migrations) await database.exec(up);
    return database.schema();
  }

  it('are all looked at', () => {
    expect(migrations.length).toBeGreaterThanOrEqual(3);
    for (const { up, down } of migrations) expect([up, down]).not.toContain('');
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
      const others = migrations.filter((it) => !needed.includes(it) && !own.includes(it));
      // What needs us cannot come before us.
      const strangers = others.filter(({ layer }) => !required(layer).has(id));
      const schema = await schemaAfter([...needed, ...own, ...strangers]);
      expect(await schemaAfter([...needed, ...strangers, ...own])).toEqual(schema);
    },
  );

  it.each(migrations)('$name can be taken back, and applied again', async ({ name, layer }) => {
    const own = migrations.find((it) => it.name === name);
    if (own === undefined) throw new Error(name);
    const before = of(required(layer)).concat(of(new Set([layer])).filter((it) => it.name < name));
    const schema = await schemaAfter(before);
    await database.exec(own.up);
    const after = await database.schema();
    expect(after).not.toEqual(schema);
    await database.exec(own.down);
    expect(await database.schema()).toEqual(schema);
    await database.exec(own.up);
    expect(await database.schema()).toEqual(after);
  });
});
