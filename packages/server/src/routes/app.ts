import { StoreError } from "@cadre/engine";
import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import {
  type ApiKey,
  actorOf,
  clientAddress,
  credentialsIn,
  isOwnOrigin,
  isSameOrigin,
  keyFinder,
  type RateLimit,
  rateLimiter,
} from "../auth/index.ts";
import type { Dependencies } from "./context.ts";
import { dashboardRoutes } from "./dashboard-routes.ts";
import type { Env } from "./env.ts";
import { errorEntry, type LogEntry } from "./log-entry.ts";
import { logRoutes } from "./log-routes.ts";
import { portfolioRoutes } from "./portfolio-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { problemOf, refusalBody } from "./refusal.ts";
import { CommandBody, Rows } from "./schemas.ts";

/** Options of access to the API. */
export interface Guard {
  keys: readonly ApiKey[];
  /** The key that a request without one acts under; `null`: every request needs a key. */
  anonymous: ApiKey | null;
  /** Limit of each key and, for requests without a valid one, of each client address. */
  rate: RateLimit;
  /** Number of proxies that append to `X-Forwarded-For`. */
  trustedProxies: number;
  /** Hostnames under which a server without keys may be asked, beside those of this machine. */
  hosts: readonly string[];
  /** Names the stores that are not ready. */
  unavailable: () => Promise<string[]>;
  log: (entry: LogEntry) => void;
}

/** Paths that need no key. */
export const PUBLIC_PATHS = ["/health", "/ready", "/openapi.json"] as const;

/** The API as a Hono app, to be served or mounted. */
export function createApp(deps: Dependencies, guard: Guard) {
  const { anonymous, log } = guard;
  const keyOf = keyFinder(guard.keys);
  const wait = rateLimiter(guard.rate);
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const problems = result.error.issues
        .slice(0, 50)
        .map((issue) =>
          problemOf(
            "invalid",
            issue.path.map(String).join("/") || result.target,
            issue.code,
            issue.message.slice(0, 200),
          ),
        );
      return c.json(refusalBody(c, "invalid", problems), 400);
    },
  });
  app.use(requestId());
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    const actor = c.get("actor") as Env["Variables"]["actor"] | undefined;
    log({
      time: new Date().toISOString(),
      level: c.res.status >= 500 ? "error" : "info",
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      actor: actor?.id ?? null,
      ...(c.error !== undefined && errorEntry(c.error)),
    });
  });
  app.use(async (c, next) => {
    await next();
    // No content sniffing, no framing by others, no reading by other origins, no address passed on.
    const { headers } = c.res;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
  });
  const foreign = (path: string) => problemOf("denied", path, null, "a request from this host");
  // Without keys, the network and the browser's same-origin rules are the protection: both are checked.
  if (anonymous !== null)
    app.use(async (c, next) =>
      isSameOrigin(c, guard.hosts) ? next() : c.json(refusalBody(c, "denied", [foreign("host")]), 403),
    );
  // Public routes come first; everything after them needs a key, by order and not by name.
  const registry = app.openAPIRegistry;
  registry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  registry.register("CommandBody", CommandBody);
  registry.register("ObservationRows", Rows);
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/ready", async (c) => {
    const unavailable = await guard.unavailable();
    return unavailable.length === 0 ? c.json({ ok: true }) : c.json({ ok: false, unavailable }, 503);
  });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Cadre",
      version: "1",
      description:
        "Results frameworks of the UN Peacebuilding Fund: documents, observations, lifecycles, findings, exports.",
    },
    security: [{ key: [] }],
  });
  app.use(async (c, next) => {
    const credentials = credentialsIn(c.req.header("authorization"));
    const key = credentials === null ? anonymous : keyOf(credentials.secret);
    const address = () => clientAddress(c, guard.trustedProxies);
    // The limit is the key's. Who has none is limited by address, but for the answer that makes a browser ask for the key: it costs nothing.
    const bucket = key !== null && key !== anonymous ? `key ${key.hash}` : `address ${address()}`;
    const seconds = key === null && credentials === null ? 0 : wait(bucket);
    if (seconds > 0) {
      c.header("Retry-After", String(seconds));
      return c.json(refusalBody(c, "too-many-requests", []), 429);
    }
    if (key === null) {
      // Makes a browser ask for the key.
      c.header("WWW-Authenticate", 'Basic realm="Cadre", charset="UTF-8"');
      return c.json(refusalBody(c, "unauthenticated", []), 401);
    }
    // A browser sends a stored password with the requests of other sites' pages, too.
    if (credentials?.scheme === "basic" && !isOwnOrigin(c))
      return c.json(refusalBody(c, "denied", [foreign("origin")]), 403);
    c.set("key", key);
    c.set("actor", actorOf(key));
    return next();
  });
  app.notFound((c) => c.json(refusalBody(c, "not-found", []), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException)
      return c.json(
        refusalBody(c, "invalid", [problemOf("invalid", "body", null, error.message.slice(0, 100))]),
        error.status,
      );
    if (error instanceof StoreError) return c.json(refusalBody(c, "unavailable", [error.problem]), 503);
    return c.json(refusalBody(c, "internal", []), 500);
  });
  return app
    .route("/", projectRoutes(deps))
    .route("/", dashboardRoutes(deps))
    .route("/", portfolioRoutes(deps))
    .route("/", logRoutes(deps));
}
