import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { listing } from '../support/listing.ts';
import { type Ended, plainEnvironment, program, type Start } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

/** What git keeps for itself, and what we keep to take steps back. */
const notOwn = ['.git', '.roadmap'];

/** A project on the disk, in the hands of its owner. */
export interface Owned {
  readonly folder: string;
  /** Runs the program in it, without installing. */
  run(...words: readonly string[]): Promise<Ended>;
  /** The same, and what it says as JSON. */
  json(...words: readonly string[]): Promise<{ code: number | null; result: Account }>;
  git(...words: readonly string[]): string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Writes a text and commits everything. */
  edit(path: string, change: (text: string) => string): void;
  /** Every file that its owner could miss. */
  listing(): Record<string, string>;
}

/** What the tests look at in the accounts of the commands. */
export interface Account {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly written: boolean;
  readonly files: readonly { path: string; outcome: string; because?: string; diff?: string }[];
  readonly conflicts: readonly { path: string; values?: readonly object[] }[];
  readonly steps: readonly { name: string; ok: boolean; detail?: string }[];
  readonly next: readonly string[];
  readonly error: { readonly code: string; readonly message: string; readonly fix: string };
}

/** Where the folder of the project lies. */
export interface Place {
  readonly git?: boolean;
  readonly parent?: string;
}

/**
 * @param layers of the project
 * @param place where; committed in a repository of its own unless said otherwise
 * @returns a new project
 */
export async function owned(layers: string, place: Place = {}): Promise<Owned> {
  const { git = true, parent = scratch() } = place;
  const key = `${layers} ${git}`;
  // Created once and then copied, which is four times as fast.
  const original = originals.get(key) ?? create(layers, git);
  originals.set(key, original);
  const folder = join(parent, 'shop');
  cpSync(await original, folder, { recursive: true });
  return owner(folder);
}

const originals = new Map<string, Promise<string>>();
const place = mkdtempSync(join(tmpdir(), 'roadmap-owned-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function create(layers: string, git: boolean): Promise<string> {
  const parent = mkdtempSync(join(place, 'project-'));
  const scope = layers === '' ? ['--preset', 'minimal'] : ['--layers', layers];
  const words = ['shop', ...scope, '--no-install', ...(git ? [] : ['--no-git'])];
  expect((await program(words, { cwd: parent })).code).toBe(0);
  return join(parent, 'shop');
}

/**
 * @param folder of a project
 * @param start how to start the program
 * @returns the project in the hands of its owner
 */
export function owner(folder: string, start: Partial<Start> = {}): Owned {
  const options = { cwd: folder, ...start };
  const own: Owned = {
    folder,
    run: (...words) => program(withoutInstall(words), options),
    async json(...words) {
      const { code, stdout } = await program([...withoutInstall(words), '--json'], options);
      return { code, result: JSON.parse(stdout) };
    },
    git: (...words) => gitAt(folder, ...words),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    edit(path, change) {
      own.write(path, change(own.read(path)));
      own.git('commit', '--quiet', '--all', '--message', `Edit ${path}`);
    },
    listing: () => listing(folder, notOwn),
  };
  return own;
}

/**
 * @param folder where
 * @param words what git is to do
 * @returns what it says
 */
export function gitAt(folder: string, ...words: readonly string[]): string {
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org' };
  return execFileSync('git', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...plainEnvironment(realpathSync(folder)), ...identity, ...committer },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What the owner writes into a file so that adding hardening is in conflict there. */
export function ownConfig(text: string): string {
  return text.replace(/^(import .*\n)+/, 'const mine = 1;\n');
}

/**
 * @param from a project
 * @returns a copy of it, elsewhere
 */
export function copyOf(from: Owned): Owned {
  const folder = folderIn(scratch(), 'shop');
  cpSync(from.folder, folder, { recursive: true, verbatimSymlinks: true });
  return owner(folder);
}

const installing = new Set(['add', 'remove', 'update', 'continue']);

function withoutInstall(words: readonly string[]): readonly string[] {
  const isSaid = words.includes('--install') || words.includes('--no-install');
  return installing.has(words[0] ?? '') && !isSaid ? [...words, '--no-install'] : words;
}
