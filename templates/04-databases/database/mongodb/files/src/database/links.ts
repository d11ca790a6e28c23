import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { LinkRepository } from '../links/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';
import { linksOf, toDocument, toLink } from './schema.ts';

export function databaseLinks(executor: Executor): LinkRepository {
  const { options, write } = executor;
  const links = linksOf(executor);

  async function find(code: Code) {
    const found = await links.findOne({ _id: code }, options);
    return found ? toLink(found) : undefined;
  }

  /** An insert that is refused, as the code is taken, would end the transaction that it is in. */
  async function upsert(link: Link) {
    const { _id, ...rest } = toDocument(link);
    const how = { ...options, upsert: true };
    return (await links.updateOne({ _id }, { $setOnInsert: rest }, how)).upsertedCount > 0;
  }

  return {
    find,
    add: (link) =>
      write(
        () => (options.session ? upsert(link) : isNew(links.insertOne(toDocument(link)))),
        async () => !(await find(link.code)),
      ),
  };
}
