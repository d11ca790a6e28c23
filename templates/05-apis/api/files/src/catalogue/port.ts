import type { Caller } from '../domain/caller.ts';
import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { Result } from '../domain/result.ts';
import type { LinkRepository } from '../links/port.ts';

/** A place in the list, which runs from the newest link to the oldest. */
export interface Position {
  readonly createdAt: Date;
  readonly code: Code;
}

export interface Page {
  readonly limit: number;
  /** Only what comes behind this place. */
  readonly after?: Position | undefined;
  /** Only links with this in their URL or code, in capitals or not. */
  readonly q?: string | undefined;
}

/** Links as a collection, where they are kept. */
export interface LinkCatalogue {
  /** @param owner only this one's links (null: nobody's); undefined: everybody's */
  list(owner: string | null | undefined, page: Page): Promise<Link[]>;
  /** Nobody else can change the link before the transaction ends. */
  findForChange(code: Code): Promise<Link | undefined>;
  save(link: Link): Promise<void>;
  remove(code: Code): Promise<void>;
}

export interface Click {
  readonly code: Code;
  readonly at: Date;
}

/** Clicks, where they are kept. */
export interface ClickLog {
  add(clicks: readonly Click[]): Promise<void>;
  total(code: Code): Promise<number>;
  /** @returns UTC day as YYYY-MM-DD → clicks, for the days from `since` on that had any */
  perDay(code: Code, since: Date): Promise<ReadonlyMap<string, number>>;
  forget(code: Code): Promise<void>;
}

export interface Repositories {
  readonly links: LinkRepository;
  readonly catalogue: LinkCatalogue;
  readonly clicks: ClickLog;
}

export interface CatalogueStorage extends Repositories {
  /** All of the work, or nothing of it when it throws. Use what is handed in, nothing else. */
  transaction<T>(work: (within: Repositories) => Promise<T>): Promise<T>;
}

export type Changes = Partial<Pick<Link, 'url' | 'expiresAt'>>;

export interface Stats {
  readonly clicks: number;
  /** The last 30 UTC days, the oldest first. */
  readonly perDay: readonly { readonly day: string; readonly clicks: number }[];
}

/** `stale`: the link is no longer what the caller has seen of it. */
export type CatalogueProblem = 'not-found' | 'stale';

type Answer<Value> = Promise<Result<Value, CatalogueProblem>>;

/** Whether a link is still what the caller has seen of it; if not, nothing is done. */
export type Expected = (link: Link) => boolean;

/** What was done to a link, and what it is, or was, after that. */
export interface Change {
  readonly kind: 'changed' | 'removed';
  readonly link: Link;
}

export type ChangeListener = (change: Change, caller: Caller) => void | Promise<void>;

/** What an owner can do with links. Others' links do not exist for anybody but an admin. */
export interface Catalogue {
  /** The listener is told of every change when it is done, and waited for. */
  onChange(listener: ChangeListener): void;
  list(caller: Caller, page: Page): Promise<{ items: Link[]; next: Position | null }>;
  change(caller: Caller, code: string, changes: Changes, expected: Expected): Answer<Link>;
  remove(caller: Caller, code: string, expected: Expected): Answer<Link>;
  stats(caller: Caller, code: string): Answer<Stats>;
}
