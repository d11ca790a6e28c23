import { failure, type Result, success } from './result.ts';

declare const brand: unique symbol;

/** An address that a link may lead to, in the normal form of the WHATWG URL standard. */
export type TargetUrl = string & { readonly [brand]: 'TargetUrl' };

const LONGEST = 2048;

/**
 * @param text what somebody wants to shorten
 * @param ownHosts `host` or `host:port` of this service: a link to itself could redirect forever
 */
export function parseTargetUrl(text: string, ownHosts: readonly string[]): Result<TargetUrl> {
  // The URL parser drops tabs and line breaks silently; what is stored must be what was sent.
  if (/\p{Cc}/u.test(text)) return failure('must not contain control characters');
  if (!URL.canParse(text)) return failure('must be a URL');
  const { protocol, username, password, href } = new URL(text);
  if (!/^https?:$/.test(protocol)) return failure('must start with http:// or https://');
  if (username || password) return failure('must not contain a user name or password');
  // Normalising can lengthen a URL: `ä` becomes `%C3%A4`.
  if (!isShort(text) || !isShort(href)) return failure(`must have at most ${LONGEST} characters`);
  const isOwn = ownHosts.some((own) => hostOf(`${protocol}//${own}`) === hostOf(href));
  return isOwn ? failure('must not lead to this service') : success(href);
}

const isShort = (text: string): text is TargetUrl => text.length <= LONGEST;

/** Read as a URL, so that `:80` and `:443` may be left out; `example.com.` is `example.com`. */
const hostOf = (url: string) => URL.canParse(url) && new URL(url).host.replace(/\.(?=:|$)/, '');
