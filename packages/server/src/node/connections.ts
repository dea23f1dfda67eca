import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that may wait for the answer to the one before. Clients that send requests ahead are rare, and send few. */
const MAX_AHEAD = 10;
/** Bytes of answers that clients have not taken, over all connections. */
const MAX_UNSENT = 64 * 2 ** 20;

/**
 * Limits what clients leave lying: a connection that sends too many requests ahead is closed, and while clients do not take their answers,
 * the connections that have waited longest are closed as soon as all answers together are too large.
 */
export function limitConnections(listener: RequestListener): RequestListener {
  const ahead = new WeakMap<Socket, number>();
  const open = new Set<ServerResponse>();
  const dropSlowReaders = () => {
    let unsent = 0;
    for (const { socket } of open) unsent += socket?.writableLength ?? 0;
    for (const { socket } of open) {
      if (unsent <= MAX_UNSENT) return;
      unsent -= socket?.writableLength ?? 0;
      if (socket !== null && socket.writableLength > 0) socket.destroy();
    }
  };
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { socket } = incoming;
    if (socket.destroyed) return;
    const waiting = (ahead.get(socket) ?? 0) + 1;
    if (waiting > MAX_AHEAD) {
      socket.destroy();
      return;
    }
    ahead.set(socket, waiting);
    open.add(outgoing);
    outgoing.once("close", () => {
      open.delete(outgoing);
      ahead.set(socket, (ahead.get(socket) ?? 1) - 1);
    });
    dropSlowReaders();
    listener(incoming, outgoing);
  };
}
