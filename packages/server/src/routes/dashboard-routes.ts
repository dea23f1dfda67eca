import type { Profile } from "@cadre/core/lifecycle";
import { languageOf } from "@cadre/core/locale";
import { type DashboardModel, dashboardHtml } from "@cadre/view";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { yieldToOthers } from "../turns.ts";
import { dashboardsFor, loadReadable, readRendering } from "./authorize.ts";
import type { Dependencies } from "./context.ts";
import type { Env } from "./env.ts";
import { jsonBytes } from "./memoize.ts";
import { json, refusals } from "./responses.ts";
import { ProjectParam, pageLanguage, tagOf } from "./schemas.ts";

/** The page's own data, whose form goes with the version of the page. */
const DashboardData = z
  .unknown()
  .meta({ description: "`DashboardModel` of `@cadre/view`" }) as z.ZodType<DashboardModel>;

const tags = ["pages"];

const pageOf = (profile: Profile) =>
  createRoute({
    operationId: "getDashboard",
    tags,
    method: "get",
    path: "/v1/projects/{project}/dashboard",
    summary: "The dashboard as a page with live updates",
    request: { params: ProjectParam, query: pageLanguage(profile) },
    responses: {
      ...refusals,
      200: { content: { "text/html": { schema: z.string() } }, description: "The page" },
    },
  });
const data = createRoute({
  operationId: "getDashboardData",
  tags,
  method: "get",
  path: "/v1/projects/{project}/dashboard/data",
  summary: "Data of the dashboard, from document, log and observations; its `ETag` is the version",
  request: { params: ProjectParam },
  responses: {
    ...refusals,
    200: json(DashboardData, "The data"),
    304: { description: "Unchanged since `If-None-Match`" },
  },
});
const changes = createRoute({
  operationId: "followDashboard",
  tags,
  method: "get",
  path: "/v1/projects/{project}/dashboard/changes",
  summary: "Versions of the dashboard's data as server-sent events, the present one first",
  request: { params: ProjectParam },
  responses: {
    ...refusals,
    200: { content: { "text/event-stream": { schema: z.string() } }, description: "Events `version`" },
  },
});

/** The dashboard: its page, its data, its changes. */
export function dashboardRoutes(deps: Dependencies) {
  return new OpenAPIHono<Env>()
    .openapi(pageOf(deps.profile), async (c) => {
      const { project } = c.req.valid("param");
      const { lang } = c.req.valid("query");
      const language = languageOf(lang, deps.profile) ?? "en";
      const rendering = await readRendering(deps, c, project, `page ${lang}`, async (shown) => {
        const model = await shown.model();
        await yieldToOthers();
        // Relative to the page, so that they also hold where the app is mounted in another.
        const addresses = { dataUrl: "dashboard/data", changesUrl: "dashboard/changes" };
        return dashboardHtml(model, { language, ...addresses, version: shown.version });
      });
      if ("refusal" in rendering) return c.json(rendering.refusal, rendering.status);
      c.header("ETag", tagOf(`${rendering.version}.${lang}`));
      c.header("Cache-Control", "private, no-cache");
      return c.body(rendering.bytes, 200, { "Content-Type": "text/html; charset=UTF-8" });
    })
    .openapi(data, async (c) => {
      const { project } = c.req.valid("param");
      const rendering = await readRendering(deps, c, project, "data", async (shown) =>
        JSON.stringify(await shown.model()),
      );
      if ("refusal" in rendering) return c.json(rendering.refusal, rendering.status);
      c.header("ETag", tagOf(rendering.version));
      c.header("Cache-Control", "private, no-cache");
      if (c.req.header("if-none-match") === tagOf(rendering.version)) return c.body(null, 304);
      return jsonBytes<DashboardModel>(c, rendering.bytes);
    })
    .openapi(changes, async (c) => {
      const { project } = c.req.valid("param");
      const now = await loadReadable(deps, c, project, async () => {
        const version = await dashboardsFor(deps, c).version(project);
        return version === null ? null : { version };
      });
      if ("refusal" in now) return c.json(now.refusal, now.status);
      return deps.openStream(c, async (stream, aborted) => {
        for await (const version of dashboardsFor(deps, c).follow(project, aborted))
          await stream.writeSSE({ event: "version", id: version, data: version });
      });
    });
}
