// {{#if auth}}
import { startAccount } from './account.js';
// {{/if}}
import { createApi } from './api.js';
// {{#if api}}
import { showLinks } from './links.js';
// {{/if}}
// {{#if auth}}
import { createSession } from './session.js';
// {{/if}}
import { startShortening } from './shorten.js';

// {{#if auth}}
const session = createSession();
// {{/if}}
const api = createApi({
  base: '/api',
  // {{#if auth}}
  send: session.send,
  // {{/if}}
});

// {{#if auth}}
startAccount(session, api);
// {{/if}}
// {{#if api}}
showLinks(api);
// {{/if}}
startShortening(api);
