import type { FrameworkDocument } from "@cadre/core";
import { HOSTILE_TEXTS } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { document, filled, KEYS, open, testServer } from "../test/server.ts";
import { PUBLIC_PATHS } from "./routes/app.ts";

// The service as whoever means it ill finds it: each line of the table is a route of the generated OpenAPI, so that none is left out.

interface Operation {
  path: string;
  method: string;
}
async function operations(): Promise<Operation[]> {
  const { app } = testServer();
  const openapi = (await (await app.request("/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, object>;
  };
  expect(openapi.openapi).toBe("3.1.0");
  return Object.entries(openapi.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({
      path: path.replace("{project}", "p1").replace("{format}", "json"),
      method: method.toUpperCase(),
    })),
  );
}
const withBody = ({ method }: Operation) => method !== "GET";
const bodyOf = ({ method, path }: Operation): unknown =>
  method === "PUT"
    ? document()
    : method === "POST"
      ? path.endsWith("commands")
        ? { ...open, key: "x" }
        : []
      : undefined;

describe("every route of the generated OpenAPI", async () => {
  const all = await operations();

  it("is all of the app's routes, but for those that are public", () => {
    const { app } = testServer();
    const routes = new Set(
      app.routes
        .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
        .map(({ method, path }) => `${method} ${path.replace(":project", "p1").replace(":format", "json")}`),
    );
    for (const path of PUBLIC_PATHS) routes.delete(`GET ${path}`);
    expect([...routes].sort()).toEqual(all.map(({ method, path }) => `${method} ${path}`).sort());
    expect(all.length).toBeGreaterThanOrEqual(12);
  });

  it.each(all)(
    "$method $path denies without a key, with a wrong one, across projects and above a role",
    async (operation) => {
      const { ask, app } = await filled();
      const { method, path } = operation;
      const body = bodyOf(operation);
      expect((await ask(null, method, path, body)).status).toBe(401);
      for (const authorization of ["Bearer wrong", "Basic eDp5", "Bearer ", "Digest x"])
        expect((await app.request(path, { method, headers: { authorization } })).status).toBe(401);
      if (path === "/v1/projects") {
        const listed = (await (await ask("elsewhere", method, path)).json()) as unknown[];
        expect(listed).toEqual([]);
        return;
      }
      if (path === "/") {
        const rows = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(await (await ask("elsewhere", method, path)).text());
        expect(rows?.[1]).toBe("");
        return;
      }
      const across = await ask("elsewhere", method, path, body);
      expect([across.status, ((await across.json()) as { code: string }).code]).toEqual([403, "denied"]);
      if (method !== "GET") expect((await ask("viewer", method, path, body)).status).toBe(403);
    },
  );

  it.each(all)("$method $path takes hostile names for names", async (operation) => {
    const { ask } = await filled();
    for (const text of HOSTILE_TEXTS) {
      const path = operation.path.replace("/p1", `/${encodeURIComponent(text)}`);
      const answer = await ask("secretariat", operation.method, path, bodyOf(operation));
      expect(answer.status).toBeLessThan(500);
      if (path !== operation.path) expect([400, 404]).toContain(answer.status);
    }
  });
});

describe("what is no proper request", async () => {
  const all = (await operations()).filter(withBody);
  const send = (
    { app }: { app: { request: (path: string, init: RequestInit) => Response | Promise<Response> } },
    { method, path }: Operation,
    body: string | ReadableStream<Uint8Array>,
    type: string,
    who: "convening" | "pbso" = "convening",
  ) =>
    app.request(path, {
      method,
      body,
      headers: {
        Authorization: `Bearer ${KEYS[who].secret}`,
        ...(type !== "" && { "Content-Type": type }),
      },
      ...(body instanceof ReadableStream && { duplex: "half" }),
    } as RequestInit);
  /** A body of unknown length that never says how much is still to come; says how much of it was taken. */
  const endless = () => {
    const taken = { bytes: 0 };
    const chunk = new TextEncoder().encode(`"${"x".repeat(10_000)}",`);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken.bytes += chunk.length;
        if (taken.bytes > 50_000_000) controller.close();
        else controller.enqueue(chunk);
      },
    });
    return { taken, stream };
  };

  it.each(all)("is refused by $method $path, and changes nothing", async (operation) => {
    const server = await filled({ maxBodyBytes: 100_000 });
    const before = [
      (await server.engine.state("p1")).position,
      (await server.documents.document("p1"))?.revision,
    ];
    const json = "application/json";
    const long = JSON.stringify({ text: "x".repeat(200_000) });
    for (const [body, type, status] of [
      ["{", json, 400],
      ["", json, 400],
      ["null", json, 400],
      ['"text"', json, 400],
      ["[1]", json, 400],
      ["{} trailing", json, 400],
      ["\ufeff\u0000{}", json, 400],
      [`${"[".repeat(50_000)}`, json, 400],
      ["<a/>", "application/xml", 415],
      ["a=1", "application/x-www-form-urlencoded", 415],
      ["{}", "text/plain", 415],
      ["{}", "multipart/form-data; boundary=x", 415],
      ["{}", "", 415],
      [long, json, 413],
    ] as const) {
      const answer = await send(server, operation, body, type);
      expect([body.slice(0, 20), type, answer.status]).toEqual([body.slice(0, 20), type, status]);
      expect(await answer.json()).toMatchObject({
        requestId: expect.stringMatching(/^[\w-]{8,}$/),
        problems: expect.any(Array),
      });
    }
    const { taken, stream } = endless();
    expect((await send(server, operation, stream, json)).status).toBe(413);
    expect(taken.bytes).toBeLessThan(1_000_000);
    const after = [
      (await server.engine.state("p1")).position,
      (await server.documents.document("p1"))?.revision,
    ];
    expect(after).toEqual(before);
  });
});

