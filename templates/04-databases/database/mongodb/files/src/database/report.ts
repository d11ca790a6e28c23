import { readFile } from 'node:fs/promises';
import type { Document } from 'mongodb';
import type { Database } from './database.ts';

/** Shows where the links lead; returns how the database found out. */
export async function report({ executor: { db } }: Database): Promise<string> {
  const file = new URL('../../reports/links-per-target.json', import.meta.url);
  const pipeline: Document[] = JSON.parse(await readFile(file, 'utf8'));
  console.table(await db.collection('links').aggregate(pipeline).toArray());
  const plan = await db.command({ explain: { aggregate: 'links', pipeline, cursor: {} } });
  return JSON.stringify(plan.stages?.[0]?.$cursor?.queryPlanner ?? plan.queryPlanner, null, 2);
}
