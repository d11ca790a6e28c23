import { z } from 'zod';
import { about } from './about.ts';
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
};

const schemas = {
  Problem: problemSchema,
  ...linkSchemas,
};

/** What `openapi.json` must be. */
export const openApi = openApiDocument(about.name, Object.values(operations).flat(), schemas);
