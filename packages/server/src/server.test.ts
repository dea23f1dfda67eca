import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { FrameworkDocument } from "@cadre/core";
import { hostileDocument } from "@cadre/testkit";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { document, filled, KEYS, open, testServer } from "../test/server.ts";
import { type ApiKey, makeKey } from "./auth/index.ts";
import { createClient } from "./client/index.ts";
import { listen } from "./node/index.ts";

describe("documents and values", () => {
  it("are saved, read, computed, checked and exported", async () => {
    const { ask } = await filled();
    const rows = [
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
        categories: { sex: "male" },
        recordedAt: "2020-04-10",
      },
      { indicator: "9.9.9", period: "2020-Q1", value: 8, recordedAt: "2020-04-10" },
    ];
    const reported = await ask("recipient", "POST", "/v1/projects/p1/observations", rows, {
      "Idempotency-Key": "batch-1",
    });
    expect(await reported.json()).toMatchObject({
      accepted: 2,
      rejected: [{ row: 2, code: "unknown-indicator" }],
      duplicate: false,
    });
    const again = await ask("recipient", "POST", "/v1/projects/p1/observations", rows, {
      "Idempotency-Key": "batch-1",
    });
    expect(await again.json()).toMatchObject({ accepted: 2, duplicate: true });
    const results = (await (await ask("viewer", "GET", "/v1/projects/p1/results?by=sex")).json()) as {
      code: string;
    }[];
    expect(results.find(({ code }) => code === "1.1.1")).toMatchObject({
      value: 20,
      percentOfTarget: 0.5,
      cells: expect.arrayContaining([{ at: { sex: "female" }, value: 12, reported: 12 }]),
    });
    expect((await ask("viewer", "GET", "/v1/projects/p1/results?by=height")).status).toBe(400);
    const inspection = (await (await ask("viewer", "GET", "/v1/projects/p1/inspection")).json()) as {
      budget: { total: number };
    };
    expect(inspection.budget.total).toBe(1_000_000.12);
    expect(await (await ask("viewer", "GET", "/v1/projects/p1/findings")).json()).toEqual(expect.any(Array));
    const exported = await ask("viewer", "GET", "/v1/projects/p1/export/json");
    const withActual = document();
    const [first] = withActual.outcomes.flatMap(({ outputs }) =>
      outputs.flatMap(({ indicators }) => indicators),
    );
    if (first !== undefined) first.actual = { value: { kind: "number", value: 20 } };
    expect(await exported.json()).toEqual(withActual);
    expect(exported.headers.get("content-disposition")).toBe('attachment; filename="p1.json"');
    expect((await ask("viewer", "GET", "/v1/projects/p1/export/wordstar")).status).toBe(404);
    const listed = await (await ask("viewer", "GET", "/v1/projects")).json();
    expect(listed).toEqual([{ project: "p1", title: "Dialogue along the river", revision: 1 }]);
  });

  it("takes a value that is to be determined, which leaves its total open", async () => {
    const { ask } = await filled();
    const row = { indicator: "1.1.1", period: "2020-Q1", recordedAt: "2020-04-10" };
    const rows = [
      { ...row, value: 12, categories: { sex: "female" } },
      { ...row, reason: "to-be-determined", categories: { sex: "male" } },
      { ...row, source: "B", value: 1, reason: "no-data" },
    ];
    const reported = await ask("recipient", "POST", "/v1/projects/p1/observations", rows);
    expect(await reported.json()).toMatchObject({
      accepted: 2,
      rejected: [{ row: 2, column: "reason", code: "value-and-reason" }],
    });
    const results = (await (await ask("viewer", "GET", "/v1/projects/p1/results")).json()) as {
      code: string;
    }[];
    expect(results.find(({ code }) => code === "1.1.1")).toMatchObject({
      ...{ value: null, reason: "value-unknown", bounds: { low: 12, high: null } },
    });
  });

  it("keep fields that they do not have, and say so", async () => {
    const { ask } = await filled();
    const more = { ...document(), donor: "Sweden", perods: [] };
    const saved = await ask("convening", "PUT", "/v1/projects/p1/framework", more);
    expect(await saved.json()).toMatchObject({
      findings: [
        { code: "unknown-field", found: "donor", expected: null },
        { code: "unknown-field", found: "perods", expected: "periods" },
      ],
    });
    const read = (await (await ask("viewer", "GET", "/v1/projects/p1/framework")).json()) as {
      document: FrameworkDocument;
    };
    expect(read.document.extensions).toEqual({ donor: "Sweden", perods: [] });
  });

  it("are not overwritten by who saw an older revision", async () => {
    const { ask } = await filled();
    const put = (match: string) =>
      ask("convening", "PUT", "/v1/projects/p1/framework", document(), { "If-Match": match });
    const first = await ask("viewer", "GET", "/v1/projects/p1/framework");
    const tag = first.headers.get("etag") ?? "";
    expect((await put(tag)).status).toBe(200);
    const late = await put(tag);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, "conflict"]);
    expect((await put("yesterday")).status).toBe(400);
  });

  it("show hostile texts as texts on the dashboard", async () => {
    const { ask } = testServer();
    await ask("convening", "PUT", "/v1/projects/p1/framework", hostileDocument());
    const page = await (await ask("viewer", "GET", "/v1/projects/p1/dashboard?lang=fr")).text();
    expect(page).toContain("&lt;script&gt;alert");
    expect(page).not.toContain('<script>alert("x")');
    const back = (await (await ask("viewer", "GET", "/v1/projects/p1/framework")).json()) as {
      document: FrameworkDocument;
    };
    expect(back.document).toEqual(hostileDocument());
  });

  it("that are not there are reported so", async () => {
    const { ask } = testServer();
    for (const path of ["framework", "inspection", "findings", "results", "dashboard", "export/json", ""])
      expect(
        (await ask("secretariat", "GET", `/v1/projects/nowhere${path === "" ? "" : `/${path}`}`)).status,
      ).toBe(404);
    expect((await ask("secretariat", "POST", "/v1/projects/nowhere/observations", [])).status).toBe(404);
  });
});

