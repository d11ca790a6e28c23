/** The stages of the backend roadmap that this service has reached. */
const stages = {
  1: 'Understanding the backend',
  2: 'Fundamentals of programming',
  // {{#if database}}
  4: 'Databases',
  // {{/if}}
  // {{#if api}}
  5: 'APIs and web services',
  // {{/if}}
};

/** What the service says of itself at `GET /`. */
export const about = {
  name: '{{name}}',
  version: '0.1.0',
  stages: Object.keys(stages).map(Number),
  links: {
    links: '/api/links',
    ready: '/readyz',
    // {{#if api}}
    docs: '/docs',
    openapi: '/openapi.json',
    // {{/if}}
  },
};
