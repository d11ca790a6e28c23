import { type Caller, mayManage } from '../domain/caller.ts';
import { isCode } from '../domain/code.ts';
import type { Clock, Link } from '../domain/link.ts';
import { failure, success } from '../domain/result.ts';
import type {
  Catalogue,
  CatalogueStorage,
  Change,
  ChangeListener,
  ClickLog,
  Expected,
  Repositories,
  Stats,
} from './port.ts';

export interface CatalogueOptions {
  storage: CatalogueStorage;
  clock: Clock;
}

export function createCatalogue({ storage, clock }: CatalogueOptions): Catalogue {
  const listeners: ChangeListener[] = [];

  const update = async (caller: Caller, code: string, expected: Expected, work: Work) => {
    const result = await storage.transaction(async (within) => {
      const found = isCode(code) ? await within.catalogue.findForChange(code) : undefined;
      if (!found || !mayManage(caller, found.owner)) return failure('not-found' as const);
      return expected(found) ? success(await work(found, within)) : failure('stale' as const);
    });
    if (result.ok) for (const listen of listeners) await listen(result.value, caller);
    return result.ok ? success(result.value.link) : result;
  };

  return {
    onChange: (listener) => listeners.push(listener),

    async list(caller, page) {
      const owner = caller.role === 'admin' ? undefined : caller.id;
      const found = await storage.catalogue.list(owner, { ...page, limit: page.limit + 1 });
      const items = found.slice(0, page.limit);
      return { items, next: found.length > items.length ? (items.at(-1) ?? null) : null };
    },

    change: (caller, code, changes, expected) =>
      update(caller, code, expected, async (before, { catalogue }) => {
        const link = { ...before, ...changes };
        await catalogue.save(link);
        return { kind: 'changed', link };
      }),

    remove: (caller, code, expected) =>
      update(caller, code, expected, async (link, { catalogue, clicks }) => {
        await catalogue.remove(link.code);
        await clicks.forget(link.code);
        return { kind: 'removed', link };
      }),

    async stats(caller, code) {
      const link = isCode(code) ? await storage.links.find(code) : undefined;
      if (!link || !mayManage(caller, link.owner)) return failure('not-found');
      return success(await statsOf(link, storage.clicks, clock()));
    },
  };
}

type Work = (link: Link, within: Repositories) => Promise<Change>;

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
