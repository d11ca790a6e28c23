import type { PGlite } from '@electric-sql/pglite';

/** Everything about the tables of a schema, in an order that does not tell when it was made. */
const queries = [
  `select table_name, column_name, data_type, is_nullable, column_default, is_identity,
     collation_name, character_maximum_length
   from information_schema.columns where table_schema = 'public' order by 1, 2`,
  `select conrelid::regclass::text as table_name, contype, pg_get_constraintdef(oid) as definition
   from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2, 3`,
  `select tablename, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  `select tgrelid::regclass::text as table_name, pg_get_triggerdef(oid) as definition
   from pg_trigger where not tgisinternal order by 1, 2`,
  `select proname, pg_get_functiondef(oid) as definition
   from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' order by 1, 2`,
  `select typname, typtype from pg_type where typnamespace = 'public'::regnamespace order by 1`,
];

/**
 * @param database an open database
 * @returns its schema as data: two that are equal behave the same
 */
export async function schemaOf(database: PGlite): Promise<unknown> {
  const answers = [];
  for (const query of queries) answers.push((await database.query(query)).rows);
  return answers;
}
