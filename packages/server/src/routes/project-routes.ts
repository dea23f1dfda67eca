import { FrameworkDocument } from "@cadre/core";
import { indicatorResults, measurementOf } from "@cadre/core/aggregate";
import { check } from "@cadre/core/checks";
import { inspect } from "@cadre/core/results";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusals } from "./answers.ts";
import { authorize, loadReadable, noDocument, readDocument } from "./authorize.ts";
import type { Dependencies, Env } from "./context.ts";
import { jsonText, memoize } from "./memoize.ts";
import { problemOf, refusalBody } from "./refusal.ts";
import {
  Documented,
  FigureQuery,
  Findings,
  LanguageQuery,
  ProjectParam,
  Reported,
  ReportedValue,
  Rows,
  Saved,
  Summary,
} from "./schemas.ts";

const Idempotency = z.object({
  "idempotency-key": z.string().min(1).max(200).optional(),
  "if-match": z.string().max(40).optional(),
});

const list = createRoute({
  method: "get",
  path: "/v1/projects",
  summary: "Projects that the key may see",
  responses: { ...refusals, 200: json(z.array(Summary), "Projects") },
});
const getFramework = createRoute({
  method: "get",
  path: "/v1/projects/{project}/framework",
  summary: "The framework document as it was saved last",
  request: { params: ProjectParam },
  responses: { ...refusals, 200: json(Documented, "The document and its revision") },
});
const putFramework = createRoute({
  method: "put",
  path: "/v1/projects/{project}/framework",
  summary: "Save a framework document; `If-Match: REVISION` where it must replace that one",
  request: {
    params: ProjectParam,
    headers: Idempotency,
    body: { content: { "application/json": { schema: FrameworkDocument } }, required: true },
  },
  responses: { ...refusals, 200: json(Saved, "Saved") },
});
const inspection = createRoute({
  method: "get",
  path: "/v1/projects/{project}/inspection",
  summary: "Indicators, gender budget, activities and findings of the document",
  request: { params: ProjectParam },
  responses: {
    ...refusals,
    200: json(z.record(z.string(), z.unknown()), "What `cadre inspect --json` prints"),
  },
});
const findings = createRoute({
  method: "get",
  path: "/v1/projects/{project}/findings",
  summary: "What the rules find in the document",
  request: { params: ProjectParam },
  responses: { ...refusals, 200: json(Findings, "Findings, errors first") },
});
const observations = createRoute({
  method: "post",
  path: "/v1/projects/{project}/observations",
  summary: "Report figures; wrong rows are handed back, the others kept",
  request: {
    params: ProjectParam,
    headers: Idempotency,
    body: { content: { "application/json": { schema: Rows } }, required: true },
  },
  responses: { ...refusals, 200: json(Reported, "How many rows were kept, and why others were not") },
});
const figures = createRoute({
  method: "get",
  path: "/v1/projects/{project}/figures",
  summary: "Indicator values from the reported figures",
  request: { params: ProjectParam, query: FigureQuery },
  responses: { ...refusals, 200: json(z.array(ReportedValue), "A figure for each indicator") },
});
const exported = createRoute({
  method: "get",
  path: "/v1/projects/{project}/export/{format}",
  summary: "The document in another format",
  request: {
    params: ProjectParam.extend({
      format: z
        .string()
        .max(40)
        .openapi({ param: { name: "format", in: "path" }, example: "json" }),
    }),
    query: LanguageQuery,
  },
  responses: {
    ...refusals,
    200: {
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      description: "The file",
    },
  },
});

