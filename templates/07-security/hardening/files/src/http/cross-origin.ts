type Headers = Readonly<Record<string, string>>;

/** The headers of a request that say from where, and for what, a page of another origin asks. */
export interface CrossOriginRequest {
  readonly method: string;
  readonly origin: string | undefined;
  /** `Access-Control-Request-Method`: the browser asks beforehand whether it may. */
  readonly asksFor: string | undefined;
  /** `Access-Control-Request-Headers`: those that it would send. */
  readonly withHeaders: string | undefined;
}

const ANSWERS: Headers = {
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'etag, location, retry-after, x-request-id',
};

const PERMISSION: Headers = {
  'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
  // So many seconds a browser need not ask again; none keeps it for longer than two hours.
  'access-control-max-age': '7200',
};

/**
 * Which pages of other origins may use the API from a browser (CORS). It protects visitors of those
 * pages, not this service: other programs do not ask.
 *
 * @param origins those that may, e.g. `https://app.example.com`; all others get no header at all
 */
export function crossOrigin(origins: readonly string[]) {
  // Caches must not give one origin's answer to another.
  const vary: Headers = origins.length > 0 ? { vary: 'Origin' } : {};
  /** @returns the headers to add; `permission` when this answer is all that is asked for */
  return ({ method, origin, asksFor, withHeaders = '' }: CrossOriginRequest) => {
    if (!origin || !origins.includes(origin)) return { headers: vary, permission: false };
    const permission = method === 'OPTIONS' && asksFor !== undefined;
    const allowed = { ...vary, ...ANSWERS, 'access-control-allow-origin': origin };
    if (!permission) return { headers: allowed, permission };
    const permitted = { ...PERMISSION, 'access-control-allow-headers': withHeaders };
    return { headers: { ...allowed, ...permitted }, permission };
  };
}
