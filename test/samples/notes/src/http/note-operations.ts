import { z } from 'zod';
import type { Note } from '../notes/port.ts';
import { moment } from './contracts.ts';
import type { Operation, Schemas } from './openapi.ts';
import { Problem } from './problem.ts';

/** Body of `POST /api/notes`. */
export const newNoteContract = z.strictObject({ text: z.string().min(1).max(2000) });

const noteContract = z.strictObject({ id: z.string(), text: z.string(), createdAt: moment });
const notesContract = z.strictObject({ items: z.array(noteContract) });

/** A note as the API shows it. */
export function noteBody({ id, text, createdAt }: Note) {
  return { id, text, createdAt };
}

export const noteProblems = { 'not-found': new Problem(404, 'There is no such note.') };

export const noteSchemas: Schemas = {
  NewNote: newNoteContract,
  Note: noteContract,
  Notes: notesContract,
};

export const noteOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/notes',
    id: 'listNotes',
    summary: 'List notes, the newest first',
    answers: { 200: notesContract },
    problems: [400],
  },
  {
    method: 'post',
    path: '/api/notes',
    id: 'createNote',
    summary: 'Remember something',
    body: newNoteContract,
    answers: { 201: noteContract },
    problems: [400, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/notes/{id}',
    id: 'getNote',
    summary: 'Show a note',
    answers: { 200: noteContract },
    problems: [404],
  },
  {
    method: 'delete',
    path: '/api/notes/{id}',
    id: 'removeNote',
    summary: 'Forget a note',
    answers: { 204: 'Removed' },
    problems: [404],
  },
];
