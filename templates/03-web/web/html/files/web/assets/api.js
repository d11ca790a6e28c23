/** The service refused, or could not be reached: then there is no `status`. */
export class ApiError extends Error {
  /**
   * @param {string} message for people
   * @param {number} [status] of the answer
   * @param {{ pointer: string, detail: string }[]} [errors] what is wrong with which field
   */
  constructor(message, status, errors = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/**
 * Speaks with the service of this page.
 *
 * @param {{ base: string, send?: typeof fetch }} options `send` does what `fetch` does, and may
 *   do more, such as to show who is asking
 */
export function createApi({ base, send = (...request) => fetch(...request) }) {
  /** @throws {ApiError} with what the service said (RFC 9457), in words for people */
  return async (method, path, body) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await send(base + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(unreachable);
    const text = await answer.text().catch(unreachable);
    const said = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
    if (answer.ok) return said;
    if (answer.status === 429) throw new ApiError(pause(answer.headers), 429);
    const detail = said.detail ?? `The service answered ${answer.status}.`;
    throw new ApiError(detail, answer.status, said.errors);
  };
}

function unreachable() {
  throw new ApiError('The service cannot be reached. Check your connection and try again.');
}

function pause(headers) {
  const seconds = Number(headers.get('retry-after')) || 60;
  return `That was a lot at once. Try again in ${seconds} seconds.`;
}
