import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
// {{#if auth}}
import { memoryAccounts, memoryOwnership } from './accounts.ts';
// {{/if}}
// {{#if api}}
import { memoryAnswers } from './answers.ts';
import { memoryCatalogue } from './catalogue.ts';
// {{/if}}
import { memoryLinks } from './links.ts';

/** Everything in this process. */
export async function openMemory(_config: unknown, log: { warn(message: string): void }) {
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
