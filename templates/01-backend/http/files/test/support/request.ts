export interface Request {
  method: string;
  /** Sent as JSON; a string as it is. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Sends a request and reads its answer; redirects are not followed. */
export async function request(url: string, { method, body, headers = {} }: Request) {
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
  });
  const received = await answer.text();
  const isJson = received !== '' && answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: isJson ? JSON.parse(received) : received,
  };
}
