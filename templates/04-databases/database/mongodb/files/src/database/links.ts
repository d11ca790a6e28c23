import type { Code } from '../domain/code.ts';
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
  return {
    find,
    add: (link) =>
      write(
        () => isNew(links.insertOne(toDocument(link), options)),
        async () => !(await find(link.code)),
      ),
  };
}
