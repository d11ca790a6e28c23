import { expect, it } from 'vitest';
import type { CatalogueStorage, Position } from '../../src/catalogue/port.ts';
import { aCode, aLink, aTarget } from '../support/examples.ts';

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

  it('gives every link once, page by page, while others are added and removed', async () => {
    const at = (ms: number) => ({ owner: 'pager', createdAt: new Date(ms) });
    const add = (code: string, ms: number) => storage().links.add(aLink(code, at(ms)));
    const codes = Array.from({ length: 12 }, (_, index) => `page-${index}`);
    // Three of them at a time were made in the same millisecond.
    for (const [index, code] of codes.entries()) await add(code, 1000 + Math.floor(index / 3));
    const found: string[] = [];
    for (let after: Position | undefined; ; ) {
      const page = await storage().catalogue.list('pager', { limit: 2, after });
      found.push(...page.map(({ code }) => code));
      after = page.at(-1);
      if (!after) break;
      await add(`newer-${found.length}`, 2000 + found.length);
      await storage().catalogue.remove(after.code);
    }
    expect(found.toSorted()).toEqual(codes.toSorted());
  });

  it('finds what is in a URL or code, in capitals or not, and no pattern', async () => {
    const url = aTarget('https://example.com/100%25_Off?a=b\\c');
    await storage().links.add(aLink('Find_me', { owner: 'seeker', url }));
    const find = async (q: string) =>
      (await storage().catalogue.list('seeker', { limit: 9, q })).length;
    for (const q of ['fIND_M', '100%25_off', '?A=B']) expect(await find(q), q).toBe(1);
    for (const q of ['findxme', '100%off', '.*', '$', "'"]) expect(await find(q), q).toBe(0);
  });

  it('keeps an expiry that is set, and takes it away again', async () => {
    const link = aLink('expiring', { owner: 'null' });
    await storage().links.add(link);
    const expiresAt = new Date('2031-01-01T00:00:00.001Z');
    for (const changed of [
      { ...link, expiresAt },
      { ...link, owner: null },
    ]) {
      await storage().catalogue.save(changed);
      expect(await storage().links.find(link.code)).toEqual(changed);
    }
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
