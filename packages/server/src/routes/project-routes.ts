import { FrameworkDocument } from "@cadre/core";
import { indicatorResults, measurementOf, ResultRecord, resultRecord } from "@cadre/core/aggregate";
import { protectResults } from "@cadre/core/disclosure";
import { ProjectResult } from "@cadre/core/results";
import { StoreError } from "@cadre/engine";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { SavedDocument } from "../documents/index.ts";
import {
  dashboardsFor,
  disclosureFor,
  loadReadable,
  noDocument,
  readDocument,
  readRendering,
  requires,
} from "./authorize.ts";
import { bodyRef, bySchema, jsonBody } from "./body.ts";
import type { Dependencies } from "./context.ts";
import { parseSaved } from "./document-limits.ts";
import type { Env } from "./env.ts";
import { DOCUMENT_EXAMPLE, ROWS_EXAMPLE } from "./examples.ts";
import { jsonBytes, memoize } from "./memoize.ts";
import { problemOf, refusalBody } from "./refusal.ts";
import { json, refusals } from "./responses.ts";
import {
  Documented,
  Findings,
  LanguageQuery,
  ListQuery,
  ProjectParam,
  Reported,
  ResultQuery,
  Rows,
  revisionIn,
  Saved,
  Summary,
  tagOf,
  UncheckedRows,
  WriteHeaders,
} from "./schemas.ts";

/** A framework document as a body. Its texts are drawn several times on each page. */
const DOCUMENT_LIMITS = { depth: 64, values: 100_000, members: 50_000, stringLength: 20_000 };
/** The largest document, in bytes, where {@link Dependencies.maxBodyBytes} is not lower. */
const MAX_DOCUMENT = 2_000_000;
/** Rows of observations as a body. */
const ROW_LIMITS = { depth: 8, values: 250_000, members: 20_000, stringLength: 20_000 };
/** Axes of one cross table. */
const MAX_AXES = 6;

const list = createRoute({
  operationId: "listProjects",
  tags: ["projects"],
  method: "get",
  path: "/v1/projects",
  summary: "Projects that the key may read, in order of their ids; `after` continues a page",
  request: { query: ListQuery },
  responses: { ...refusals, 200: json(z.array(Summary), "Projects") },
});
const getFramework = createRoute({
  operationId: "getFramework",
  tags: ["documents"],
  method: "get",
  path: "/v1/projects/{project}/framework",
  summary: "The framework document as it was saved last",
  request: { params: ProjectParam },
  responses: { ...refusals, 200: json(Documented, "The document and its revision") },
});
const inspection = createRoute({
  operationId: "inspect",
  tags: ["results"],
  method: "get",
  path: "/v1/projects/{project}/inspection",
  summary: "Results of the project: document, log and observations together",
  request: { params: ProjectParam },
  responses: {
    ...refusals,
    200: json(ProjectResult, "What `cadre inspect --json` prints, findings in both languages"),
  },
});
const findings = createRoute({
  operationId: "check",
  tags: ["results"],
  method: "get",
  path: "/v1/projects/{project}/findings",
  summary: "Findings of the checks on the project's present state",
  request: { params: ProjectParam },
  responses: { ...refusals, 200: json(Findings, "Findings, errors first") },
});
const indicatorResultsRoute = createRoute({
  operationId: "computeResults",
  tags: ["observations"],
  method: "get",
  path: "/v1/projects/{project}/results",
  summary: "Indicator results from the observations",
  request: { params: ProjectParam, query: ResultQuery },
  responses: { ...refusals, 200: json(z.array(ResultRecord), "A result for each indicator") },
});
const exported = createRoute({
  operationId: "exportDocument",
  tags: ["documents"],
  method: "get",
  path: "/v1/projects/{project}/export/{format}",
  summary: "The project's present state in a file of another format",
  request: {
    params: ProjectParam.extend({
      format: z
        .string()
        .max(40)
        .meta({ description: "`json`, or the name of another writer", example: "json" }),
    }),
    query: LanguageQuery,
  },
  responses: {
    ...refusals,
    200: {
      content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
      description: "The file",
    },
  },
});

/** What is found, or `null` where it is archived. */
const unlessArchived = <Found>(found: Promise<Found | null>): Promise<Found | null> =>
  found.catch((error: unknown) => {
    if (error instanceof StoreError && error.problem.code === "archived") return null;
    throw error;
  });

