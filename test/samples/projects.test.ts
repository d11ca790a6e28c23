import { describe } from 'vitest';
import { ownChecks } from './own-checks.ts';
import { samples } from './samples.ts';

describe.each(samples)('the project $name', ownChecks);
