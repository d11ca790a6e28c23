import { type IncomingHttpHeaders, request } from 'node:http';

/** What is sent: the path goes out as it is, which `fetch` would not do. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  /** A string or bytes as they are, anything else as JSON. */
  readonly body?: unknown;
  /** `undefined` takes a header away that would be there. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Sends the body without its length. */
  readonly chunked?: boolean;
}

/** What came back; redirects are not followed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON, or undefined when it is not. */
  readonly body: unknown;
}

/**
 * @param url where the backend listens
 * @param sent what to send
 * @returns the answer
 * @throws when the connection breaks before there is one
 */
export function exchange(url: string, sent: Sent): Promise<Answer> {
  const body = bytesOf(sent.body);
  const headers = Object.entries({
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(body !== undefined && !sent.chunked && { 'content-length': String(body.length) }),
    ...sent.headers,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { method, path } = sent;
    let answered = false;
    const outgoing = request(
      { hostname, port, method, path, headers: Object.fromEntries(headers), agent: false },
      (incoming) => {
        answered = true;
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers } = incoming;
          resolve({ status, headers, text, body: jsonIn(text) });
        });
      },
    );
    // Who is told that the body is too large may still be sending it.
    outgoing.on('error', (error) => answered || reject(error));
    outgoing.end(body);
  });
}

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
