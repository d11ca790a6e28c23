import type { Response } from 'express';

/**
 * Express has no hook between a handler and the socket: this lets one look at an answer, wait, and
 * change it, before it goes out.
 *
 * @param act gets the body and gives the one to send, or a promise of it
 */
export function beforeSending(response: Response, act: (body: unknown) => unknown): void {
  const { end } = response;
  response.end = (body?: unknown) => {
    // Once: an answer that says what went wrong in here goes out directly.
    response.end = end;
    const changed = act(body);
    if (changed instanceof Promise) changed.then((it) => response.end(it), response.req.next);
    else response.end(changed);
    return response;
  };
}
