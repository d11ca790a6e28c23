import { z } from 'zod';
import {
  type changesContract,
  linkContract,
  linkPageContract,
  type listQuery,
  statsContract,
} from './catalogue-contracts.ts';
import type { newLinkContract } from './contracts.ts';

type Query = Partial<z.output<typeof listQuery>>;
type NewLink = z.input<ReturnType<typeof newLinkContract>>;
type Changes = z.input<ReturnType<typeof changesContract>>;

/** The service refused: `problem` is what it said (RFC 9457). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: unknown;

  constructor(status: number, problem: unknown) {
    super(`The service answered ${status}: ${JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

interface Call<Schema extends z.ZodType> {
  answer: Schema;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/**
 * The API as functions. Their types come from the same contracts that the service checks by.
 *
 * @param baseUrl where the service is, without a final slash
 * @param headers sent with every request
 * @throws ApiError when the service refuses, ZodError when it answers what nobody agreed on
 */
export function createClient(baseUrl: string, headers: Readonly<Record<string, string>> = {}) {
  async function call<Schema extends z.ZodType>(
    method: string,
    path: string,
    { answer, body, headers: more }: Call<Schema>,
  ): Promise<z.output<Schema>> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        ...more,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const received: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new ApiError(response.status, received);
    return answer.parse(received);
  }

  const at = (code: string) => `/api/links/${encodeURIComponent(code)}`;
  return {
    create: (link: NewLink, idempotencyKey?: string) =>
      call('POST', '/api/links', {
        answer: linkContract,
        body: link,
        headers: { ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
      }),
    list: (query: Query = {}) => {
      const given = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) {
        if (value !== undefined) given.set(name, String(value));
      }
      return call('GET', `/api/links?${given}`, { answer: linkPageContract });
    },
    get: (code: string) => call('GET', at(code), { answer: linkContract }),
    change: (code: string, body: Changes) =>
      call('PATCH', at(code), { answer: linkContract, body }),
    remove: (code: string) => call('DELETE', at(code), { answer: z.undefined() }),
    stats: (code: string) => call('GET', `${at(code)}/stats`, { answer: statsContract }),
  };
}
