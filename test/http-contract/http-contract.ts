import { describe } from 'vitest';
import type { Backend } from './backend.ts';
import { bodies } from './bodies.ts';
import { changes } from './changes.ts';
import { creation } from './creation.ts';
import { documents } from './documents.ts';
import { etags } from './etags.ts';
import { health } from './health.ts';
import { idempotency } from './idempotency.ts';
import { lists } from './lists.ts';
import { methodRules } from './methods.ts';
import { queries } from './queries.ts';
import { redirects } from './redirects.ts';
import { requestIds } from './request-id.ts';
import { statistics } from './statistics.ts';
import { targets } from './targets.ts';

/**
 * All that CONTRACT.md B promises of stages 1, 2, 4 and 5, whatever the framework and the database.
 * Called where tests are defined.
 *
 * @param backend a running backend
 */
export function httpContract(backend: Backend): void {
  describe('keeps the HTTP contract:', () => {
    health(backend);
    requestIds(backend);
    methodRules(backend);
    bodies(backend);
    queries(backend);
    creation(backend);
    targets(backend);
    redirects(backend);
    if (!backend.layers.has('api')) return;
    lists(backend);
    changes(backend);
    etags(backend);
    idempotency(backend);
    statistics(backend);
    documents(backend);
  });
}
