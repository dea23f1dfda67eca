import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Served } from "./listen.ts";

/** A handler of Node's requests. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Options of {@link requestHandler}. */
export interface RequestHandlerOptions {
  /** The path that the handler is mounted at, where the host leaves it in the request's address (Fastify does, Express does not). Default: none. */
  base?: string;
}

/**
 * The API as a handler of Node's requests, to be mounted in Express, Fastify or Node's own server. The request's body must not have been read.
 */
export function requestHandler({ app }: Served, { base = "" }: RequestHandlerOptions = {}): RequestHandler {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const prefix = base.replace(/\/+$/, "");
  return async (request, response) => {
    const { url = "/" } = request;
    if (prefix !== "" && (url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`))) {
      const rest = url.slice(prefix.length);
      request.url = rest.startsWith("/") ? rest : `/${rest}`;
    }
    await listener(request, response);
  };
}
