import { randomInt } from 'node:crypto';
import { about } from './about.ts';
// {{#if api}}
import { createCatalogue } from './catalogue/catalogue.ts';
import { createClicks } from './catalogue/clicks.ts';
// {{/if}}
import type { Config } from './config.ts';
// {{#if auth}}
import { accountRoutes } from './http/account-routes.ts';
// {{/if}}
// {{#if cache}}
import { cacheHeaders } from './http/cache-headers.ts';
// {{/if}}
// {{#if api}}
import { catalogueRoutes } from './http/catalogue-routes.ts';
import { conditionalRequests } from './http/conditional-requests.ts';
import { docsRoutes } from './http/docs-routes.ts';
// {{/if}}
// {{#if auth}}
import { guardedRequests } from './http/guarded-requests.ts';
// {{/if}}
import { healthRoutes } from './http/health-routes.ts';
// {{#if api}}
import { idempotentRequests } from './http/idempotent-requests.ts';
// {{/if}}
import { linkRoutes } from './http/link-routes.ts';
// {{#if hardening}}
import { protectiveHeaders } from './http/protective-headers.ts';
import { rateLimits } from './http/rate-limits.ts';
// {{/if}}
import { createServer } from './http/server.ts';
// {{#if web}}
import { webRoutes } from './http/web-routes.ts';
// {{/if}}
// {{#if api}}
import { createIdempotency } from './idempotency/idempotency.ts';
// {{/if}}
// {{#if hardening}}
import { createLimits } from './limits/limits.ts';
// {{/if}}
import { createLinks } from './links/links.ts';
import { createLog } from './log.ts';
// {{#if cache}}
import { openCache } from './performance/open-cache.ts';
// {{/if}}
// {{#if auth}}
import { isCommon } from './security/common-passwords.ts';
import { openKeys } from './security/keys.ts';
import { createSecurity } from './security/security.ts';
// {{/if}}
import { openStorage } from './storage.ts';
// {{#if web}}
import { openSite } from './web/site.ts';
// {{/if}}

/**
 * Wires the whole service, in the order in which its parts need each other. Time and storage are
 * real, and the log is standard output, unless a test brings its own.
 */
export async function compose(
  config: Config,
  { clock = (): Date => new Date(), open = openStorage, log = createLog(config) } = {},
) {
  // {{#if auth}}
  const keys = await openKeys(config.keys);
  // {{/if}}
  const storage = await open(config, log);
  // {{#if auth}}
  const security = await createSecurity({ ...config, storage, keys, clock });
  // {{/if}}

  // {{#if api}}
  const clicks = createClicks({ clickLog: storage.clicks, log });
  const catalogue = createCatalogue({ storage, clock });
  const idempotency = createIdempotency({ answers: storage.answers, clock });

  // {{/if}}
  // {{#if cache}}
  const cache = await openCache({ url: config.redisUrl, load: storage.links.find, clock, log });

  // {{/if}}
  const links = createLinks({
    repository: storage.links,
    clock,
    random: randomInt,
    // {{#if cache}}
    find: cache.find,
    forget: cache.forget,
    // {{/if}}
    // {{#if api}}
    clicked: clicks.record,
    // {{/if}}
  });
  // {{#if api}}
  catalogue.onChange(({ link }) => links.forget(link.code));
  // {{/if}}

  const server = createServer({
    log,
    checks: storage.checks,
    // {{#if hardening}}
    trustedProxies: config.trustedProxies,
    // {{/if}}
    // Who comes first sees a request first; the links take every path that is left.
    routes: {
      // {{#if cache}}
      caching: cacheHeaders(),
      // {{/if}}
      // {{#if hardening}}
      headers: protectiveHeaders(config),
      limits: rateLimits({ limits: createLimits(config.limits) }),
      // {{/if}}
      // {{#if auth}}
      guard: guardedRequests({ ...security, clock }),
      // {{/if}}
      // {{#if api}}
      conditional: conditionalRequests(),
      idempotent: idempotentRequests({ idempotency, paths: ['/api/links'] }),
      // {{/if}}
      // {{#if auth}}
      accounts: accountRoutes({ ...security, isCommon }),
      // {{/if}}
      // {{#if api}}
      docs: docsRoutes({ visible: config.docs }),
      catalogue: catalogueRoutes({ catalogue, clock, publicUrl: config.publicUrl }),
      // {{/if}}
      // {{#if web}}
      web: webRoutes({ site: openSite({ fresh: !config.production }) }),
      // {{/if}}
      health: healthRoutes({
        about,
        checks: storage.checks,
        // {{#if cache}}
        dispensable: cache.checks,
        // {{/if}}
      }),
      links: linkRoutes({ links, clock, publicUrl: config.publicUrl }),
    },
  });

  return {
    // {{#if api}}
    /** Every route, to be compared with openapi.json. */
    routes: server.patterns,
    // {{/if}}
    /** @returns the address to send requests to */
    start: () => server.listen(config.port, config.host),

    /** Stops what was started, last first. */
    async stop() {
      await server.stop();
      // {{#if cache}}
      await cache.close();
      // {{/if}}
      // {{#if api}}
      await clicks.stop();
      // {{/if}}
      await storage.close();
    },
  };
}
