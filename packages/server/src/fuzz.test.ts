import { hostileDocument } from "@cadre/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  almost,
  HOSTILE_STRINGS,
  hostileJson,
  hostileLeaves,
  type JsonSchema,
  type Leaves,
} from "../test/hostile.ts";
import { document, filled, KEYS, type KeyName, open } from "../test/server.ts";

// Every route of the OpenAPI is asked by its own schemas, and by shapes that are not by them: no answer is a 500, none is without bound.

const RUNS = process.env.CADRE_FULL === "1" ? 4000 : 150;
const MAX_ANSWER = 4_000_000;

interface Parameter {
  name: string;
  in: string;
  schema: JsonSchema;
}
interface Operation {
  method: string;
  path: string;
  parameters: Parameter[];
  body: JsonSchema | null;
}

const server = await filled();
await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start", key: "start" });
const openapi = (await (await server.app.request("/openapi.json")).json()) as {
  paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: unknown }>>;
  components: { schemas: Record<string, JsonSchema> };
};
const components = openapi.components.schemas;

const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { parameters = [], requestBody }]) => {
    const body = (requestBody as { content: { "application/json": { schema: JsonSchema } } } | undefined)
      ?.content["application/json"].schema;
    return {
      ...{ method: method.toUpperCase(), path, parameters },
      body: body ?? null,
    };
  }),
);

/** An address of a route with hostile parameters, of which the project is mostly one that is there. */
const addresses = ({
  path,
  parameters,
}: Operation): fc.Arbitrary<{ url: string; headers: Record<string, string> }> => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE_STRINGS), fc.string({ maxLength: 30 }));
  const names = parameters
    .filter((each) => each.in !== "path")
    .map(({ name, in: where }) => ({ name, where }));
  return fc
    .record({
      project: fc.oneof({ weight: 6, arbitrary: fc.constant("p1") }, { weight: 1, arbitrary: text }),
      format: fc.oneof(fc.constant("json"), text),
      right: fc.boolean(),
      values: fc.array(
        fc.option(fc.oneof(text, fc.constantFrom("sex", "period", "1", "-1", '"1"', "en", "2020-01-01"))),
        {
          minLength: names.length + 1,
          maxLength: names.length + 1,
        },
      ),
    })
    .map(({ project, format, values, right }) => {
      const encode = (value: string) => encodeURIComponent(value.replace(/[\ud800-\udfff]/g, "\ufffd"));
      const query: string[] = [];
      const headers: Record<string, string> = {};
      for (const [index, { name, where }] of names.entries()) {
        const value = values[index] ?? null;
        if (value === null || right) continue;
        if (where === "query") query.push(`${name}=${encode(value)}`);
        else if (/^[\x20-\x7e]*$/.test(value)) headers[name] = value;
      }
      const last = values.at(-1) ?? null;
      if (path.endsWith("/events") && last !== null && /^[\x20-\x7e]*$/.test(last))
        headers["Last-Event-ID"] = last;
      const address = path.replace("{project}", encode(project)).replace("{format}", encode(format));
      return { url: query.length === 0 ? address : `${address}?${query.join("&")}`, headers };
    });
};

/** The length of an answer; of one that goes on, its beginning. */
async function lengthOf(response: Response): Promise<number> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream"))
    return (await response.arrayBuffer()).byteLength;
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return value?.length ?? 0;
}

/** Each key, those that may write more often. */
const WHO: KeyName[] = [...(Object.keys(KEYS) as KeyName[]), "convening", "convening", "pbso", "secretariat"];

