import { createApi } from './api.js';
// {{#if api}}
import { showLinks } from './links.js';
// {{/if}}
import { startShortening } from './shorten.js';

const api = createApi({
  base: '/api',
});

// {{#if api}}
showLinks(api);
// {{/if}}
startShortening(api);
