import { failure, type Result, success } from './result.ts';

declare const brand: unique symbol;

/** An address that a link may lead to, in the normal form of the WHATWG URL standard. */
export type TargetUrl = string & { readonly [brand]: 'TargetUrl' };

const MAX_LENGTH = 2048;

/**
 * @param text what somebody wants to shorten
 * @param ownHosts `host` or `host:port` of this service: a link to itself could redirect forever
 */
export function parseTargetUrl(text: string, ownHosts: readonly string[]): Result<TargetUrl> {
  // The URL parser drops tabs and line breaks silently; what is stored must be what was sent.
  if (/\p{Cc}/u.test(text)) return failure('must not contain control characters');
  if (text.length > MAX_LENGTH) return failure(`must have at most ${MAX_LENGTH} characters`);
  if (!URL.canParse(text)) return failure('must be a URL');

  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return failure('must start with http:// or https://');
  if (url.username || url.password) return failure('must not contain a user name or password');
  if (ownHosts.some((host) => isHostOf(url, host))) return failure('must not lead to this service');
  if (isShort(url.href)) return success(url.href);
  return failure(`must have at most ${MAX_LENGTH} characters`);
}

/** Normalising can lengthen a URL (`ä` becomes `%C3%A4`), so what will be stored is measured too. */
function isShort(href: string): href is TargetUrl {
  return href.length <= MAX_LENGTH;
}

/** Read with the target's own scheme, so that `:80` and `:443` may be left out where they can be. */
function isHostOf(url: URL, host: string): boolean {
  const own = `${url.protocol}//${host}`;
  return URL.canParse(own) && withoutFinalDot(new URL(own).host) === withoutFinalDot(url.host);
}

/** `example.com.` is the same host as `example.com`. */
function withoutFinalDot(host: string): string {
  return host.replace(/\.(?=:|$)/, '');
}
