import { writeFileSync } from 'node:fs';
import { openApi } from '../src/openapi.ts';

// Writes the document that the service publishes anew, from its contracts.
writeFileSync('openapi.json', `${JSON.stringify(openApi, null, 2)}\n`);
