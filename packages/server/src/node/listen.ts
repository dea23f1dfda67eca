import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { limitConnections } from "./connections.ts";

/** How a server listens. */
export interface ListenOptions {
  /** 0: any that is free. */
  port: number;
  /** Default: this machine only. */
  hostname?: string;
  /** A request that has not come completely by then is closed. Default: 30 s. */
  requestTimeoutMs?: number;
}

/** What listens: a server, or the app of a host that mounts one. */
export interface Served {
  /** Answers requests, as a Hono app does. */
  app: {
    /** The answer to a request. */
    fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  };
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:8787`. */
  address: string;
  /** Stops listening, and ends what connections are still open. */
  close: () => Promise<void>;
}

/** A connection on which nothing moves for so long is closed, in milliseconds. Live streams send a comment more often. */
const IDLE_MS = 120_000;

/**
 * Listens on a port with Node's own server. Slow requests are cut off, and so are clients that send many requests ahead or do not take
 * their answers, so that they cannot hold it up.
 */
export function listen(
  { app }: Served,
  { port, hostname = "127.0.0.1", requestTimeoutMs = 30_000 }: ListenOptions,
): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(10_000, requestTimeoutMs),
      connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
    },
    limitConnections(getRequestListener(app.fetch, { hostname })),
  );
  server.setTimeout(IDLE_MS);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      const { address, family, port: free } = server.address() as AddressInfo;
      resolve({
        address: `http://${family === "IPv6" ? `[${address}]` : address}:${free}`,
        close: () =>
          new Promise((done, failed) => {
            server.close((error) => (error === undefined ? done() : failed(error)));
            server.closeAllConnections();
          }),
      });
    });
  });
}
