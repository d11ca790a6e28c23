import type { SiteFile } from '../web/port.ts';

/** Own files only; nothing inline, nothing evaluated, no frame around the page. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * @param file what was asked for
 * @param known tags that the browser has already: its `If-None-Match`
 * @returns the answer, which has no body when the browser has it
 */
export function siteAnswer({ type, tag, contents }: SiteFile, known = '') {
  const headers = {
    // Kept, but never used without asking: names do not change when their contents do.
    'cache-control': 'no-cache',
    etag: tag,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(type.startsWith('text/html') && { 'content-security-policy': PAGE_POLICY }),
  };
  // A proxy that compresses marks the tag as weak.
  const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (tags.includes(tag) || tags.includes('*')) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'content-type': type }, body: contents };
}
