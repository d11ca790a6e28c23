import type { Caller } from '../domain/caller.ts';
import type { Result } from '../domain/result.ts';

/** Something to remember. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** Id of the caller that made it; null when it is nobody's. */
  readonly owner: string | null;
  readonly createdAt: Date;
}

/** Where notes are kept. */
export interface NoteRepository {
  add(note: Note): Promise<void>;
  find(id: string): Promise<Note | undefined>;
  /** The newest first. */
  listOf(owner: string | null): Promise<Note[]>;
  remove(id: string): Promise<void>;
}

/** What one can do with notes. Others' notes do not exist for anybody but an admin. */
export interface Notes {
  create(caller: Caller, text: string): Promise<Note>;
  list(caller: Caller): Promise<Note[]>;
  get(caller: Caller, id: string): Promise<Result<Note, 'not-found'>>;
  remove(caller: Caller, id: string): Promise<Result<Note, 'not-found'>>;
}
