import type { Filter } from 'mongodb';
import type { LinkCatalogue, Page } from '../catalogue/port.ts';
import type { Executor } from './executor.ts';
import { type LinkDocument, linksOf, toDocument, toLink } from './schema.ts';

export function databaseCatalogue(executor: Executor): LinkCatalogue {
  const { options, write } = executor;
  const links = linksOf(executor);
  const done = async () => {};
  return {
    async list(owner, page) {
      const conditions = [...(owner === undefined ? [] : [{ owner }]), ...conditionsOf(page)];
      const found = links
        .find(conditions.length > 0 ? { $and: conditions } : {}, options)
        .sort({ createdAt: -1, _id: -1 })
        .limit(page.limit);
      return (await found.toArray()).map(toLink);
    },

    /** Two transactions that go on to change the same link collide, and the later one starts anew. */
    async findForChange(code) {
      const found = await links.findOne({ _id: code }, options);
      return found ? toLink(found) : undefined;
    },

    async save(link) {
      await write(async () => {
        await links.replaceOne({ _id: link.code }, toDocument(link), options);
      }, done);
    },

    async remove(code) {
      await write(async () => {
        await links.deleteOne({ _id: code }, options);
      }, done);
    },
  };
}

function conditionsOf({ after, q }: Page): Filter<LinkDocument>[] {
  const conditions: Filter<LinkDocument>[] = [];
  if (after) {
    const { createdAt, code } = after;
    // The first condition alone says where in the index to begin.
    conditions.push({ createdAt: { $lte: createdAt } });
    conditions.push({ $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: code } }] });
  }
  if (q) {
    const text = new RegExp(q.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
    conditions.push({ $or: [{ url: text }, { _id: text }] });
  }
  return conditions;
}
