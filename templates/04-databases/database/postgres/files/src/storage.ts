import type { Logger } from 'pino';
import type { Config } from './config.ts';
// {{#if auth}}
import { databaseAccounts } from './database/accounts.ts';
// {{/if}}
// {{#if api}}
import { databaseAnswers } from './database/answers.ts';
import { databaseCatalogue } from './database/catalogue.ts';
import { databaseClicks } from './database/clicks.ts';
// {{/if}}
import type { Database, Executor } from './database/database.ts';
import { databaseLinks } from './database/links.ts';
import { openDatabase } from './database/open-database.ts';
import { prepareDatabase } from './database/prepare.ts';

/** Where this service keeps its data: in PostgreSQL. */
export async function openStorage(config: Config, log: Logger) {
  const database = await openDatabase(config.database);
  await prepareDatabase(database, config.migrate, log);
  return storageIn(database);
}

export function storageIn(database: Database) {
  return {
    ...repositories(database.executor),
    /** Several repositories as one: all of the work, or nothing of it when it throws. */
    transaction: <T>(work: (within: Repositories) => Promise<T>) =>
      database.transaction((executor) => work(repositories(executor))),
    checks: { database: database.ping },
    close: database.close,
  };
}

type Repositories = ReturnType<typeof repositories>;

function repositories(executor: Executor) {
  return {
    links: databaseLinks(executor),
    // {{#if api}}
    catalogue: databaseCatalogue(executor),
    clicks: databaseClicks(executor),
    answers: databaseAnswers(executor),
    // {{/if}}
    // {{#if auth}}
    ...databaseAccounts(executor),
    // {{/if}}
  };
}
