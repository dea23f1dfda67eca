import { StoreError } from "@cadre/engine";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import { type ApiKey, actorOf, keyOf, type RateLimit, rateLimiter, secretIn } from "../auth/index.ts";
import type { Dependencies, Env } from "./context.ts";
import { dashboardRoutes } from "./dashboard-routes.ts";
import { logRoutes } from "./log-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { problemOf, refusalBody } from "./refusal.ts";

/** A line of the log. No header and no body is ever in it, so no secret is. */
export interface LogEntry {
  time: string;
  level: "info" | "error";
  requestId: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  /** Whose key it was; `null` where there was none. */
  actor: string | null;
  error?: string;
}

/** How the API is guarded. */
export interface Guard {
  keys: readonly ApiKey[];
  /** Who somebody without a key is: a viewer, on a machine of one's own. Without it, everybody needs a key. */
  anonymous: ApiKey | null;
  rate: RateLimit;
  /** Names the stores that do not answer. */
  unavailable: () => Promise<string[]>;
  log: (entry: LogEntry) => void;
}

/** What may be seen without a key: that the server is there, whether its stores are, and what it can do. */
export const PUBLIC_PATHS = ["/health", "/ready", "/openapi.json"] as const;

/** The API as a Hono app, to be served or mounted. */
export function createApp(deps: Dependencies, guard: Guard) {
  const { keys, anonymous, log } = guard;
  const wait = rateLimiter(guard.rate);
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const problems = result.error.issues.map((issue) =>
        problemOf(
          "invalid",
          issue.path.map(String).join("/") || result.target,
          issue.code,
          issue.message.slice(0, 200),
        ),
      );
      return c.json(refusalBody(c, "invalid", problems.slice(0, 50)), 400);
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
      ...(c.error !== undefined && { error: c.error.name }),
    });
  });
  app.use(async (c, next) => {
    await next();
    // What is answered is what it says that it is, for this origin, in no frame, and its address goes nowhere.
    const { headers } = c.res;
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
  });
  // What is public stands before the door, and everything after it asks for a key: no path is told by its name.
  app.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
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
        "Results frameworks of the UN Peacebuilding Fund: documents, figures, lifecycles, findings, exports.",
    },
    security: [{ key: [] }],
  });
  app.use(async (c, next) => {
    const secret = secretIn(c.req.header("authorization"));
    const key = secret === null ? anonymous : keyOf(keys, secret);
    const seconds = wait(key?.id ?? "nobody");
    if (seconds > 0) {
      c.header("Retry-After", String(seconds));
      return c.json(refusalBody(c, "too-many-requests", []), 429);
    }
    if (key === null) {
      // A browser asks for the key itself; programs send it at once.
      c.header("WWW-Authenticate", 'Basic realm="Cadre", charset="UTF-8"');
      return c.json(refusalBody(c, "unauthenticated", []), 401);
    }
    c.set("actor", actorOf(key));
    return next();
  });
  app.use(
    bodyLimit({
      maxSize: deps.maxBodyBytes,
      onError: (c) =>
        c.json(
          refusalBody(c, "too-large", [
            problemOf("too-large", "body", null, `at most ${deps.maxBodyBytes} bytes`),
          ]),
          413,
        ),
    }),
  );
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
  return app.route("/", projectRoutes(deps)).route("/", dashboardRoutes(deps)).route("/", logRoutes(deps));
}
