import { activityLifecycle, defineProfile, extendLifecycle } from "@cadre/core/lifecycle";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { faultsOfCalls, openIn } from "../test/openapi.ts";
import { document, filled, testServer } from "../test/server.ts";

/** For this test: an agency that waits for the rains. */
const lake = defineProfile({
  id: "lake-1",
  activity: extendLifecycle(
    activityLifecycle,
    {
      regions: {
        "hold-ups": {
          states: {
            none: {
              on: {
                "lake:wait": {
                  target: "lake:waiting",
                  actions: { type: "hold", params: { kind: "delayed" } },
                },
              },
            },
            "lake:waiting": {
              on: { "lake:resume": { target: "none", actions: "releaseAll" } },
            },
          },
        },
      },
    },
    {
      context: {},
      stateOf: (value, base) => (value[1] === "lake:waiting" ? "lake:waiting" : base(value)),
    },
  ),
  states: { "lake:waiting": { name: { en: "waiting", fr: "en attente" }, broader: "delayed" } },
  events: {
    "lake:wait": {
      name: { en: "waits", fr: "attend" },
      details: z.strictObject({ level: z.number(), station: z.string().optional() }),
    },
    "lake:resume": { name: { en: "goes on", fr: "reprend" } },
  },
  causes: { "lake:flood": { name: { en: "flood", fr: "crue" } } },
  roles: {
    "lake:ranger": { name: { en: "ranger", fr: "garde" }, may: ["project.read"], scope: "any" },
    "convening-agency": { may: ["activity.lake:*"], scope: "any" },
  },
});
const server = await filled({ profile: lake });
const text = await (await server.app.request("/openapi.json")).text();
const openapi = JSON.parse(text) as { components: { schemas: Record<string, object> }; paths: object };
const faultsOf = (schema: object, value: unknown): unknown[] => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.validate({ ...schema, components: openapi.components }, value);
  return (ajv.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params]);
};
const wait = {
  type: "activity.lake:wait",
  activity: "1.1.1",
  effective: "2020-03",
  causes: ["lake:flood"],
  details: { level: 4.5 },
};

describe("the OpenAPI of a server with a profile", () => {
  it("has the agency's commands, events, states, causes and roles, and leaves no more open", async () => {
    const { schemas } = openapi.components;
    expect(schemas.Cause).toMatchObject({ enum: expect.arrayContaining(["season", "lake:flood"]) });
    expect(schemas.Role).toMatchObject({ enum: expect.arrayContaining(["pbso", "lake:ranger"]) });
    expect(schemas.ActivityState).toMatchObject({ enum: expect.arrayContaining(["done", "lake:waiting"]) });
    for (const name of ["ActivityLakeWait", "ActivityLakeWaitEvent", "ActivityLakeResume"])
      expect(Object.keys(schemas)).toContain(name);
    const base = JSON.parse(await (await testServer().app.request("/openapi.json")).text());
    expect(openIn(openapi).length).toBe(openIn(base).length);
    expect(JSON.stringify(base)).not.toMatch(/lake|OwnEvent/);
  });

  it("describes what the server takes and answers, and nothing that it refuses", async () => {
    const command = { $ref: "#/components/schemas/Command" };
    expect(faultsOf(command, wait)).toEqual([]);
    const sent = await server.ask("convening", "POST", "/v1/projects/p1/commands", wait);
    const done = await sent.json();
    expect(sent.status).toBe(200);
    expect(faultsOf({ $ref: "#/components/schemas/Done" }, done)).toEqual([]);
    for (const [path, name] of [
      ["", "ProjectView"],
      ["/history", "History"],
      ["/inspection", "ProjectResult"],
    ]) {
      const answer = await server.ask("viewer", "GET", `/v1/projects/p1${path}`);
      expect([path, faultsOf({ $ref: `#/components/schemas/${name}` }, await answer.json())]).toEqual([
        path,
        [],
      ]);
    }
    for (const [wrong, status] of [
      [{ ...wait, type: "activity.lake:wiat" }, 400],
      [{ ...wait, causes: ["lake:flod"] }, 400],
      [{ ...wait, details: { level: "high" } }, 400],
      [{ ...wait, details: undefined }, 400],
      [{ type: "activity.delay", activity: "1.1.1", causes: ["river:elections"] }, 400],
    ] as const) {
      expect(faultsOf(command, JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
      const answer = await server.ask("convening", "POST", "/v1/projects/p1/commands", wrong);
      expect([wrong.type, answer.status]).toEqual([wrong.type, status]);
    }
  });

  it("takes documents with the agency's codes, and refuses those of agencies that it does not know", async () => {
    const withEvent = (event: object) => ({
      ...document(),
      activities: [{ code: "1.1.1", events: [{ date: "2020-03", basis: "reported", ...event }] }],
    });
    const put = async (event: object) => {
      const answer = await server.ask("convening", "PUT", "/v1/projects/p1/framework", withEvent(event));
      const { problems = [] } = (await answer.json()) as { problems?: { where: { path: string } }[] };
      return [answer.status, problems.map(({ where }) => where.path)];
    };
    expect(await put({ type: "lake:wait", details: { level: 1 } })).toEqual([200, []]);
    expect(await put({ type: "lake:wait" })).toEqual([400, ["activities/0/events/0/details/level"]]);
    expect(await put({ type: "river:wait" })).toEqual([400, ["activities/0/events/0/type"]]);
    expect(await put({ type: "delayed", causes: ["river:elections"] })).toEqual([
      400,
      ["activities/0/events/0/causes/0"],
    ]);
  });

  it("is enough for openapi-typescript: what is misspelt does not compile", async () => {
    const calls = `
import type { components } from "./api.d.ts";
type Schemas = components["schemas"];
const send = (_: Schemas["Command"]) => {};
send({ type: "activity.lake:wait", activity: "1.1.1", causes: ["lake:flood"], details: { level: 4.5 } });
send({ type: "activity.delay", activity: "1.1.1", causes: ["lake:flood", "season"] });
// @ts-expect-error a misspelt command
send({ type: "activity.lake:wiat", activity: "1.1.1", details: { level: 4.5 } });
// @ts-expect-error a misspelt cause
send({ type: "activity.delay", activity: "1.1.1", causes: ["lake:flod"] });
// @ts-expect-error a misspelt detail
send({ type: "activity.lake:wait", activity: "1.1.1", details: { levle: 4.5 } });
export const waits = (view: Schemas["ProjectView"]): boolean => view.activities[0]?.state === "lake:waiting";
// @ts-expect-error a misspelt state
export const wrong = (view: Schemas["ProjectView"]): boolean => view.activities[0]?.state === "lake:wating";
export const level = (entry: Schemas["RecordedEvent"]): number | null =>
  entry.type === "activity.lake:wait" ? entry.data.details.level : null;
`;
    expect(await faultsOfCalls(text, calls)).toEqual([]);
  }, 300_000);
});
