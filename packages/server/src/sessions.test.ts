import { describe, expect, it } from "vitest";
import { document, filled, KEYS, testServer } from "../test/server.ts";
import type { Session } from "./auth/index.ts";

// A host that knows its users by a cookie, and programs by a token of its own.
const USERS: Record<string, Session> = {
  "sid=cora": { id: "cora", role: "convening-agency", agency: "PAM", projects: ["p1"] },
  "sid=vera": { id: "vera", role: "viewer", agency: null },
};
const authenticate = async (request: Request): Promise<Session | null> =>
  USERS[request.headers.get("cookie") ?? ""] ??
  (request.headers.get("authorization") === "Bearer jwt-of-sam"
    ? { id: "sam", role: "secretariat", agency: null }
    : null);
type Server = ReturnType<typeof testServer>;
const ask = ({ app }: Server, headers: Record<string, string>, path = "/v1/projects/p1", body?: unknown) =>
  app.request(path, {
    method: body === undefined ? "GET" : path.endsWith("framework") ? "PUT" : "POST",
    headers: { Host: "host.example", "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const cora = { Cookie: "sid=cora" };

describe("a host's own sessions", () => {
  it("say who asks: their role and their projects hold, as those of keys do", async () => {
    const server = await filled({ authenticate });
    expect((await ask(server, cora)).status).toBe(200);
    expect((await ask(server, { Authorization: "Bearer jwt-of-sam" })).status).toBe(200);
    expect((await ask(server, {})).status).toBe(401);
    expect((await ask(server, { Cookie: "sid=other" })).status).toBe(401);
    expect((await ask(server, { Authorization: `Bearer ${KEYS.viewer.secret}` })).status).toBe(200);
    expect((await ask(server, cora, "/v1/projects/p1/framework", document())).status).toBe(200);
    expect((await ask(server, cora, "/v1/projects/p2/framework", document())).status).toBe(403);
    expect((await ask(server, { Cookie: "sid=vera" }, "/v1/projects/p1/framework", document())).status).toBe(
      403,
    );
    await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start" });
    const sent = await ask(server, cora, "/v1/projects/p1/commands", {
      type: "activity.start",
      activity: "1.1.1",
    });
    expect(sent.status).toBe(200);
    expect((await server.engine.history("p1")).at(-1)?.actor).toEqual({
      ...{ id: "cora", role: "convening-agency", agency: "PAM" },
    });
    const above = await ask(server, cora, "/v1/projects/p1/commands", { type: "project.close" });
    expect(above.status).toBe(403);
    expect((await server.engine.denials("p1")).at(-1)?.actor.id).toBe("cora");
  });

  it("hold while a request of theirs is answered, and no longer", async () => {
    const server = await filled({ authenticate });
    await server.ask("pbso", "POST", "/v1/projects/p1/commands", { type: "project.start" });
    await ask(server, cora);
    const actor = { id: "cora", role: "secretariat" as const, agency: null };
    const answer = await server.engine.execute({
      type: "report.review",
      report: "x",
      project: "p1",
      key: "k",
      actor,
    });
    expect(answer).toMatchObject({ ok: false, kind: "denied" });
  });

  it("are limited in requests by their user", async () => {
    const server = testServer({ authenticate, rate: { burst: 2, perSecond: 0.001 } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask(server, cora, "/v1/projects")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask(server, { Cookie: "sid=vera" }, "/v1/projects")).status).toBe(200);
  });

  it("that a browser sends by itself do not count for pages of other sites", async () => {
    const server = await filled({ authenticate, cors: ["https://pages.example"] });
    const from = (origin: string) => ask(server, { ...cora, Origin: origin });
    expect((await from("http://host.example")).status).toBe(200);
    expect((await from("https://pages.example")).status).toBe(200);
    expect((await from("https://evil.example")).status).toBe(403);
    expect((await ask(server, { ...cora, "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  it("that fail are errors inside, and let nobody in", async () => {
    const server = testServer({
      authenticate: () => {
        throw new Error("the session store is down");
      },
    });
    expect((await ask(server, cora)).status).toBe(500);
    const wrong = testServer({ authenticate: () => ({ id: "x", role: "king" }) as unknown as Session });
    expect((await ask(wrong, {})).status).toBe(500);
  });
});

describe("pages of other origins", () => {
  const origin = "https://pages.example";
  const preflight = (server: Server, from = origin) =>
    server.app.request("/v1/projects/p1/commands", {
      method: "OPTIONS",
      headers: {
        ...{ Origin: from, "Access-Control-Request-Method": "POST" },
        "Access-Control-Request-Headers": "authorization,content-type,idempotency-key,if-match",
      },
    });

  it("may ask where they are named, before any key is looked at", async () => {
    const server = await filled({ cors: [origin] });
    const asked = await preflight(server);
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, origin]);
    const allowed = asked.headers.get("access-control-allow-headers")?.toLowerCase() ?? "";
    for (const name of ["authorization", "idempotency-key", "if-match", "last-event-id"])
      expect(allowed).toContain(name);
    const read = await server.ask("viewer", "GET", "/v1/projects/p1", undefined, { Origin: origin });
    expect([read.status, read.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
    expect(read.headers.get("access-control-expose-headers")).toContain("ETag");
    const refused = await server.ask(null, "GET", "/v1/projects/p1", undefined, { Origin: origin });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, origin]);
    expect(
      (await preflight(server, "https://evil.example")).headers.get("access-control-allow-origin"),
    ).toBeNull();
  });

  it("may not where none is named", async () => {
    const asked = await preflight(await filled());
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([401, null]);
  });
});
