import { desc, eq, isNull } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import type { NoteRepository } from '../notes/port.ts';
import type { Executor } from './executor.ts';
import { moment } from './schema.ts';

/** As the migration made it. */
const notes = pgTable('notes', {
  id: text('id').primaryKey(),
  text: text('text').notNull(),
  owner: text('owner'),
  createdAt: moment('created_at').notNull(),
});

export function databaseNotes(executor: Executor): NoteRepository {
  return {
    async add(note) {
      await executor.insert(notes).values(note);
    },

    async find(id) {
      const [note] = await executor.select().from(notes).where(eq(notes.id, id));
      return note;
    },

    async listOf(owner) {
      const mine = owner === null ? isNull(notes.owner) : eq(notes.owner, owner);
      return executor.select().from(notes).where(mine).orderBy(desc(notes.createdAt));
    },

    async remove(id) {
      await executor.delete(notes).where(eq(notes.id, id));
    },
  };
}
