import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { CadreServer } from "../server.ts";

/** How a server listens. */
export interface ListenOptions {
  /** 0: any that is free. */
  port: number;
  /** Default: this machine only. */
  hostname?: string;
  /** A request that has not come completely by then is closed. Default: 30 s. */
  requestTimeoutMs?: number;
}

/** A server that listens. */
export interface Listening {
  address: string;
  /** Stops listening, and ends what connections are still open. */
  close: () => Promise<void>;
}

/** Listens on a port with Node's own server. Slow requests are cut off, so that they cannot hold it up. */
export function listen(
  { app }: CadreServer,
  { port, hostname = "127.0.0.1", requestTimeoutMs = 30_000 }: ListenOptions,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        port,
        hostname,
        serverOptions: {
          requestTimeout: requestTimeoutMs,
          headersTimeout: Math.min(10_000, requestTimeoutMs),
          connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
        },
      },
      (info: AddressInfo) =>
        resolve({
          address: `http://${info.family === "IPv6" ? `[${info.address}]` : info.address}:${info.port}`,
          close: () =>
            new Promise((done, failed) => {
              server.close((error?: Error) => (error === undefined ? done() : failed(error)));
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        }),
    );
    server.once("error", reject);
  });
}
