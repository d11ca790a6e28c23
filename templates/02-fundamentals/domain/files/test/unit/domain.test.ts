import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyone, mayManage } from '../../src/domain/caller.ts';
import { generateCode, isCode, parseCode } from '../../src/domain/code.ts';
import { isExpired, parseExpiry } from '../../src/domain/link.ts';
import { parseTargetUrl } from '../../src/domain/target-url.ts';
import { aLink, aTarget } from '../support/examples.ts';

const refused = (reason: string) => ({ ok: false, problem: expect.stringContaining(reason) });

describe('a code', () => {
  it('may be any 3 to 64 characters of its alphabet, and no others', () => {
    const possible = fc.stringMatching(/^[A-Za-z0-9_-]{9,64}$/);
    fc.assert(fc.property(possible, (text) => parseCode(text).ok));
    const other = fc.string({ minLength: 1 }).filter((text) => !/[\w-]/.test(text));
    fc.assert(fc.property(other, (text) => !isCode(`abc${text}def`)));
  });

  it.each([
    ['ab', '3 to 64'],
    ['a'.repeat(65), '3 to 64'],
    ['openapi', 'reserved'],
  ])('is not %s', (text, reason) => expect(parseCode(text)).toEqual(refused(reason)));

  it('is valid and at least 7 characters long when generated, however the dice fall', () => {
    const isGood = (code: string) => isCode(code) && code.length >= 7;
    const dice = fc.infiniteStream(fc.nat());
    fc.assert(fc.property(dice, (rolls) => isGood(generateCode((n) => rolls.next().value % n))));
  });

  it('is generated anew when chance spells a reserved one', () => {
    const rolls = [...'openapi'].map((letter) => letter.charCodeAt(0) - 'a'.charCodeAt(0) + 26);
    expect(generateCode(() => rolls.shift() ?? 0)).toBe('AAAAAAA');
  });
});

describe('a target', () => {
  const own = ['short.example', 'localhost:3000'];

  it('is kept in normal form, which normalising again does not change', () => {
    const example = parseTargetUrl('HTTPS://Example.com:443/ä b', own);
    expect(example).toEqual({ ok: true, value: 'https://example.com/%C3%A4%20b' });
    const urls = fc.webUrl({ withQueryParameters: true, withFragments: true }).map(aTarget);
    fc.assert(fc.property(urls, (url) => aTarget(url) === url));
  });

  it('is safe to send in a header, whatever was given', () => {
    const paths = fc.string({ unit: 'binary' });
    const targets = paths.map((path) => parseTargetUrl(`https://example.com/${path}`, own));
    fc.assert(fc.property(targets, (target) => !target.ok || /^[!-~]+$/.test(target.value)));
  });

  it.each([
    ['javascript:alert(1)', 'http'],
    ['data:text/html,hi', 'http'],
    ['https://user:secret@example.com/', 'password'],
    ['https://example.com/\r\nset-cookie: a=b', 'control characters'],
    ['https://exa mple.com/', 'URL'],
    ['example.com', 'URL'],
    [`https://example.com/${'a'.repeat(2048)}`, '2048'],
    [`https://example.com/${'ä'.repeat(1000)}`, '2048'],
    ['http://short.example/abc', 'this service'],
    ['https://short.example.:443/abc', 'this service'],
    ['http://LOCALHOST:3000', 'this service'],
  ])('is refused when it is %j', (text, reason) => {
    expect(parseTargetUrl(text, own)).toEqual(refused(reason));
  });

  it.each(['http://192.168.0.1/', 'http://localhost:4000/'])('may be %s', (text) => {
    expect(parseTargetUrl(text, own).ok).toBe(true);
  });
});

describe('a link', () => {
  const now = new Date('2030-01-01T00:00:00Z');
  const later = new Date(now.getTime() + 1);

  it('expires at its moment, not before, and never without one', () => {
    const expired = [later, now, null].map((expiresAt) =>
      isExpired(aLink('abc', { expiresAt }), now),
    );
    expect(expired).toEqual([false, true, false]);
  });

  it('takes only a future moment as its expiry', () => {
    expect(parseExpiry(later, now)).toEqual({ ok: true, value: later });
    expect(parseExpiry(now, now)).toEqual(refused('future'));
  });

  it('is managed by its owner and by admins, or by anyone when it is nobody’s', () => {
    const bob = { id: 'bob', role: 'user' } as const;
    const may = [bob, { id: 'eve', role: 'admin' } as const, anyone].map((caller) =>
      ['bob', 'ada', null].map((owner) => mayManage(caller, owner)),
    );
    expect(may).toEqual([
      [true, false, false],
      [true, true, true],
      [false, false, true],
    ]);
  });
});
