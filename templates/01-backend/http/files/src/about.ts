/** The stages of the backend roadmap that this service has reached. */
const stages = new Set([1, 2]);
// {{#if web}}
stages.add(3);
// {{/if}}
// {{#if database}}
stages.add(4);
// {{/if}}
// {{#if api}}
stages.add(5);
// {{/if}}
// {{#if docker}}
stages.add(6);
// {{/if}}
// {{#if github-actions}}
stages.add(6);
// {{/if}}
// {{#if hardening}}
stages.add(7);
// {{/if}}
// {{#if auth}}
stages.add(7);
// {{/if}}
// {{#if cache}}
stages.add(8);
// {{/if}}

/** What the service says of itself at `GET /`. */
export const about = {
  name: '{{name}}',
  version: '0.1.0',
  stages: [...stages],
  links: {
    links: '/api/links',
    ready: '/readyz',
    // {{#if api}}
    docs: '/docs',
    openapi: '/openapi.json',
    // {{/if}}
  },
};
