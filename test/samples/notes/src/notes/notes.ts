import { type Caller, mayManage } from '../domain/caller.ts';
import type { Clock } from '../domain/link.ts';
import { failure, success } from '../domain/result.ts';
import type { NoteRepository, Notes } from './port.ts';

export interface NotesOptions {
  repository: NoteRepository;
  clock: Clock;
  newId: () => string;
}

export function createNotes({ repository, clock, newId }: NotesOptions): Notes {
  async function get(caller: Caller, id: string) {
    const note = await repository.find(id);
    return note && mayManage(caller, note.owner) ? success(note) : failure('not-found' as const);
  }

  return {
    get,

    async create(caller, text) {
      const note = { id: newId(), text, owner: caller.id, createdAt: clock() };
      await repository.add(note);
      return note;
    },

    list: (caller) => repository.listOf(caller.id),

    async remove(caller, id) {
      const found = await get(caller, id);
      if (found.ok) await repository.remove(id);
      return found;
    },
  };
}
