import { FrameworkDocument, problemsOf } from "@cadre/core";
import { StoreError } from "@cadre/engine";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import { isSameOrigin } from "../auth/index.ts";
import { type Authentication, authentication, foreign } from "./authenticate.ts";
import type { Dependencies } from "./context.ts";
import { dashboardRoutes } from "./dashboard-routes.ts";
import type { Env } from "./env.ts";
import { errorEntry, type LogEntry } from "./log-entry.ts";
import { logRoutes } from "./log-routes.ts";
import { openApiOf } from "./openapi.ts";
import { portfolioRoutes } from "./portfolio-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { asProblem, problemOf, refusalBody } from "./refusal.ts";
import { Rows } from "./schemas.ts";

/** Options of access to the API. */
export interface Guard extends Authentication {
  /** Hostnames under which a server without keys may be asked, beside those of this machine. */
  hosts: readonly string[];
  /** Names the stores that are not ready. */
  unavailable: () => Promise<string[]>;
  log: (entry: LogEntry) => void;
}

/** Paths that need no key. */
export const PUBLIC_PATHS = ["/health", "/ready", "/openapi.json"] as const;

/** The part of a request that a validator looked at. */
function inputOf({ req }: Context<Env>, target: string): Record<string, string> {
  if (target === "param") return req.param();
  return target === "header" ? req.header() : req.query();
}

/** The API as a Hono app, to be served or mounted. */
export function createApp(deps: Dependencies, guard: Guard) {
  const { anonymous, log, origins } = guard;
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const problems = problemsOf(result.error.issues, inputOf(c, result.target), "invalid").slice(0, 50);
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
    asProblem(c.res);
  });
  if (origins.length > 0)
    app.use(
      cors({
        origin: [...origins],
        credentials: true,
        allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID"],
        exposeHeaders: ["ETag", "Retry-After", "X-Request-Id", "Content-Disposition"],
        maxAge: 600,
      }),
    );
  // Without keys, the network and the browser's same-origin rules are the protection: both are checked.
  if (anonymous !== null)
    app.use(async (c, next) =>
      isSameOrigin(c, guard.hosts, origins)
        ? next()
        : c.json(refusalBody(c, "denied", [foreign("host")]), 403),
    );
  // Public routes come first; everything after them needs a key, by order and not by name.
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/ready", async (c) => {
    const unavailable = await guard.unavailable();
    return unavailable.length === 0 ? c.json({ ok: true }) : c.json({ ok: false, unavailable }, 503);
  });
  let openApi: string | null = null;
  app.get("/openapi.json", async (c) => {
    const { DESCRIPTIONS } = await import("./descriptions.ts");
    openApi ??= JSON.stringify(
      openApiOf(
        app.openAPIRegistry.definitions,
        [deps.schemas.CommandBody, Rows, FrameworkDocument],
        deps.profile,
        DESCRIPTIONS,
      ),
    );
    return c.body(openApi, 200, { "Content-Type": "application/json" });
  });
  app.use(authentication(guard));
  app.notFound((c) => c.json(refusalBody(c, "not-found", []), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException)
      return c.json(refusalBody(c, "invalid", [problemOf("invalid", "body", null, "JSON")]), error.status);
    if (error instanceof StoreError && error.problem.code === "archived")
      return c.json(refusalBody(c, "archived", [error.problem]), 410);
    if (error instanceof StoreError) return c.json(refusalBody(c, "unavailable", [error.problem]), 503);
    return c.json(refusalBody(c, "internal", []), 500);
  });
  return app
    .route("/", projectRoutes(deps))
    .route("/", dashboardRoutes(deps))
    .route("/", portfolioRoutes(deps))
    .route("/", logRoutes(deps));
}
