import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// The small half of zod says nothing but "Invalid input" unless it is given the words. Schemas that
// are used once are not worth compiling: it would take half the time of a run.
z.config({ ...en(), jitless: true });
