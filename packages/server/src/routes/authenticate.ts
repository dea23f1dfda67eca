import type { MiddlewareHandler } from "hono";
import {
  type Access,
  type ApiKey,
  type Authenticate,
  accessOfKey,
  accessOfSession,
  clientAddress,
  credentialsIn,
  type GrantBook,
  isOwnOrigin,
  keyFinder,
  type RateLimit,
  rateLimiter,
} from "../auth/index.ts";
import type { Env } from "./env.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** How senders are recognised. */
export interface Authentication {
  keys: readonly ApiKey[];
  /** The key that a request without one acts under; `null`: every request needs a key. */
  anonymous: ApiKey | null;
  /** The host's own sessions, asked first. */
  authenticate: Authenticate | null;
  grants: GrantBook;
  /** Limit of each sender and, for requests without a valid one, of each client address. */
  rate: RateLimit;
  /** Number of proxies that append to `X-Forwarded-For`. */
  trustedProxies: number;
  /** Origins whose pages may ask. */
  origins: readonly string[];
}

/** The refusal of a page of another site. */
export const foreign = (path: string) => problemOf("denied", path, null, "a request from this host");

/** Finds the sender of a request, by the host's sessions or by its key, and limits how often it asks. */
export function authentication(options: Authentication): MiddlewareHandler<Env> {
  const { anonymous, authenticate, grants, trustedProxies, origins } = options;
  const keyOf = keyFinder(options.keys);
  const wait = rateLimiter(options.rate);
  return async (c, next) => {
    const session = (await authenticate?.(c.req.raw)) ?? null;
    const credentials = session === null ? credentialsIn(c.req.header("authorization")) : null;
    const key = credentials === null ? anonymous : keyOf(credentials.secret);
    const access: Access | null =
      session !== null ? accessOfSession(session) : key !== null ? accessOfKey(key) : null;
    const own = access !== null && (session !== null || key !== anonymous);
    // The limit is the sender's. Who is not known is limited by address, but for the answer that makes a browser ask for the key: it costs nothing.
    const bucket = own ? access.bucket : `address ${clientAddress(c, trustedProxies)}`;
    const seconds = access === null && credentials === null ? 0 : wait(bucket);
    if (seconds > 0) {
      c.header("Retry-After", String(seconds));
      return c.json(refusalBody(c, "too-many-requests", []), 429);
    }
    if (access === null) {
      // Makes a browser ask for the key; a host with its own sessions has its own page for that.
      if (authenticate === null) c.header("WWW-Authenticate", 'Basic realm="Cadre", charset="UTF-8"');
      return c.json(refusalBody(c, "unauthenticated", []), 401);
    }
    // A browser sends a stored password or a cookie with the requests of other sites' pages, too.
    const sentByBrowser =
      credentials?.scheme === "basic" || (session !== null && !c.req.header("authorization"));
    const allowed = session !== null && origins.includes(c.req.header("origin") ?? "");
    if (sentByBrowser && !allowed && !isOwnOrigin(c))
      return c.json(refusalBody(c, "denied", [foreign("origin")]), 403);
    c.set("access", access);
    c.set("actor", access.actor);
    if (session === null) return next();
    const release = grants.hold(access);
    try {
      return await next();
    } finally {
      release();
    }
  };
}
