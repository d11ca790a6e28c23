import { isIPv6 } from 'node:net';
import { Problem } from './problem.ts';

/** What is limited for each address. Redirects are not: they are what this service is for. */
export type LimitedName = 'writes' | 'notFound';

export function isWrite(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** @param seconds until the client may try again */
export function tooMany(seconds: number): Problem {
  return new Problem(429, `That was too often: try again in ${seconds} s.`, undefined, {
    'retry-after': String(seconds),
  });
}

/** @returns who an address stands for: of IPv6, a household has not one address but 2⁶⁴ */
export function whoIs(address: string): string {
  if (!isIPv6(address)) return address;
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address) ?? [];
  if (mapped) return mapped;
  const [front = '', back] = address.split('::');
  const [left, right] = [front, back ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill(
    '0',
  );
  const groups = back === undefined ? (left ?? []) : [...(left ?? []), ...zeros, ...(right ?? [])];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
