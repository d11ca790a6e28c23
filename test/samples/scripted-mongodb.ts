import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';
import { onTestFinished } from 'vitest';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

/** What follows the head of a message: who asks, and what. */
interface Asked {
  readonly id: number;
  readonly code: number;
  readonly command: Document;
}

/** What must be true of a server that has transactions, and what does for an answer to anything. */
const replies = (address: string, name: string | undefined): Document => ({
  ...(/^(hello|ismaster)$/i.test(name ?? '') && {
    ...{ setName: 'rs', setVersion: 1, hosts: [address], me: address },
    ...{ isWritablePrimary: true, ismaster: true, helloOk: true, logicalSessionTimeoutMinutes: 30 },
    ...{ minWireVersion: 0, maxWireVersion: 25, maxBsonObjectSize: 16_777_216 },
    ...{ maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 },
  }),
  cursor: { id: 0n, ns: 'links.any', firstBatch: [] },
  ...{ n: 1, nModified: 1, upserted: [{ index: 0, _id: 'any' }], ok: 1 },
});

/**
 * What a driver takes for the primary of a replica set: it answers every command as if there were
 * nothing in the database, and what is asked was done.
 *
 * @param refusal what to answer instead to some commands
 * @returns its URL, and all commands so far that are about data
 */
export async function scriptedMongodb(
  refusal: (command: Document) => Document | undefined = () => undefined,
) {
  const commands: Document[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let bytes = Buffer.alloc(0);
    socket
      .on('error', () => undefined)
      .on('data', (more) => {
        bytes = Buffer.concat([bytes, more]);
        while (bytes.length >= 4 && bytes.length >= bytes.readInt32LE(0)) {
          const asked = askedIn(bytes.subarray(0, bytes.readInt32LE(0)));
          bytes = bytes.subarray(bytes.readInt32LE(0));
          const [name] = Object.keys(asked.command);
          const isChatter = /^(hello|ismaster|ping|endSessions)$/i.test(name ?? '');
          if (!isChatter) commands.push(asked.command);
          socket.write(answerTo(asked, refusal(asked.command) ?? replies(address, name)));
        }
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const found = server.address();
  const address = `127.0.0.1:${typeof found === 'object' ? found?.port : ''}`;
  return { url: `mongodb://${address}/links`, commands };
}

/** The first words of a driver come as a query, all others as a message with its documents apart. */
function askedIn(message: Buffer): Asked {
  const [id, code] = [message.readInt32LE(4), message.readInt32LE(12)];
  if (code === OP_QUERY) {
    const start = message.indexOf(0, 20) + 1 + 8;
    return { id, code, command: BSON.deserialize(message.subarray(start)) };
  }
  let command: Document = {};
  for (let at = 20; at < message.length; ) {
    const isBody = message[at] === 0;
    const [start, end] = [at + 1, at + 1 + message.readInt32LE(at + 1)];
    if (isBody) command = { ...BSON.deserialize(message.subarray(start, end)), ...command };
    else Object.assign(command, sequenceIn(message.subarray(start + 4, end)));
    at = end;
  }
  return { id, code, command };
}

function sequenceIn(bytes: Buffer): Document {
  const end = bytes.indexOf(0);
  const documents: Document[] = [];
  for (let at = end + 1; at < bytes.length; at += bytes.readInt32LE(at)) {
    documents.push(BSON.deserialize(bytes.subarray(at, at + bytes.readInt32LE(at))));
  }
  return { [bytes.toString('utf8', 0, end)]: documents };
}

function answerTo({ id, code }: Asked, document: Document): Buffer {
  const body = BSON.serialize(document);
  const rest = Buffer.alloc(code === OP_QUERY ? 20 : 5);
  // One document, and nothing else of a reply that is not zero.
  if (code === OP_QUERY) rest.writeInt32LE(1, 16);
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + rest.length + body.length, 0);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(code === OP_QUERY ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([head, rest, body]);
}
