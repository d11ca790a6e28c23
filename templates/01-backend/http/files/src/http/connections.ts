import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { problemBody, problemOfStatus } from './problem.ts';

/** How long (ms) the server has patience with whoever connects, for `node:http`. */
export const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // Longer than the 60 s of common load balancers, which must be the ones to hang up.
  keepAliveTimeout: 65_000,
};

/** What is under way so long (ms) after the server was told to stop is cut off. */
const PATIENCE = 8_000;

/**
 * Keeps connections from holding up the end of a server: one that is kept alive would for a minute.
 *
 * @returns a function that stops the server by the given one, and meanwhile hangs up on everybody
 *   who has been answered or has said nothing yet
 */
export function hangingUp(server: Server, close: () => PromiseLike<unknown>): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
  });
  return async () => {
    const closed = close();
    for (const until = Date.now() + PATIENCE; sockets.size > 0; await setTimeout(50)) {
      if (Date.now() > until) server.closeAllConnections();
      server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }
    await closed;
  };
}

const STATUSES: NodeJS.Dict<number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is too large, too slow or no HTTP at all with a problem, and hangs up. */
export function answerClientError({ code = '' }: { code?: string }, socket: Socket) {
  if (code === 'ECONNRESET' || !socket.writable) return socket.destroy();
  const status = STATUSES[code] ?? 400;
  const id = randomUUID();
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\nx-request-id: ${id}`;
  const body = problemBody(problemOfStatus(status), '/', id);
  socket.end(`${head}\r\ncontent-type: application/problem+json\r\n\r\n${body}`);
}
