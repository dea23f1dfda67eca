import type { CommandInput, RecordedEvent } from "@cadre/engine";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { yieldToOthers } from "../turns.ts";
import { authorize, requires } from "./authorize.ts";
import { bodyRef, bySchema, jsonBody } from "./body.ts";
import { type Dependencies, statusOf } from "./context.ts";
import type { Env } from "./env.ts";
import {
  COMMAND_EXAMPLES,
  EventsQuery,
  HistoryQuery,
  type LogSchemas,
  UncheckedCommand,
} from "./log-schemas.ts";
import { problemOf, refusalBody } from "./refusal.ts";
import { json, refusals } from "./responses.ts";
import { ProjectParam, revisionIn, tagOf, WriteHeaders } from "./schemas.ts";

const tags = ["log"];

const events = createRoute({
  operationId: "followEvents",
  tags,
  method: "get",
  path: "/v1/projects/{project}/events",
  summary: "The project's log as server-sent events, from a position on; `Last-Event-ID` resumes",
  request: { params: ProjectParam, query: EventsQuery },
  responses: {
    ...refusals,
    200: { content: { "text/event-stream": { schema: z.string() } }, description: "Events" },
  },
});

/** A value as its schema describes it. */
const plain = <T>(value: unknown): T => value as T;

/** Cursor of an entry: its position and the beginning of its hash, by which a log that was restored or replaced is noticed. */
const cursorOf = ({ position, hash }: RecordedEvent): string => `${position}-${hash.slice(0, 16)}`;

const CURSOR = /^(\d{1,15})(?:-([0-9a-f]{16}))?$/;

/** Commands are small: the largest holds a project's plan. */
const COMMAND_LIMITS = { depth: 32, values: 100_000, members: 20_000, stringLength: 20_000 };

/** A project's log: its state, commands, history, live events. */
export function logRoutes(deps: Dependencies) {
  const { engine } = deps;
  const { CommandBody, View, Done, History } = deps.schemas;
  const view = createRoute({
    operationId: "getProject",
    tags,
    method: "get",
    path: "/v1/projects/{project}",
    summary: "State of the project, its activities, reports and budget lines",
    request: { params: ProjectParam },
    responses: { ...refusals, 200: json(View, "The project's state by its log") },
  });
  const history = createRoute({
    operationId: "getHistory",
    tags,
    method: "get",
    path: "/v1/projects/{project}/history",
    summary: "The project's log: what was recorded, by whom and when",
    request: { params: ProjectParam, query: HistoryQuery },
    responses: {
      ...refusals,
      200: json(
        History,
        "Entries from a position on; fewer than `limit` where they are large: go on after the last",
      ),
    },
  });
  const command = createRoute({
    operationId: "sendCommand",
    tags,
    method: "post",
    path: "/v1/projects/{project}/commands",
    summary: "Send a command",
    middleware: [
      requires(deps, "command"),
      jsonBody(bySchema(UncheckedCommand), { ...COMMAND_LIMITS, bytes: deps.maxBodyBytes }),
    ] as const,
    request: {
      params: ProjectParam,
      headers: WriteHeaders,
      body: {
        content: {
          "application/json": { schema: bodyRef(CommandBody, "Command"), examples: COMMAND_EXAMPLES },
        },
        required: true,
      },
    },
    responses: { ...refusals, 200: json(Done, "It was executed, now or before") },
  });

  /** The position after which a stream begins; `null` where the log is not the one of the cursor. */
  async function positionAfter(project: string, cursor: string): Promise<number | null> {
    const [, position = "", hash] = CURSOR.exec(cursor) ?? [];
    if (position === "") return null;
    const after = Number(position);
    // Read in any case: the project may be archived.
    if (after === 0) {
      await engine.history(project, { from: 1, limit: 1 });
      return 0;
    }
    const [entry] = await engine.history(project, { from: after, limit: 1 });
    const found = entry?.position === after && (hash === undefined || entry.hash.startsWith(hash));
    return found ? after : null;
  }

  return new OpenAPIHono<Env>()
    .openapi(view, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorize(deps, c, project, "project.read");
      if (denied !== null) return c.json(denied.refusal, denied.status);
      const found = await engine.view(project);
      if (found === null) return c.json(refusalBody(c, "not-found", []), 404);
      c.header("ETag", tagOf(found.position));
      return c.json(plain<z.infer<LogSchemas["View"]>>(found), 200);
    })
    .openapi(command, async (c) => {
      const { project } = c.req.valid("param");
      const { "idempotency-key": key = crypto.randomUUID(), "if-match": match } = c.req.valid("header");
      const expectedPosition = revisionIn(match);
      const input = {
        ...c.req.valid("json"),
        ...{ project, key, actor: c.get("actor") },
        ...(expectedPosition !== undefined && { expectedPosition }),
      } as CommandInput;
      const answer = await engine.execute(input);
      if (!answer.ok) {
        const status = statusOf(answer);
        const error = status === 422 && answer.kind === "conflict" ? "key-reused" : answer.kind;
        return c.json(refusalBody(c, error, answer.problems), status);
      }
      const { position, duplicate, findings, events } = answer;
      c.header("ETag", tagOf(position));
      return c.json(
        { position, duplicate, findings, events: plain<z.infer<LogSchemas["History"]>>(events) },
        200,
      );
    })
    .openapi(history, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorize(deps, c, project, "project.read");
      if (denied !== null) return c.json(denied.refusal, denied.status);
      const { from, limit } = c.req.valid("query");
      const entries = await engine.history(project, { from, limit });
      return c.json(plain<z.infer<LogSchemas["History"]>>(entries), 200);
    })
    .openapi(events, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorize(deps, c, project, "project.read");
      if (denied !== null) return c.json(denied.refusal, denied.status);
      const cursor = c.req.header("last-event-id") ?? c.req.valid("query").after ?? "0";
      const after = await positionAfter(project, cursor);
      if (after === null)
        return c.json(
          refusalBody(c, "out-of-range", [
            problemOf("out-of-range", "last-event-id", cursor.slice(0, 40), "a cursor of this log"),
          ]),
          410,
        );
      return deps.openStream(c, async (stream, aborted) => {
        for await (const page of engine.follow(project, { after, signal: aborted })) {
          for (const entry of page)
            await stream.writeSSE({ id: cursorOf(entry), event: entry.type, data: JSON.stringify(entry) });
          await yieldToOthers();
        }
      });
    });
}