describe("commands", () => {
  it("are done once, refused with reasons, conflict where the project has gone on", async () => {
    const { ask } = await filled();
    const send = (body: object, who: "recipient" | "pbso" | "convening" = "recipient") =>
      ask(who, "POST", "/v1/projects/p1/commands", body);
    const start = { type: "activity.start", activity: "1.1.1", key: "start-1" };
    expect((await send({ type: "project.start", key: "s" }, "pbso")).status).toBe(200);
    expect(await (await send(start)).json()).toMatchObject({ duplicate: false });
    expect(await (await send(start)).json()).toMatchObject({ duplicate: true });
    const twice = await send({ ...open, key: "open-2" }, "pbso");
    expect([twice.status, ((await twice.json()) as { code: string }).code]).toEqual([422, "refused"]);
    const late = await send({ type: "activity.complete", activity: "1.1.1", key: "c", expectedPosition: 1 });
    expect(late.status).toBe(409);
    expect((await send({ type: "activity.explode", key: "e" })).status).toBe(400);
    const view = await (await ask("viewer", "GET", "/v1/projects/p1")).json();
    expect(view).toMatchObject({ activities: [{ code: "1.1.1", state: "in-progress" }] });
    const history = (await (await ask("viewer", "GET", "/v1/projects/p1/history")).json()) as {
      type: string;
      actor: { id: string };
    }[];
    expect(history.at(-1)).toMatchObject({ type: "activity.started", actor: { id: "rita" } });
  });

  it("name no sender, project, key or position in the body, where they would not count", async () => {
    const { app, engine } = await filled();
    const forged = {
      ...{ type: "project.start", project: "p2", key: "forged", expectedPosition: 0 },
      actor: { id: "paul", role: "pbso", agency: null },
    };
    const answer = await app.request("/v1/projects/p1/commands", {
      method: "POST",
      headers: { Authorization: `Bearer ${KEYS.recipient.secret}`, "Content-Type": "application/json" },
      body: JSON.stringify(forged),
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
    const { problems } = (await answer.json()) as {
      problems: { where: { path: string }; expected: string }[];
    };
    expect(problems.map(({ where, expected }) => [where.path, expected])).toEqual([
      ["project", "the project in the address alone"],
      ["actor", "no actor: it is the sender's"],
      ["key", "the header Idempotency-Key"],
      ["expectedPosition", "the header If-Match"],
    ]);
    expect(await engine.projects()).toEqual(["p1"]);
    expect((await engine.history("p1")).length).toBe(1);
  });

  it("of five hundred writers at once are none of them lost", async () => {
    const { ask, engine } = await filled();
    await ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start", key: "s" });
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        ask("convening", "POST", "/v1/projects/p1/commands", {
          type: "schedule.set-dates",
          key: `dates-${index}`,
          dates: {
            code: "1.1.1",
            start: "2020-02-01",
            end: `2020-${String(3 + (index % 9)).padStart(2, "0")}-01`,
          },
        }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const keys = new Set((await engine.history("p1", { from: 1, limit: 1000 })).map(({ key }) => key));
    expect(Array.from({ length: 500 }, (_, index) => keys.has(`dates-${index}`)).every(Boolean)).toBe(true);
    expect((await engine.verify("p1")).ok).toBe(true);
  });
});

describe("who asks too often", () => {
  it("waits, and is reported how long", async () => {
    const { ask } = testServer({ rate: { burst: 3, perSecond: 1 } });
    const statuses = [];
    for (let index = 0; index < 5; index += 1)
      statuses.push((await ask("viewer", "GET", "/v1/projects")).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await ask("viewer", "GET", "/v1/projects")).headers.get("retry-after")).toBe("1");
    expect((await ask("secretariat", "GET", "/v1/projects")).status).toBe(200);
  });
});

describe("over the network", () => {
  let address = "";
  let close = async (): Promise<void> => {};
  let server: Awaited<ReturnType<typeof filled>>;
  beforeAll(async () => {
    server = await filled();
    const listening = await listen(server, { port: 0, requestTimeoutMs: 1500 });
    address = listening.address;
    close = listening.close;
  });
  afterAll(() => close());

  it("a typed client asks", async () => {
    const client = createClient({ url: address, key: KEYS.viewer.secret });
    const answer = await client.v1.projects[":project"].framework.$get({ param: { project: "p1" } });
    expect(answer.status).toBe(200);
    if (answer.status === 200)
      expect((await answer.json()).document.project.title).toBe("Dialogue along the river");
  });

  it("the record is streamed as it grows, from where the listener left off", async () => {
    const stop = new AbortController();
    const answer = await fetch(`${address}/v1/projects/p1/events`, {
      headers: { Authorization: `Bearer ${KEYS.viewer.secret}`, "Last-Event-ID": "0" },
      signal: stop.signal,
    });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    let text = "";
    const decoder = new TextDecoder();
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        if (text.includes("project.started")) return;
      }
    })();
    await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start", key: "live" });
    await reading;
    stop.abort();
    expect(text).toContain("event: project.opened");
    const { position, hash } = await server.engine.state("p1");
    expect(text.match(/^id: (.+)$/gm)?.at(-1)).toBe(`id: ${position}-${hash.slice(0, 16)}`);
  });

  it("a body that does not come is not waited for", async () => {
    const started = Date.now();
    const status = await new Promise<number | string>((resolve) => {
      const request = httpRequest(`${address}/v1/projects/p1/framework`, {
        method: "PUT",
        headers: {
          Authorization: `Bearer ${KEYS.convening.secret}`,
          "Content-Type": "application/json",
          "Content-Length": "1000",
        },
      });
      request.on("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
      request.write("{");
    });
    expect([400, 408, "ECONNRESET"]).toContain(status);
    // By default it would be waited for 30 s.
    expect(Date.now() - started).toBeLessThan(29_000);
  });

  it("headers that do not end are not waited for", async () => {
    const { hostname, port } = new URL(address);
    const closed = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: "),
      );
      socket.resume();
      socket.on("close", () => resolve(true));
      socket.on("error", () => {});
    });
    expect(closed).toBe(true);
  });
});