/** Documents, figures, findings, exports of a project. */
export function projectRoutes(deps: Dependencies) {
  const { engine, documents, grants, writers } = deps;
  return new OpenAPIHono<Env>()
    .openapi(list, async (c) => {
      const own = grants.filter(({ actor }) => actor === c.get("actor").id);
      const seen = (project: string) =>
        own.some(({ projects }) => projects === "all" || projects.includes(project));
      const names = [...new Set([...(await documents.projects()), ...(await engine.projects())])]
        .filter(seen)
        .sort();
      const all = await Promise.all(
        names.map(async (project) => {
          const saved = await documents.document(project);
          const title = saved?.document.project.title ?? (await engine.view(project))?.title ?? null;
          return { project, title, revision: saved?.revision ?? null };
        }),
      );
      return c.json(all, 200);
    })
    .openapi(getFramework, async (c) => {
      const { project } = c.req.valid("param");
      const saved = await readDocument(deps, c, project);
      if ("refusal" in saved) return c.json(saved.refusal, saved.status);
      c.header("ETag", `"${saved.revision}"`);
      const { document, revision } = saved;
      const text = memoize(document, `document ${revision}`, () => JSON.stringify(saved));
      return jsonText(c, text, () => ({ document, revision }));
    })
    .openapi(putFramework, async (c) => {
      const { project } = c.req.valid("param");
      const denied = authorize(deps, c, project, "framework.save");
      if (denied !== null) return c.json(denied.body, denied.status);
      const { "if-match": match, "idempotency-key": key = null } = c.req.valid("header");
      const expected = match === undefined ? "any" : Number(match.replace(/^W\/|"/g, ""));
      if (expected !== "any" && !Number.isInteger(expected))
        return c.json(
          refusalBody(c, "invalid", [problemOf("invalid", "if-match", match ?? null, "a revision")]),
          400,
        );
      const put = await documents.save(
        project,
        c.req.valid("json"),
        { actor: c.get("actor"), key },
        expected,
      );
      if (!put.ok) return c.json(refusalBody(c, "conflict", [put.problem]), 409);
      c.header("ETag", `"${put.revision}"`);
      return c.json({ revision: put.revision, duplicate: put.duplicate }, 200);
    })
    .openapi(inspection, async (c) => {
      const { project } = c.req.valid("param");
      const saved = await readDocument(deps, c, project);
      if ("refusal" in saved) return c.json(saved.refusal, saved.status);
      const { document } = saved;
      const make = () => ({ ...inspect(document) }) as Record<string, unknown>;
      return jsonText(
        c,
        memoize(document, "inspection", () => JSON.stringify(make())),
        make,
      );
    })
    .openapi(findings, async (c) => {
      const { project } = c.req.valid("param");
      const saved = await readDocument(deps, c, project);
      if ("refusal" in saved) return c.json(saved.refusal, saved.status);
      const { document } = saved;
      const make = () => check(document);
      return jsonText(
        c,
        memoize(document, "findings", () => JSON.stringify(make())),
        make,
      );
    })
    .openapi(observations, async (c) => {
      const { project } = c.req.valid("param");
      const denied = authorize(deps, c, project, "observations.add");
      if (denied !== null) return c.json(denied.body, denied.status);
      const { "idempotency-key": key = null } = c.req.valid("header");
      const reported = await documents.report(project, c.req.valid("json"), { actor: c.get("actor"), key });
      if (reported === null) {
        const { refusal, status } = noDocument(c, project);
        return c.json(refusal, status);
      }
      if (!reported.ok) return c.json(refusalBody(c, "conflict", [reported.problem]), 409);
      const rejected = reported.rejected.map(({ input: _, ...told }) => ({ ...told }));
      return c.json({ accepted: reported.accepted, rejected, duplicate: reported.duplicate }, 200);
    })
    .openapi(figures, async (c) => {
      const { project } = c.req.valid("param");
      const found = await loadReadable(deps, c, project, () => documents.table(project));
      if ("refusal" in found) return c.json(found.refusal, found.status);
      const { by, asOf } = c.req.valid("query");
      const framework = measurementOf(found.document);
      const axes = by === undefined ? [] : by.split(",").map((axis) => axis.trim());
      const known = ["period", "source", "place", ...framework.axes.map(({ name }) => name)];
      const wrong = axes.find((axis) => !known.includes(axis));
      if (wrong !== undefined)
        return c.json(refusalBody(c, "invalid", [problemOf("invalid", "by", wrong, known.join(" | "))]), 400);
      if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
        return c.json(refusalBody(c, "invalid", [problemOf("invalid", "asOf", asOf, "YYYY-MM-DD")]), 400);
      const all = indicatorResults(framework, found.table, {
        ...(axes.length > 0 && { by: axes }),
        ...(asOf !== undefined && { asOf }),
      });
      return c.json(
        all.map(({ code, value, reason, percentOfTarget, progress, undefinedBecause, status, cells }) => ({
          code,
          value,
          reason,
          percentOfTarget,
          progress,
          undefinedBecause,
          status: status.status,
          cells: cells.map((cell) => ({ at: cell.at, value: cell.value, reason: cell.reason })),
        })),
        200,
      );
    })
    .openapi(exported, async (c) => {
      const { project, format } = c.req.valid("param");
      const saved = await readDocument(deps, c, project);
      if ("refusal" in saved) return c.json(saved.refusal, saved.status);
      const writer = writers.find((each) => each.format === format);
      if (writer === undefined) {
        const known = writers.map((each) => each.format).join(" | ");
        return c.json(refusalBody(c, "not-found", [problemOf("not-found", "format", format, known)]), 404);
      }
      const { bytes } = await writer.write(saved.document, { language: c.req.valid("query").lang });
      return c.body(Uint8Array.from(bytes).buffer, 200, {
        "Content-Type": writer.mediaType,
        "Content-Disposition": `attachment; filename="${project}${writer.extension}"`,
      });
    });
}
