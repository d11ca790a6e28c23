import type { Notes } from '../notes/port.ts';
import { noQuery } from './contracts.ts';
import { newNoteContract, noteBody, noteProblems } from './note-operations.ts';
import { parseBody, parseQuery } from './parse.ts';
import { orThrow } from './problem.ts';
import type { Routes } from './server.ts';

type WithId = { Params: { id: string } };

export function noteRoutes({ notes }: { notes: Notes }): Routes {
  return (app) => {
    app.get('/api/notes', async ({ caller, query }) => {
      parseQuery(noQuery, query);
      return { items: (await notes.list(caller)).map(noteBody) };
    });

    app.post('/api/notes', async ({ caller, body }, reply) => {
      const note = await notes.create(caller, parseBody(newNoteContract, body).text);
      return reply.code(201).header('location', `/api/notes/${note.id}`).send(noteBody(note));
    });

    app.get<WithId>('/api/notes/:id', async ({ caller, params }) =>
      noteBody(orThrow(await notes.get(caller, params.id), noteProblems)),
    );

    app.delete<WithId>('/api/notes/:id', async ({ caller, params }, reply) => {
      orThrow(await notes.remove(caller, params.id), noteProblems);
      return reply.code(204).send();
    });
  };
}
