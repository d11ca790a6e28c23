import { expect, it } from 'vitest';
import type { LinkRepository } from '../../src/links/port.ts';
import { aCode, aLink, aTarget } from '../support/examples.ts';

/** What every place that keeps links must do alike. */
export function linkRepositoryContract(repository: () => LinkRepository) {
  it('gives links back as they went in, to the millisecond', async () => {
    const url = aTarget(`https://example.com/${'x'.repeat(1900)}?q=😀`);
    const expiresAt = new Date('2031-06-30T23:59:59.999Z');
    const owner = 'Ада 😀 O’Neill\\"%_';
    for (const link of [aLink('plain'), aLink('whole', { url, owner, expiresAt })]) {
      expect(await repository().add(link)).toBe(true);
      expect(await repository().find(link.code)).toEqual(link);
    }
  });

  it('tells codes apart by case', async () => {
    await repository().add(aLink('Case'));
    expect(await repository().find(aCode('case'))).toBeUndefined();
  });

  it('lets one of twenty racing for a code win, and keeps what that one wrote', async () => {
    const urls = Array.from({ length: 20 }, (_, racer) => aTarget(`https://example.com/${racer}`));
    const racers = urls.map((url) => aLink('race', { url }));
    const won = await Promise.all(racers.map((link) => repository().add(link)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await repository().find(aCode('race'))).toEqual(racers[won.indexOf(true)]);
  });
}
