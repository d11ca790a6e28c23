import { expect, it } from 'vitest';
import { anyone } from '../../src/domain/caller.ts';
import { createLinks } from '../../src/links/links.ts';
import { memoryLinks } from '../../src/memory/links.ts';
import { aLink } from '../support/examples.ts';

const repository = memoryLinks();
const links = createLinks({ repository, clock: () => new Date(), random: () => 0 });

it('gives up when every generated code is taken', async () => {
  const { url, expiresAt } = aLink('any');
  expect(await links.create(anyone, { url, expiresAt })).toMatchObject({ ok: true });
  await expect(links.create(anyone, { url, expiresAt })).rejects.toThrow('5 generated codes');
});

it('shows a link to nobody but its owner', async () => {
  await repository.add(aLink('hers', { owner: 'ada' }));
  const notFound = { ok: false, problem: 'not-found' };
  expect(await links.get({ id: 'ada', role: 'user' }, 'hers')).toMatchObject({ ok: true });
  expect(await links.get({ id: 'bob', role: 'user' }, 'hers')).toEqual(notFound);
});
