import type { CommandInput } from "@cadre/engine";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { eventStream, json, refusals } from "./answers.ts";
import { authorizeRead } from "./authorize.ts";
import { type Dependencies, type Env, STATUS } from "./context.ts";
import { refusalBody } from "./refusal.ts";
import { CommandBody, Done, History, HistoryQuery, ProjectParam, View } from "./schemas.ts";

const view = createRoute({
  method: "get",
  path: "/v1/projects/{project}",
  summary: "Where the project, its activities, reports and money stand",
  request: { params: ProjectParam },
  responses: { ...refusals, 200: json(View, "The project as its record tells") },
});
const command = createRoute({
  method: "post",
  path: "/v1/projects/{project}/commands",
  summary: "Send a command to the engine",
  request: {
    params: ProjectParam,
    body: { content: { "application/json": { schema: CommandBody } }, required: true },
  },
  responses: { ...refusals, 200: json(Done, "It was done, now or before") },
});
const history = createRoute({
  method: "get",
  path: "/v1/projects/{project}/history",
  summary: "The project's record: who did what, and when",
  request: { params: ProjectParam, query: HistoryQuery },
  responses: { ...refusals, 200: json(History, "Entries from a position on") },
});
const events = createRoute({
  method: "get",
  path: "/v1/projects/{project}/events",
  summary: "The record as it grows, as server-sent events; go on with `Last-Event-ID`",
  request: { params: ProjectParam },
  responses: {
    ...refusals,
    200: { content: { "text/event-stream": { schema: z.string() } }, description: "Events" },
  },
});

/** The project's record: where it stands, commands, history, live events. */
export function logRoutes(deps: Dependencies) {
  const { engine } = deps;
  return new OpenAPIHono<Env>()
    .openapi(view, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorizeRead(deps, c, project);
      if (denied !== null) return c.json(denied.body, denied.status);
      const found = await engine.view(project);
      return found === null ? c.json(refusalBody(c, "not-found", []), 404) : c.json({ ...found }, 200);
    })
    .openapi(command, async (c) => {
      const { project } = c.req.valid("param");
      // Whoever sends it, the key says who they are: project and actor are the server's word.
      const input = { ...c.req.valid("json"), project, actor: c.get("actor") } as unknown as CommandInput;
      const answer = await engine.execute(input);
      if (!answer.ok) return c.json(refusalBody(c, answer.kind, answer.problems), STATUS[answer.kind]);
      const { position, duplicate, findings, events } = answer;
      return c.json({ position, duplicate, findings, events: [...events] }, 200);
    })
    .openapi(history, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorizeRead(deps, c, project);
      if (denied !== null) return c.json(denied.body, denied.status);
      const { from, limit } = c.req.valid("query");
      const entries = await engine.history(project, from, limit);
      return c.json(
        entries.map((entry) => ({ ...entry })),
        200,
      );
    })
    .openapi(events, async (c) => {
      const { project } = c.req.valid("param");
      const denied = await authorizeRead(deps, c, project);
      if (denied !== null) return c.json(denied.body, denied.status);
      const seen = Number(c.req.header("last-event-id") ?? 0);
      return eventStream(c, async (stream, gone) => {
        // What is on record first, then what comes: the position is the event's id, so that nothing is told twice.
        let position = Number.isInteger(seen) && seen > 0 ? seen : 0;
        const tell = async () => {
          for (;;) {
            const entries = await engine.history(project, position + 1);
            for (const entry of entries) {
              await stream.writeSSE({
                id: String(entry.position),
                event: entry.type,
                data: JSON.stringify(entry),
              });
              position = entry.position;
            }
            if (entries.length === 0) return;
          }
        };
        await tell();
        for await (const page of engine.subscribe({ signal: gone }))
          if (page.events.some(({ stream: name }) => name.endsWith(`/${project}`))) await tell();
      });
    });
}
