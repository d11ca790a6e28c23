import { z } from 'zod';
import { about } from './about.ts';
// {{#if auth}}
import { accountOperations, accountSchemas, protection } from './http/account-operations.ts';
// {{/if}}
import { healthOperations, linkOperations, linkSchemas } from './http/link-operations.ts';
import { openApiDocument } from './http/openapi.ts';

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** Every operation of this service, room by room. */
const operations = {
  links: linkOperations,
  health: healthOperations,
  // {{#if auth}}
  accounts: accountOperations,
  // {{/if}}
};

const schemas = {
  Problem: problemSchema,
  ...linkSchemas,
  // {{#if auth}}
  ...accountSchemas,
  // {{/if}}
};

/** What `openapi.json` must be. */
export const openApi = openApiDocument({
  title: about.name,
  operations: Object.values(operations).flat(),
  schemas,
  // {{#if auth}}
  protection,
  // {{/if}}
});
