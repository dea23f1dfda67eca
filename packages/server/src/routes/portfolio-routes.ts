import type { Profile } from "@cadre/core/lifecycle";
import { languageOf } from "@cadre/core/locale";
import { type Portfolio, type ProjectRow, projectRow, summarisePortfolio } from "@cadre/core/portfolio";
import { portfolioHtml } from "@cadre/view";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { yieldToOthers } from "../turns.ts";
import { dashboardsFor } from "./authorize.ts";
import type { Dependencies } from "./context.ts";
import type { Env } from "./env.ts";
import { refusals } from "./responses.ts";
import { pageLanguage } from "./schemas.ts";

/** Projects on the page; a portfolio of more is for `cadre portfolio`. */
const MAX_PROJECTS = 500;

const pageOf = (profile: Profile) =>
  createRoute({
    operationId: "getPortfolio",
    tags: ["pages"],
    method: "get",
    path: "/",
    summary: "The portfolio: one row for each project that the key may read, at most 500",
    request: { query: pageLanguage(profile) },
    responses: {
      ...refusals,
      200: { content: { "text/html": { schema: z.string() } }, description: "The page" },
    },
  });

/** The projects that a request's key may read and that have a document, in their present state. */
async function portfolioFor(deps: Dependencies, c: Context<Env>): Promise<Portfolio> {
  const { projects } = c.get("access");
  const names =
    projects === "all"
      ? await deps.documents.projects({ limit: MAX_PROJECTS })
      : projects.slice(0, MAX_PROJECTS);
  const rows: ProjectRow[] = [];
  for (const name of names) {
    const row = await dashboardsFor(deps, c).rendering(
      name,
      "portfolio",
      async ({ document, asOf, result }) =>
        JSON.stringify(projectRow([{ name, document }], { asOf, result: await result() })),
    );
    if (row !== null) rows.push(JSON.parse(new TextDecoder().decode(row.bytes)));
    await yieldToOthers();
  }
  return summarisePortfolio(rows);
}

/** The portfolio's page, at the root. */
export const portfolioRoutes = (deps: Dependencies) =>
  new OpenAPIHono<Env>().openapi(pageOf(deps.profile), async (c) => {
    const { lang } = c.req.valid("query");
    const { languages } = deps.profile;
    const language = languageOf(lang, { languages }) ?? "en";
    const portfolio = await portfolioFor(deps, c);
    c.header("Cache-Control", "private, no-cache");
    // Relative, so that it also holds where the app is mounted in another.
    const href = ({ name }: ProjectRow) => `v1/projects/${encodeURIComponent(name)}/dashboard?lang=${lang}`;
    return c.html(portfolioHtml(portfolio, { language, href, languages }), 200);
  });
