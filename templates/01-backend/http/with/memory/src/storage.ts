import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Code } from './domain/code.ts';
import type { Link } from './domain/link.ts';
// {{#if auth}}
import { memoryAccounts, memoryOwnership } from './memory/accounts.ts';
// {{/if}}
// {{#if api}}
import { memoryAnswers } from './memory/answers.ts';
import { memoryCatalogue } from './memory/catalogue.ts';
// {{/if}}
import { memoryLinks } from './memory/links.ts';

/** Where this service keeps its data: in its own memory. */
export async function openStorage(_config: Config, log: Logger) {
  log.warn('Everything is kept in memory and is gone when this process stops.');
  // {{#if auth}}
  log.warn('That goes for accounts, too: they will have to be registered again.');
  // {{/if}}
  const links = new Map<Code, Link>();
  return {
    links: memoryLinks(links),
    // {{#if api}}
    ...memoryCatalogue(links),
    answers: memoryAnswers(),
    // {{/if}}
    // {{#if auth}}
    ...memoryAccounts(),
    ownership: memoryOwnership(links),
    // {{/if}}
    checks: {},
    async close() {},
  };
}
