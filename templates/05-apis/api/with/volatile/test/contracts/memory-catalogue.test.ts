import { describe } from 'vitest';
import type { Code } from '../../src/domain/code.ts';
import type { Link } from '../../src/domain/link.ts';
import { memoryAnswers } from '../../src/memory/answers.ts';
import { memoryCatalogue } from '../../src/memory/catalogue.ts';
import { memoryLinks } from '../../src/memory/links.ts';
import { answerStoreContract } from './answer-store.ts';
import { catalogueStorageContract } from './catalogue-storage.ts';

describe('the catalogue in memory', () => {
  const links = new Map<Code, Link>();
  const storage = { links: memoryLinks(links), ...memoryCatalogue(links) };
  catalogueStorageContract(() => storage);
});

describe('answers in memory', () => {
  const answers = memoryAnswers();
  answerStoreContract(() => answers);
});
