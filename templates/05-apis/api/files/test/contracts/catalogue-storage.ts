import { expect, it } from 'vitest';
import type { CatalogueStorage } from '../../src/catalogue/port.ts';
import { aCode, aLink } from '../support/examples.ts';

/** What every place that keeps the catalogue must do alike. */
export function catalogueStorageContract(storage: () => CatalogueStorage) {
  it('lists by time and then by code, and only what is behind a place', async () => {
    const at = (ms: number) => ({ owner: 'lister', createdAt: new Date(ms) });
    const sorted = [
      aLink('new', at(2)),
      aLink('bbb', at(1)),
      aLink('BBB', at(1)),
      aLink('old', at(0)),
    ];
    for (const link of sorted.toReversed()) await storage().links.add(link);
    expect(await storage().catalogue.list('lister', { limit: 9 })).toEqual(sorted);
    const [, second] = sorted;
    const after = await storage().catalogue.list('lister', { limit: 1, after: second });
    expect(after).toEqual([sorted[2]]);
  });

  it('lists the links of one owner, of nobody, or of all', async () => {
    await storage().links.add(aLink('of-eve', { owner: 'eve' }));
    await storage().links.add(aLink('of-none'));
    const list = (owner?: string | null) =>
      storage().catalogue.list(owner, { limit: 99, q: 'of-' });
    expect(await list('eve')).toEqual([aLink('of-eve', { owner: 'eve' })]);
    expect(await list(null)).toEqual([aLink('of-none')]);
    expect(await list()).toHaveLength(2);
  });

  it('undoes all of a transaction that throws', async () => {
    const code = aCode('undone');
    await storage().links.add(aLink('undone'));
    await storage().clicks.add([{ code, at: new Date() }]);
    const work = storage().transaction(async ({ links, catalogue, clicks }) => {
      await links.add(aLink('never'));
      await catalogue.remove(code);
      await clicks.forget(code);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await storage().links.find(code)).toEqual(aLink('undone'));
    expect(await storage().clicks.total(code)).toBe(1);
    expect(await storage().links.find(aCode('never'))).toBeUndefined();
  });

  it('lets nobody change a link while somebody else does', async () => {
    await storage().links.add(aLink('counter', { owner: '0' }));
    const increment = () =>
      storage().transaction(async ({ catalogue }) => {
        const link = await catalogue.findForChange(aCode('counter'));
        if (link) await catalogue.save({ ...link, owner: String(Number(link.owner) + 1) });
      });
    await Promise.all(Array.from({ length: 8 }, increment));
    expect(await storage().links.find(aCode('counter'))).toMatchObject({ owner: '8' });
  });

  it('counts clicks by UTC day, from a day on', async () => {
    const code = aCode('clicked');
    const times = ['2029-12-31T23:59:59.999Z', '2030-01-01T00:00:00Z', '2030-01-01T23:59:59.999Z'];
    await storage().clicks.add(times.map((time) => ({ code, at: new Date(time) })));
    expect(await storage().clicks.total(code)).toBe(3);
    const perDay = await storage().clicks.perDay(code, new Date('2030-01-01T00:00:00Z'));
    expect([...perDay]).toEqual([['2030-01-01', 2]]);
    await storage().clicks.forget(code);
    expect(await storage().clicks.total(code)).toBe(0);
  });
}