describe.each(operations)("$method $path", (operation) => {
  it("answers whatever it is asked with less than 500, and within bounds", async () => {
    const body =
      operation.body === null
        ? fc.constant(undefined)
        : fc.oneof(
            { weight: 3, arbitrary: almost(operation.body, components) },
            { weight: 1, arbitrary: hostileJson },
            // What is right but for one place gets furthest.
            {
              weight: 6,
              arbitrary: fc
                .tuple(fc.constantFrom(...rightFor(operation)), fc.nat(), hostileLeaves)
                .map(([whole, index, leaves]) => withValueAt(structuredClone(whole), index, leaves)),
            },
          );
    const counts = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        addresses(operation),
        body,
        fc.constantFrom(...WHO),
        async ({ url, headers }, body, who) => {
          const response = await server.ask(
            who,
            operation.method,
            url,
            body === undefined ? undefined : JSON.stringify(body),
            headers,
          );
          const length = await lengthOf(response);
          expect([response.status < 500, response.status, server.lines.at(-1)?.error ?? null]).toEqual([
            true,
            response.status,
            null,
          ]);
          expect(length).toBeLessThan(MAX_ANSWER);
          counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
          // What was saved is what every reader meets from now on.
          if (operation.method !== "GET" && response.status === 200)
            for (const path of [
              "",
              "/inspection",
              "/findings",
              "/results?by=period",
              "/dashboard",
              "/dashboard/data",
            ]) {
              const read = await server.ask("secretariat", "GET", `/v1/projects/p1${path}`);
              expect([path, read.status, server.lines.at(-1)?.error ?? null]).toEqual([path, 200, null]);
              expect(await lengthOf(read)).toBeLessThan(MAX_ANSWER);
            }
        },
      ),
      { numRuns: RUNS },
    );
    if (process.env.CADRE_SHOW === "1") console.log(operation.method, operation.path, [...counts]);
  }, 600_000);
});

describe("names of the language itself", () => {
  it.each(["constructor", "valueof", "hasownproperty"])(
    "%s is a report's name like any other",
    async (report) => {
      const answer = await server.ask("convening", "POST", "/v1/projects/p1/commands", {
        ...{ type: "report.submit", report, key: `submit ${report}` },
      });
      expect([answer.status, server.lines.at(-1)?.error ?? null]).toEqual([200, null]);
      const view = (await (await server.ask("viewer", "GET", "/v1/projects/p1")).json()) as {
        reports: { report: string }[];
      };
      expect(view.reports.map((each) => each.report)).toContain(report);
    },
  );

  it.each(["constructor", "__proto__", "toString"])("%s is no axis, format or project", async (name) => {
    for (const [path, status] of [
      [`/v1/projects/p1/results?by=${name}`, 400],
      [`/v1/projects/p1/export/${name}`, 404],
      [`/v1/projects/${name}/framework`, name === "__proto__" ? 400 : 404],
      ["/v1/projects/p1/results?asOf=2020-99-99", 400],
    ] as const)
      expect([path, (await server.ask("secretariat", "GET", path)).status]).toEqual([path, status]);
    const put = await server.ask("convening", "PUT", "/v1/projects/p1/framework", document(), {
      "If-Match": "-1",
    });
    expect(put.status).toBe(400);
  });
});

/** Bodies that a route accepts. */
function rightFor({ path }: Operation): unknown[] {
  if (path.endsWith("/framework")) return [document(), hostileDocument()];
  if (path.endsWith("/observations"))
    return [
      [
        {
          indicator: "1.1.1",
          period: "2020-Q1",
          value: 12,
          categories: { sex: "female" },
          recordedAt: "2020-04-10",
        },
        {
          indicator: "1.1.1",
          period: "2020-Q1",
          value: 8,
          source: "PAM",
          place: "Mopti",
          recordedAt: "2020-04-11",
        },
      ],
    ];
  const activity = "1.1.1";
  return [
    { ...open, key: "again" },
    { type: "activity.start", key: "a", activity, effective: "2020-03", reason: "x" },
    { type: "activity.delay", key: "b", activity, causes: ["season"], expectedUntil: "2020-09" },
    { type: "activity.cancel", key: "c", activity, effective: null },
    { type: "report.submit", key: "d", report: "annual-2020" },
    {
      type: "schedule.set-dates",
      key: "e",
      dates: { code: activity, start: "2020-02-01", end: "2020-03-01" },
    },
    {
      type: "money.move",
      key: "f",
      moves: [{ from: "a", to: "b", amount: { amount: 100, currency: "USD" } }],
    },
  ];
}

/** A value with another at one of its places: mostly one of the same type. */
function withValueAt(whole: unknown, index: number, { string, number, any, wild }: Leaves): unknown {
  const places: [holder: Record<string, unknown>, name: string][] = [];
  const visit = (each: unknown) => {
    if (typeof each !== "object" || each === null) return;
    for (const [name, within] of Object.entries(each)) {
      places.push([each as Record<string, unknown>, name]);
      visit(within);
    }
  };
  visit(whole);
  const [holder, name] = places[index % places.length] ?? [{}, ""];
  const held = holder[name];
  holder[name] = wild ? any : typeof held === "string" ? string : typeof held === "number" ? number : any;
  return whole;
}
