import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FundCause } from "@cadre/core/lifecycle";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { document, filled, KEYS, type KeyName, testServer } from "../../test/server.ts";
import { createClient } from "./index.ts";

type Server = Awaited<ReturnType<typeof filled>>;
/** A client of a server in this process, with what it sent. */
function clientOf({ app }: Server, who: KeyName, url = "http://cadre.test") {
  const requests: Request[] = [];
  const own: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    return app.fetch(request);
  };
  return { client: createClient({ url, key: KEYS[who].secret, fetch: own }), requests };
}
const p1 = { param: { project: "p1" } };

describe("the client", () => {
  it("has every call of the OpenAPI, typed to the leaf", async () => {
    const server = await filled();
    const { client, requests } = clientOf(server, "convening");
    const project = client.v1.projects[":project"];
    const saved = await project.framework.$put({ ...p1, header: { "if-match": '"1"' }, json: document() });
    expect(saved.status === 200 && (await saved.json()).revision).toBe(2);
    const late = await project.framework.$put({ ...p1, header: { "if-match": '"1"' }, json: document() });
    expect(late.status === 409 && (await late.json()).code).toBe("conflict");
    const row = { indicator: "1.1.1", period: "2020-Q1", value: 12, recordedAt: "2020-04-10" };
    const added = await project.observations.$post({ ...p1, header: {}, json: [row] });
    expect(added.status === 200 && (await added.json()).accepted).toBe(1);
    await clientOf(server, "pbso").client.v1.projects[":project"].commands.$post({
      ...p1,
      ...{ header: {}, json: { type: "project.start" } },
    });
    const sent = await project.commands.$post({
      ...p1,
      header: { "idempotency-key": "delay-1" },
      json: { type: "activity.delay", activity: "1.1.1", causes: ["season"], effective: "2020-03" },
    });
    expect(sent.status === 200 && (await sent.json()).events.map(({ type }) => type)).toEqual([
      "activity.delayed",
    ]);
    const state = await project.$get(p1);
    expect(state.status === 200 && (await state.json()).activities[0]?.state).toBe("delayed");
    const listed = await client.v1.projects.$get({ query: {} });
    expect(listed.status === 200 && (await listed.json())[0]?.title).toBe("Dialogue along the river");
    const history = await project.history.$get({ ...p1, query: { from: "2" } });
    expect(history.status === 200 && (await history.json()).length).toBe(2);
    const computed = await project.results.$get({ ...p1, query: { by: "sex" } });
    expect(
      computed.status === 200 && (await computed.json()).find(({ code }) => code === "1.1.1")?.value,
    ).toBe(12);
    const inspected = await project.inspection.$get(p1);
    expect(inspected.status === 200 && (await inspected.json()).indicators.length).toBeGreaterThan(0);
    const findings = await project.findings.$get(p1);
    expect(findings.status === 200 && (await findings.json()).every(({ code }) => code !== "")).toBe(true);
    const data = await project.dashboard.data.$get(p1);
    expect(data.status === 200 && (await data.json()).format).toBe("cadre/dashboard");
    const file = await project.export[":format"].$get({
      param: { project: "p1", format: "json" },
      query: {},
    });
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect((await project.dashboard.$get({ ...p1, query: {} })).status).toBe(200);
    expect((await client.index.$get({ query: { lang: "fr" } })).status).toBe(200);
    for (const each of requests) {
      expect(each.headers.get("authorization")).toBe(`Bearer ${KEYS.convening.secret}`);
      expect(each.url).not.toContain(KEYS.convening.secret);
      if (each.method !== "GET") expect(each.headers.get("idempotency-key")).toMatch(/\S/);
    }
  });

  it("does not compile with a misspelt command or field", () => {
    const { client } = clientOf(testServer(), "viewer");
    const project = client.v1.projects[":project"];
    type Command = Parameters<typeof project.commands.$post>[0]["json"];
    type Row = Parameters<typeof project.observations.$post>[0]["json"][number];
    const send = (_: Command) => {};
    const add = (_: Row) => {};
    const never = () => {
      // @ts-expect-error a misspelt route
      project.framwork.$get(p1);
      // @ts-expect-error a misspelt command
      send({ type: "activity.dellay", activity: "1.1.1", causes: [] });
      // @ts-expect-error a misspelt field
      send({ type: "activity.start", activty: "1.1.1" });
      // @ts-expect-error a field too many
      send({ type: "activity.start", activity: "1.1.1", report: "annual" });
      // @ts-expect-error a cause that there is not
      send({ type: "activity.delay", activity: "1.1.1", causes: ["x"] });
      // @ts-expect-error the key goes in a header
      send({ type: "project.start", key: "x" });
      // @ts-expect-error a misspelt field of a row
      add({ indicator: "1", periode: "2020", recordedAt: "2020" });
    };
    expect(never).toBeTypeOf("function");
  });

  it("types each live event by its type", () => {
    const { client } = clientOf(testServer(), "viewer");
    const never = async () => {
      for await (const { event } of client.follow("p1")) {
        // @ts-expect-error a misspelt event
        event.type === "activity.dellayed";
        // @ts-expect-error an event that a profile would have to add
        event.type === "activity.river:put-on-hold";
        if (event.type !== "activity.delayed") continue;
        const causes: readonly FundCause[] = event.data.causes;
        // @ts-expect-error a misspelt cause
        event.data.causes.includes("seeson");
        // @ts-expect-error a misspelt field
        causes.includes(event.data.cuases);
        // @ts-expect-error a field of another event
        causes.includes(event.data.plan);
        // @ts-expect-error a misspelt field of the entry
        causes.includes(event.recordedOn);
      }
    };
    expect(never).toBeTypeOf("function");
  });

  it("follows events without a key in the address, and goes on after a cursor", async () => {
    const server = await filled();
    const { client, requests } = clientOf(server, "viewer", "http://cadre.test/");
    const send = (type: string) => server.ask("pbso", "POST", "/v1/projects/p1/commands", { type });
    const seen: string[] = [];
    let cursor = "0";
    for await (const { event, cursor: at } of client.follow("p1")) {
      seen.push(event.type);
      cursor = at;
      if (seen.length === 1) await send("project.start");
      else break;
    }
    await send("project.suspend");
    for await (const { event } of client.follow("p1", { after: cursor })) {
      seen.push(event.type);
      break;
    }
    expect(seen).toEqual(["project.opened", "project.started", "project.suspended"]);
    expect(requests.map(({ url }) => url)).toEqual(Array(2).fill("http://cadre.test/v1/projects/p1/events"));
    await expect(client.follow("p2").next()).rejects.toMatchObject({
      cause: { code: "denied", status: 403 },
    });
    const stop = new AbortController();
    const ended = (async () => {
      for await (const _ of client.follow("p1", { signal: stop.signal })) stop.abort();
    })();
    await ended.catch((error: Error) => expect(error.name).toBe("AbortError"));
  });

  it("imports no module of Node, and nothing of the server", async () => {
    const entry = fileURLToPath(new URL("./index.ts", import.meta.url));
    const { metafile, outputFiles } = await build({
      ...{ entryPoints: [entry], bundle: true, write: false, metafile: true, minify: true },
      ...{ format: "esm", platform: "browser", conditions: ["cadre-source"] },
    });
    const inputs = Object.keys(metafile.inputs);
    expect(
      inputs
        .filter((each) => !each.includes("/hono/"))
        .map((each) => each.split("/").at(-1))
        .sort(),
    ).toEqual(["client.ts", "event-stream.ts", "index.ts"]);
    expect(outputFiles[0]?.text).not.toMatch(/node:|require\(/);
    expect(readFileSync(entry, "utf8")).not.toContain("node:");
  });
});
