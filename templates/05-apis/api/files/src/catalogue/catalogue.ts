import { type Caller, mayManage } from '../domain/caller.ts';
import { type Code, isCode } from '../domain/code.ts';
import { type Clock, type Link, parseExpiry } from '../domain/link.ts';
import { failure, problemsOf, type Result, success } from '../domain/result.ts';
import { parseTargetUrl } from '../domain/target-url.ts';
import type {
  Catalogue,
  CatalogueProblem,
  CatalogueStorage,
  Changes,
  ClickLog,
  Expected,
  Repositories,
  Stats,
} from './port.ts';

export interface CatalogueOptions {
  storage: CatalogueStorage;
  clock: Clock;
  /** Told of every link that is not any more what it was. */
  changed?: (code: Code) => Promise<void>;
}

export function createCatalogue({ storage, clock, changed }: CatalogueOptions): Catalogue {
  const update = async (caller: Caller, code: string, expected: Expected, work: Work) => {
    const result = await storage.transaction(async (within) => {
      const found = isCode(code) ? await within.catalogue.findForChange(code) : undefined;
      const link = manageable(found, caller);
      if (!link.ok) return link;
      return expected(link.value) ? work(link.value, within) : failure({ kind: 'stale' } as const);
    });
    if (result.ok) await changed?.(result.value.code);
    return result;
  };

  return {
    async list(caller, page) {
      const owner = caller.role === 'admin' ? undefined : caller.id;
      const found = await storage.catalogue.list(owner, { ...page, limit: page.limit + 1 });
      const items = found.slice(0, page.limit);
      return { items, next: found.length > items.length ? (items.at(-1) ?? null) : null };
    },

    change: (caller, code, changes, ownHosts, expected) =>
      update(caller, code, expected, async (link, { catalogue }) => {
        const changedLink = withChanges(link, changes, ownHosts, clock());
        if (changedLink.ok) await catalogue.save(changedLink.value);
        return changedLink;
      }),

    remove: (caller, code, expected) =>
      update(caller, code, expected, async (link, { catalogue, clicks }) => {
        await catalogue.remove(link.code);
        await clicks.forget(link.code);
        return success(link);
      }),

    async stats(caller, code) {
      const found = isCode(code) ? await storage.links.find(code) : undefined;
      const link = manageable(found, caller);
      return link.ok ? success(await statsOf(link.value, storage.clicks, clock())) : link;
    },
  };
}

type LinkOrProblem = Result<Link, CatalogueProblem>;
type Work = (link: Link, within: Repositories) => Promise<LinkOrProblem>;

function manageable(link: Link | undefined, caller: Caller): LinkOrProblem {
  return link && mayManage(caller, link.owner) ? success(link) : failure({ kind: 'not-found' });
}

function withChanges(
  link: Link,
  changes: Changes,
  ownHosts: readonly string[],
  now: Date,
): LinkOrProblem {
  const url = changes.url === undefined ? success(link.url) : parseTargetUrl(changes.url, ownHosts);
  const expiresAt =
    changes.expiresAt === undefined ? success(link.expiresAt) : parseExpiry(changes.expiresAt, now);
  if (url.ok && expiresAt.ok)
    return success({ ...link, url: url.value, expiresAt: expiresAt.value });
  return failure({ kind: 'invalid', fields: problemsOf({ url, expiresAt }) });
}

const DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

async function statsOf({ code }: Link, log: ClickLog, now: Date): Promise<Stats> {
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const days = Array.from(
    { length: DAYS },
    (_, index) => new Date(today - (DAYS - 1 - index) * DAY),
  );
  const [clicks, counts] = await Promise.all([
    log.total(code),
    log.perDay(code, new Date(today - (DAYS - 1) * DAY)),
  ]);
  const perDay = days.map((day) => day.toISOString().slice(0, 10));
  return { clicks, perDay: perDay.map((day) => ({ day, clicks: counts.get(day) ?? 0 })) };
}