describe("another application", () => {
  it("mounts the app inside its own", async () => {
    const { app } = testServer();
    const outer = new Hono().get("/", (c) => c.text("ours")).route("/cadre", app);
    expect(await (await outer.request("/")).text()).toBe("ours");
    expect((await outer.request("/cadre/health")).status).toBe(200);
    expect((await outer.request("/cadre/v1/projects")).status).toBe(401);
  });

  it("lets whom it will look without a key", async () => {
    const { app } = testServer({ anonymous: { ...KEYS.viewer.key, id: "guest", projects: "all" } });
    expect((await app.request("/v1/projects")).status).toBe(200);
    const body = JSON.stringify({ ...open, key: "guest" });
    const sent = await app.request("/v1/projects/p1/commands", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
    expect(sent.status).toBe(403);
  });
});

describe("a holder whose secret is replaced", () => {
  it("is let in by both until the old one is taken away, as one actor", async () => {
    const { secret: old, key: before } = KEYS.convening;
    const { secret: fresh, key: after } = makeKey({
      id: before.id,
      role: before.role,
      agency: before.agency,
      projects: before.projects,
    });
    const asked = async (keys: ApiKey[]) => {
      const { app, lines } = testServer({ keys });
      for (const secret of [old, fresh])
        await app.request("/v1/projects", { headers: { Authorization: `Bearer ${secret}` } });
      return lines.map(({ status, actor }) => [status, actor]);
    };
    const cora = [200, before.id];
    expect(await asked([before, after])).toEqual([cora, cora]);
    expect(await asked([after])).toEqual([[401, null], cora]);
  });
});
