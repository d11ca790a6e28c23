import { describe } from 'vitest';
import { memoryLinks } from '../../src/memory/links.ts';
import { linkRepositoryContract } from './link-repository.ts';

describe('links in memory', () => {
  const links = memoryLinks();
  linkRepositoryContract(() => links);
});
