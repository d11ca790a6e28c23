// {{#if auth}}
import { databaseAccounts } from './database/accounts.ts';
// {{/if}}
// {{#if api}}
import { databaseAnswers } from './database/answers.ts';
import { databaseCatalogue } from './database/catalogue.ts';
import { databaseClicks } from './database/clicks.ts';
// {{/if}}
import type { Database } from './database/database.ts';
import type { Executor } from './database/executor.ts';
import { databaseLinks } from './database/links.ts';

/** Everything in the database. */
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
