import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { CALLS } from "../test/generated-client.ts";
import { faultsOfCalls, openIn } from "../test/openapi.ts";
import { filled, type KeyName, testServer } from "../test/server.ts";

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  parameters?: { name: string; in: string; description?: string }[];
  requestBody?: { content: { "application/json": { schema: object; example?: unknown; examples?: object } } };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface OpenApi {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const text = await (await testServer().app.request("/openapi.json")).text();
const openapi = JSON.parse(text) as OpenApi;
const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
);
const schema = (each: object) => ({ ...each, components: openapi.components });
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
const faultsOf = (each: object, value: unknown): unknown[] => {
  ajv.validate(schema(each), value);
  return (ajv.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params]);
};

/** What the OpenAPI leaves open, and why. */
const OPEN = [
  { what: /^\w+\/properties\/extensions\/additionalProperties$/, why: "fields of others, kept as they came" },
  { what: /^Patch\/properties\/value$/, why: "what is written at any place of a document" },
  {
    what: /dashboard\/data\/get\/responses\/200\/content\/application\/json\/schema$/,
    why: "the page's own data, whose form goes with the version of the page",
  },
];

describe("the OpenAPI", () => {
  it("leaves nothing open but what is listed, each for its reason", () => {
    const { Json: _, ...schemas } = openapi.components.schemas;
    const open = openIn({ schemas, paths: openapi.paths }).map((each) =>
      each.replace(/^\/(schemas|paths)\//, ""),
    );
    expect(open.filter((each) => !OPEN.some(({ what }) => what.test(each)))).toEqual([]);
    for (const { what, why } of OPEN)
      expect([why, open.some((each) => what.test(each))]).toEqual([why, true]);
  });

  it("notices an open object", () => {
    for (const wrong of [
      { type: "object" },
      { type: "object", properties: { a: { type: "string" } }, additionalProperties: true },
      {},
    ])
      expect(openIn({ properties: { wrong } })).toEqual(["/properties/wrong"]);
  });

  it("names, groups and explains each operation, and documents what every write takes", () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect([new Set(ids).size, ids.every((id) => /^[a-z][A-Za-z]+$/.test(id))]).toEqual([ids.length, true]);
    const tags = openapi.tags.map(({ name }) => name);
    for (const { operationId, tags: own, summary, parameters = [], method, responses } of operations) {
      expect([operationId, own.every((tag) => tags.includes(tag)), own.length]).toEqual([
        operationId,
        true,
        1,
      ]);
      expect(summary.length).toBeGreaterThan(10);
      for (const { name, description } of parameters)
        expect([name, typeof description]).toEqual([name, "string"]);
      const headers = parameters.filter((each) => each.in === "header").map(({ name }) => name);
      expect([operationId, headers]).toEqual([
        operationId,
        method === "get" ? [] : ["idempotency-key", "if-match"],
      ]);
      for (const [status, { content = {} }] of Object.entries(responses))
        if (Number(status) >= 400) expect(Object.keys(content)).toEqual(["application/problem+json"]);
    }
  });

  it("has a command for each that the engine knows, and each is closed", () => {
    const { oneOf } = openapi.components.schemas.Command as { oneOf: { $ref: string }[] };
    expect(oneOf.length).toBeGreaterThan(35);
    expect(
      faultsOf({ $ref: "#/components/schemas/ActivityStart" }, { type: "activity.start", activty: "1.1.1" }),
    ).not.toEqual([]);
  });

  it("gives an example of each body, which the server takes", async () => {
    for (const { path, method, operationId, requestBody } of operations) {
      if (requestBody === undefined) continue;
      const { schema: own, example, examples = {} } = requestBody.content["application/json"];
      const values = example === undefined ? Object.values(examples).map(({ value }) => value) : [example];
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        expect([operationId, faultsOf(own, value)]).toEqual([operationId, []]);
        const server = await filled();
        await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start" });
        const answer = await server.ask(
          "convening",
          method.toUpperCase(),
          path.replace("{project}", "p1"),
          value,
        );
        expect([operationId, answer.status, await answer.text()]).toEqual([
          operationId,
          200,
          expect.any(String),
        ]);
      }
    }
  });
});

describe("answers", () => {
  it("are those that the OpenAPI describes, field by field", async () => {
    const server = await filled();
    const delay = { type: "activity.delay", activity: "1.1.1", causes: ["season"], effective: "2020-03" };
    const sent: [KeyName, string, string, unknown?][] = [
      ["pbso", "post", "/commands", { type: "project.start" }],
      ["convening", "post", "/commands", delay],
      ["convening", "post", "/commands", { type: "report.submit", report: "annual-2020" }],
      [
        "convening",
        "post",
        "/observations",
        [
          { indicator: "1.1.1", period: "2020-Q1", value: 12, recordedAt: "2020-04-10" },
          { indicator: "9.9.9", period: "2020-Q1", value: 12, recordedAt: "2020-04-10" },
        ],
      ],
      ["viewer", "get", ""],
      ["viewer", "get", "/history"],
      ["viewer", "get", "/framework"],
      ["viewer", "get", "/inspection"],
      ["viewer", "get", "/findings"],
      ["viewer", "get", "/results?by=sex,period"],
      ["viewer", "get", "/dashboard/data"],
    ];
    for (const [who, method, path, body] of sent) {
      const answer = await server.ask(who, method.toUpperCase(), `/v1/projects/p1${path}`, body);
      const own = openapi.paths[`/v1/projects/{project}${path.split("?")[0]}`]?.[method];
      const described = own?.responses["200"]?.content?.["application/json"]?.schema ?? {};
      expect([path, answer.status, faultsOf(described, await answer.json())]).toEqual([path, 200, []]);
    }
    const refused: [KeyName | null, string, string, unknown, number][] = [
      [null, "GET", "", undefined, 401],
      ["elsewhere", "GET", "", undefined, 403],
      ["viewer", "GET", "/export/wordstar", undefined, 404],
      ["viewer", "GET", "/results?asOf=x", undefined, 400],
      ["convening", "PUT", "/framework", "{", 400],
      ["convening", "POST", "/commands", { type: "project.open" }, 400],
      ["pbso", "POST", "/commands", { type: "project.start" }, 422],
    ];
    for (const [who, method, path, body, status] of refused) {
      const answer = await server.ask(who, method, `/v1/projects/p1${path}`, body, {
        "Accept-Language": "fr",
      });
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
        path,
        status,
        "application/problem+json",
      ]);
      const problem = (await answer.json()) as { type: string; status: number; code: string; title: string };
      expect([path, faultsOf({ $ref: "#/components/schemas/HttpProblem" }, problem)]).toEqual([path, []]);
      expect(problem).toMatchObject({ status, type: `urn:cadre:problem:${problem.code}` });
      expect(problem.title).not.toMatch(/\b(the|is|not)\b/);
    }
  });
});

describe("a client generated by openapi-typescript", () => {
  it("compiles against every documented call, and not with a misspelt command or field", async () => {
    const faults = await faultsOfCalls(text, CALLS);
    expect(faults).toEqual([]);
    for (const { operationId } of operations) expect(CALLS).toContain(`"${operationId}"`);
  }, 300_000);
});