/** Documents, observations, results, findings and exports of a project. */
export function projectRoutes(deps: Dependencies) {
  const { engine, documents, writers } = deps;
  const putFramework = createRoute({
    operationId: "saveFramework",
    tags: ["documents"],
    method: "put",
    path: "/v1/projects/{project}/framework",
    summary: "Save a framework document; `If-Match: REVISION` where it must replace that one",
    middleware: [
      requires(deps, "framework.save"),
      jsonBody(parseSaved(deps.profile), {
        ...DOCUMENT_LIMITS,
        bytes: Math.min(MAX_DOCUMENT, deps.maxBodyBytes),
      }),
    ] as const,
    request: {
      params: ProjectParam,
      headers: WriteHeaders,
      body: {
        content: {
          "application/json": {
            schema: bodyRef(FrameworkDocument, "FrameworkDocument"),
            example: DOCUMENT_EXAMPLE,
          },
        },
        required: true,
      },
    },
    responses: { ...refusals, 200: json(Saved, "Saved") },
  });
  const observations = createRoute({
    operationId: "addObservations",
    tags: ["observations"],
    method: "post",
    path: "/v1/projects/{project}/observations",
    summary: "Add observations; invalid rows are returned, the others added",
    middleware: [
      requires(deps, "observations.add"),
      jsonBody(bySchema(UncheckedRows), { ...ROW_LIMITS, bytes: deps.maxBodyBytes }),
    ] as const,
    request: {
      params: ProjectParam,
      headers: WriteHeaders,
      body: {
        content: { "application/json": { schema: bodyRef(Rows, "Observations"), example: ROWS_EXAMPLE } },
        required: true,
      },
    },
    responses: { ...refusals, 200: json(Reported, "How many rows were added, and why others were not") },
  });
  return new OpenAPIHono<Env>()
    .openapi(list, async (c) => {
      const { projects } = c.get("access");
      const { after = "", limit } = c.req.valid("query");
      const names =
        projects === "all"
          ? [...(await documents.projects({ after, limit })), ...(await engine.projects({ after, limit }))]
          : projects.filter((project) => project > after);
      const page = [...new Set(names)].sort().slice(0, projects === "all" ? limit : undefined);
      const all: z.infer<typeof Summary>[] = [];
      for (const project of page) {
        if (all.length === limit) break;
        const saved = await unlessArchived(documents.document(project));
        const title = saved?.document.project.title ?? (await unlessArchived(engine.view(project)))?.title;
        // A key may name a project that does not exist yet.
        if (saved !== null || title !== undefined)
          all.push({ project, title: title ?? null, revision: saved?.revision ?? null });
      }
      return c.json(all, 200);
    })
    .openapi(getFramework, async (c) => {
      const { project } = c.req.valid("param");
      const saved = await readDocument(deps, c, project);
      if ("refusal" in saved) return c.json(saved.refusal, saved.status);
      c.header("ETag", tagOf(saved.revision));
      return jsonBytes<SavedDocument>(
        c,
        memoize(saved.document, () => JSON.stringify(saved)),
      );
    })
    .openapi(putFramework, async (c) => {
      const { project } = c.req.valid("param");
      const { "if-match": match, "idempotency-key": key = null } = c.req.valid("header");
      const expected = revisionIn(match);
      const put = await documents.save(
        project,
        c.req.valid("json"),
        { actor: c.get("actor"), key },
        { expected },
      );
      if (!put.ok)
        return put.problem.code === "key-reused"
          ? c.json(refusalBody(c, "key-reused", [put.problem]), 422)
          : c.json(refusalBody(c, "conflict", [put.problem]), 409);
      c.header("ETag", tagOf(put.revision));
      return c.json({ revision: put.revision, duplicate: put.duplicate, findings: c.get("findings") }, 200);
    })
    .openapi(inspection, async (c) => {
      const { project } = c.req.valid("param");
      const rendering = await readRendering(deps, c, project, "inspection", async (shown) =>
        JSON.stringify(await shown.result()),
      );
      if ("refusal" in rendering) return c.json(rendering.refusal, rendering.status);
      return jsonBytes<ProjectResult>(c, rendering.bytes);
    })
    .openapi(findings, async (c) => {
      const { project } = c.req.valid("param");
      const rendering = await readRendering(deps, c, project, "findings", async (shown) =>
        JSON.stringify((await shown.result()).findings),
      );
      if ("refusal" in rendering) return c.json(rendering.refusal, rendering.status);
      return jsonBytes<ProjectResult["findings"]>(c, rendering.bytes);
    })
    .openapi(observations, async (c) => {
      const { project } = c.req.valid("param");
      const { "if-match": match, "idempotency-key": key = null } = c.req.valid("header");
      const added = await documents.addObservations(
        project,
        c.req.valid("json"),
        { actor: c.get("actor"), key },
        { expected: revisionIn(match) },
      );
      if (added === null) {
        const { refusal, status } = noDocument(c, project);
        return c.json(refusal, status);
      }
      if (!added.ok)
        return added.problem.code === "key-reused"
          ? c.json(refusalBody(c, "key-reused", [added.problem]), 422)
          : c.json(refusalBody(c, "conflict", [added.problem]), 409);
      const { accepted, rejected, rejectedCount, revision, duplicate } = added;
      c.header("ETag", tagOf(revision));
      return c.json({ accepted, rejected, rejectedCount, revision, duplicate }, 200);
    })
    .openapi(indicatorResultsRoute, async (c) => {
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
      if (axes.length > MAX_AXES)
        return c.json(
          refusalBody(c, "invalid", [problemOf("invalid", "by", axes.length, `at most ${MAX_AXES} axes`)]),
          400,
        );
      const all = indicatorResults(framework, found.table, {
        ...(axes.length > 0 && { by: axes }),
        ...(asOf !== undefined && { asOf }),
      });
      const policy = disclosureFor(deps, c);
      const results = policy === null ? all : protectResults(framework, all, { policy });
      return c.json(results.map(resultRecord), 200);
    })
    .openapi(exported, async (c) => {
      const { project, format } = c.req.valid("param");
      const writer = writers.find((each) => each.format === format);
      const { lang: language } = c.req.valid("query");
      const rendering = await loadReadable(deps, c, project, async () =>
        writer === undefined
          ? { bytes: null }
          : dashboardsFor(deps, c).rendering(
              project,
              `export ${format} ${language}`,
              async ({ document }) => {
                const { bytes } = await writer.write(document, { language, profile: deps.profile });
                return bytes;
              },
            ),
      );
      if ("refusal" in rendering) return c.json(rendering.refusal, rendering.status);
      if (writer === undefined || rendering.bytes === null) {
        const known = writers.map((each) => each.format).join(" | ");
        return c.json(refusalBody(c, "not-found", [problemOf("not-found", "format", format, known)]), 404);
      }
      return c.body(rendering.bytes, 200, {
        "Content-Type": writer.mediaType,
        "Content-Disposition": `attachment; filename="${project}${writer.extension}"`,
      });
    });
}
