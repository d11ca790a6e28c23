/** Sends a body as JSON, or text as it is, and reads the answer; redirects are not followed. */
export async function request(method: string, url: string, body?: unknown, headers = {}) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...type, ...headers },
    body: typeof body === 'string' ? body : (JSON.stringify(body) ?? null),
  });
  const text = await answer.text();
  const isJson = text !== '' && answer.headers.get('content-type')?.includes('json');
  const received = { headers: Object.fromEntries(answer.headers), status: answer.status };
  return { ...received, body: isJson ? JSON.parse(text) : text };
}
