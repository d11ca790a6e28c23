import { createHash } from 'node:crypto';

/** @returns a strong entity tag (RFC 9110, 8.8.3): it differs when a byte of the body does */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** @returns whether an `If-Match` or `If-None-Match` header names the tag; `*` names all */
export function names(header: string, tag: string): boolean {
  const tags = header.split(',').map((one) => one.trim());
  return tags.includes('*') || tags.includes(tag);
}

/** @returns whether who reads has what the tag stands for already, by its `If-None-Match` */
export function isKnown(tag: string, method: string, ifNoneMatch: string | undefined): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && ifNoneMatch !== undefined && names(ifNoneMatch.replaceAll('W/', ''), tag);
}
