import { type EventStore, memoryStore } from "@cadre/engine";
import { describe, expect, it } from "vitest";
import { document, filled, KEYS, testServer } from "../test/server.ts";
import { makeKey } from "./auth/index.ts";

const bearer = (secret: string) => ({ headers: { Authorization: `Bearer ${secret}` } });
const from = (address: string, headers: Record<string, string> = {}) =>
  [{ headers }, { incoming: { socket: { remoteAddress: address } } }] as const;

describe("a key", () => {
  const holder = { id: "cora", role: "convening-agency", agency: "PAM" } as const;
  const [one, other] = [makeKey({ ...holder, projects: ["p1"] }), makeKey({ ...holder, projects: ["p2"] })];

  it("is for its own projects, whatever other keys its holder has", async () => {
    const { app, engine } = testServer({ keys: [one.key, other.key] });
    const put = (secret: string, project: string) =>
      app.request(`/v1/projects/${project}/framework`, {
        ...{ method: "PUT", body: JSON.stringify(document()) },
        headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      });
    expect((await put(one.secret, "p1")).status).toBe(200);
    expect((await put(one.secret, "p2")).status).toBe(403);
    expect((await put(other.secret, "p2")).status).toBe(200);
    expect((await app.request("/v1/projects/p2", bearer(one.secret))).status).toBe(403);
    expect((await engine.denials("p2")).map(({ data }) => data.reason)).toEqual([
      "other-project",
      "other-project",
    ]);
    const listed = await (await app.request("/v1/projects", bearer(one.secret))).json();
    expect(listed).toMatchObject([{ project: "p1" }]);
  });

  it("has a limit of its own, whatever other keys its holder has", async () => {
    const { app } = testServer({ keys: [one.key, other.key], rate: { burst: 2, perSecond: 1 } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1)
      statuses.push((await app.request("/v1/projects", bearer(one.secret))).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await app.request("/v1/projects", bearer(other.secret))).status).toBe(200);
  });
});

describe("who has no key", () => {
  const rate = { burst: 3, perSecond: 0.001 };

  it("is limited by address when guessing keys; others are not", async () => {
    const { app } = testServer({ rate });
    const guess = (address: string, headers: Record<string, string> = {}) =>
      app.request("/v1/projects", ...from(address, { Authorization: "Bearer guess", ...headers }));
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await guess("10.0.0.1")).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await guess("10.0.0.2")).status).toBe(401);
    // A header that anybody can send makes nobody another.
    expect((await guess("10.0.0.1", { "X-Forwarded-For": "10.9.9.9" })).status).toBe(429);
    // One network of IPv6 is one client.
    for (let n = 0; n < 3; n += 1) await guess(`2001:db8:1:2::${n}`);
    expect((await guess("2001:db8:1:2:ffff::1")).status).toBe(429);
    expect((await guess("2001:db8:1:3::1")).status).toBe(401);
    expect((await app.request("/v1/projects", bearer(KEYS.viewer.secret))).status).toBe(200);
  });

  it("is distinguished behind trusted proxies by what the outermost of them noted", async () => {
    const { app } = testServer({ rate, trustedProxies: 1 });
    const guess = (forwarded: string) =>
      app.request(
        "/v1/projects",
        ...from("127.0.0.1", { Authorization: "Bearer guess", "X-Forwarded-For": forwarded }),
      );
    for (let n = 0; n < 3; n += 1) expect((await guess(`1.2.3.${n}, 10.0.0.1`)).status).toBe(401);
    expect((await guess("9.9.9.9, 10.0.0.1")).status).toBe(429);
    expect((await guess("10.0.0.2")).status).toBe(401);
  });

  it("is always asked for one, however many others ask from the same address", async () => {
    const { app } = testServer({ rate });
    for (let n = 0; n < 20; n += 1)
      await app.request("/v1/projects", ...from("127.0.0.1", { Authorization: "Bearer guess" }));
    const asked = await app.request("/v1/projects/p1/dashboard", ...from("127.0.0.1"));
    expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([
      401,
      expect.stringContaining("Basic"),
    ]);
  });

  it("leaves bounded traces: of a hundred thousand addresses, ten thousand buckets are kept", async () => {
    const { rateLimiter } = await import("./auth/index.ts");
    const wait = rateLimiter({ burst: 1, perSecond: 1 }, () => 0);
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 100_000; n += 1) wait(`address ${n}`);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
  });
});

describe("a server without keys", () => {
  const anonymous = makeKey({ id: "guest", role: "viewer", agency: null, projects: "all" }).key;
  const status = async (headers: Record<string, string>, options = {}) =>
    (await testServer({ anonymous, ...options }).app.request("/v1/projects", { headers })).status;

  it("answers programs and pages of this machine, and no page of another site", async () => {
    for (const host of ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "localhost"])
      expect([host, await status({ Host: host })]).toEqual([host, 200]);
    expect(await status({ Host: "localhost:8080", Origin: "http://localhost:8080" })).toBe(200);
    for (const origin of ["https://evil.example", "http://localhost:9999", "null"])
      expect([origin, await status({ Host: "localhost:8080", Origin: origin })]).toEqual([origin, 403]);
    expect(
      await status({ Host: "localhost", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" }),
    ).toBe(403);
    expect(
      await status({ Host: "localhost", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" }),
    ).toBe(200);
  });

  it("answers no foreign name that leads here (DNS rebinding), but those that it was given", async () => {
    for (const host of [
      "evil.example",
      "evil.example:8080",
      "127.0.0.1.evil.example",
      "localhost.evil.example",
      "@",
    ])
      expect([host, await status({ Host: host })]).toEqual([host, 403]);
    expect(await status({ Host: "cadre.lan:8080" }, { hosts: ["cadre.lan"] })).toBe(200);
  });
});

describe("a password that a browser keeps", () => {
  it("is not taken from the page of another site", async () => {
    const { app } = await filled();
    const basic = `Basic ${Buffer.from(`x:${KEYS.viewer.secret}`).toString("base64")}`;
    const ask = async (headers: Record<string, string>) =>
      (
        await app.request("/v1/projects/p1", {
          headers: { Host: "cadre.org", Authorization: basic, ...headers },
        })
      ).status;
    expect(await ask({})).toBe(200);
    expect(await ask({ Origin: "https://cadre.org" })).toBe(200);
    expect(await ask({ Origin: "https://evil.example" })).toBe(403);
    expect(await ask({ "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" })).toBe(403);
  });
});

describe("an error inside", () => {
  it("is a 500 without detail, and in the log with message and stack, under its id, without secrets", async () => {
    const secret = KEYS.viewer.secret;
    const failing: EventStore = {
      ...memoryStore(),
      head: () => {
        throw new TypeError(
          `boom ${secret} Bearer ${secret} postgres://cadre:hunter2@db/x password=hunter2 Basic ${btoa(secret)}`,
          { cause: new Error("the cause") },
        );
      },
    };
    const { ask, lines } = testServer({ documents: failing });
    const answer = await ask("viewer", "GET", "/v1/projects/p1/framework");
    const body = await answer.text();
    expect([answer.status, body.includes("boom")]).toEqual([500, false]);
    const line = lines.at(-1);
    expect(line).toMatchObject({
      level: "error",
      requestId: (JSON.parse(body) as { requestId: string }).requestId,
      error: { name: "TypeError", message: expect.stringContaining("boom") },
    });
    expect(line?.error?.stack).toContain("access.test.ts");
    expect(line?.error?.stack).toContain("the cause");
    for (const text of [secret, "hunter2", btoa(secret)]) expect(JSON.stringify(line)).not.toContain(text);
  });
});