/** Every place of a JSON value that holds a text, as a way to write another there. */
function* textPlaces(value: unknown): Generator<(text: string) => void> {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [name, held] of Object.entries(holder)) {
    if (typeof held === "string")
      yield (text) => {
        holder[name] = text;
      };
    else yield* textPlaces(held);
  }
}

describe("a hostile text in every field that takes one", async () => {
  const all = (await operations()).filter(withBody);
  const rows = [
    {
      indicator: "1.1.1",
      period: "2020-Q1",
      value: 1,
      categories: { sex: "male" },
      recordedAt: "2020-04-10",
      source: "PAM",
      place: "Mopti",
    },
  ];
  const texts = [...HOSTILE_TEXTS, "../../etc/passwd", "\u0000", "\ud800", "constructor", "x".repeat(20_000)];
  const body = (operation: Operation) => (operation.path.endsWith("observations") ? rows : bodyOf(operation));

  it.each(all)("$method $path keeps as a text, or refuses; never stumbles", async (operation) => {
    const { ask } = await filled();
    const count = [...textPlaces(structuredClone(body(operation)))].length;
    expect(count).toBeGreaterThan(5);
    let accepted = 0;
    for (let index = 0; index < count; index += 1) {
      for (const [position, text] of texts.entries()) {
        const sent = structuredClone(body(operation));
        [...textPlaces(sent)][index]?.(text);
        // A key of its own, so that no command is taken for one that was done.
        if (operation.path.endsWith("commands") && (sent as typeof open).key === "x")
          (sent as typeof open).key = `x-${index}-${position}`;
        const who = operation.path.endsWith("commands") ? "pbso" : "convening";
        const answer = await ask(who, operation.method, operation.path, sent);
        const answered = await answer.text();
        expect([index, text, answer.status < 500, answered]).toEqual([index, text, true, answered]);
        if (answer.status !== 200)
          expect(JSON.parse(answered)).toMatchObject({ problems: expect.any(Array) });
        else if (operation.method === "PUT") {
          accepted += 1;
          const back = await ask("viewer", "GET", operation.path);
          // A lone half of a pair is no text that JSON in UTF-8 can carry.
          if (text !== "\ud800")
            expect(((await back.json()) as { document: FrameworkDocument }).document).toEqual(sent);
        }
      }
    }
    if (operation.method === "PUT") expect(accepted).toBeGreaterThan(texts.length);
    const page = await (await ask("viewer", "GET", "/v1/projects/p1/dashboard")).text();
    expect(page).not.toContain('<script>alert("x")');
    expect((await ask("viewer", "GET", "/v1/projects/p1")).status).toBe(200);
  });

  it("of an address or a header is answered with a refusal, or as if it were not there", async () => {
    const { ask, app } = await filled();
    for (const text of texts) {
      const encoded = encodeURIComponent(text.replace("\ud800", "\ufffd"));
      for (const query of [
        "results?by=",
        "results?asOf=",
        "dashboard?lang=",
        "history?from=",
        "history?limit=",
      ]) {
        const answer = await ask("viewer", "GET", `/v1/projects/p1/${query}${encoded}`);
        expect([query, text, answer.status]).toEqual([query, text, 400]);
      }
      if (!/^[\x20-\x7e]*$/.test(text)) continue;
      const put = await ask("convening", "PUT", "/v1/projects/p1/framework", document(), {
        "If-Match": text,
      });
      expect(put.status).toBe(400);
      const keyed = await ask("convening", "PUT", "/v1/projects/p1/framework", document(), {
        "Idempotency-Key": text,
      });
      expect([200, 400, 409]).toContain(keyed.status);
      for (const scheme of ["Bearer", "Basic", ""])
        expect(
          (await app.request("/v1/projects", { headers: { Authorization: `${scheme} ${text}` } })).status,
        ).toBe(401);
    }
  });
});

