import { Problem } from './problem.ts';

/**
 * @param route the pattern of the route that answers, not the path as it was sent: whatever way a
 * path is written, what it leads to is what is guarded
 */
export function isGuarded(route: string | undefined): boolean {
  return route?.startsWith('/api/') === true && !route.startsWith('/api/auth/');
}

export const unauthorized = new Problem(
  401,
  'Send an access token: Authorization: Bearer …',
  undefined,
  { 'www-authenticate': 'Bearer' },
);
export const crossSite = new Problem(403, 'A page of another site may not do this.');

/** @returns the token of an `Authorization` header (RFC 6750) */
export function bearerToken(header: string | undefined): string {
  return /^bearer +([\w.~+/-]+=*)$/i.exec(header ?? '')?.[1] ?? '';
}

/** The browser keeps it to this host, HTTPS, and requests of our own pages; no script can read it. */
const COOKIE = '__Host-refresh';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export function refreshCookie(token: string, seconds: number): string {
  return `${COOKIE}=${token}; Max-Age=${seconds}; ${ATTRIBUTES}`;
}

export const endedCookie = refreshCookie('', 0);

/** @returns the refresh token in a `Cookie` header; empty when there is none */
export function refreshTokenIn(header = ''): string {
  const cookies = header.split(';').map((cookie) => cookie.trim());
  return cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

export interface Provenance {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which no page can forge. */
  readonly site: string | undefined;
  /** `host:port` that the request was sent to. */
  readonly host: string;
}

/** Whether a page of another site sent this: then cookies do not say who wanted it. */
export function isCrossSite({ origin, site, host }: Provenance): boolean {
  if (site !== undefined) return site === 'cross-site';
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