describe("an app that is mounted without keys", () => {
  it("is none: what ends like a public path is not public", async () => {
    const { app } = await filled();
    for (const path of [
      "/v1/projects/health",
      "/v1/projects/openapi.json",
      "/v1/projects/p1/export/health",
      "/health/",
      "//health",
      "/v1/projects/p1/framework?x=/health",
      "/v1/projects/p1/framework/../health",
    ])
      expect([path, (await app.request(path)).status]).toEqual([path, 401]);
    for (const path of PUBLIC_PATHS) expect((await app.request(path)).status).toBe(200);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])("does not open to %s", async (method) => {
    const { app } = await filled();
    if (method !== "TRACE") expect((await app.request("/v1/projects/p1", { method })).status).toBe(401);
    const request = { method, headers: { Authorization: `Bearer ${KEYS.pbso.secret}` } };
    if (method !== "TRACE") expect((await app.request("/v1/projects/p1", request)).status).toBe(404);
    // A header cannot make one method of another.
    const over = await app.request("/v1/projects/p1/framework", {
      headers: { Authorization: `Bearer ${KEYS.viewer.secret}`, "X-HTTP-Method-Override": method },
    });
    expect(over.status).toBe(200);
  });
});

describe("the log", () => {
  it("has a line a request, with its id and no secret", async () => {
    const { ask, lines } = await filled();
    const secret = KEYS.viewer.secret;
    const answer = await ask("viewer", "GET", "/v1/projects/p1/results?by=height", undefined, {
      Cookie: `c=${secret}`,
    });
    await ask(null, "GET", "/v1/projects/p1");
    expect(lines.at(-2)).toMatchObject({
      level: "info",
      method: "GET",
      path: "/v1/projects/p1/results",
      status: 400,
      actor: "vera",
    });
    expect(lines.at(-2)?.requestId).toBe(((await answer.json()) as { requestId: string }).requestId);
    expect(lines.at(-1)).toMatchObject({ status: 401, actor: null });
    // Nor is a secret read where it must not be: in the address's query, in a body, in a text that JSON stumbles over.
    await ask("viewer", "GET", `/v1/projects?key=${secret}`);
    await ask("convening", "PUT", "/v1/projects/p1/framework", `{"project": ${secret}`);
    await ask("pbso", "POST", "/v1/projects/p1/commands", { ...open, key: "log", token: secret });
    await ask("viewer", "GET", "/v1/projects/p1/framework", undefined, { "If-Match": secret });
    for (const { secret: each, key } of Object.values(KEYS)) {
      expect(JSON.stringify(lines)).not.toContain(each);
      expect(JSON.stringify(lines)).not.toContain(key.hash);
    }
  });
});
