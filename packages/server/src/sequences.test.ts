import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { startMeasured } from "../test/measured.ts";
import { document, type KeyName, open, sentCommand } from "../test/server.ts";

// Sequences of requests that are each allowed, or nearly so, on a server that measures itself.

const server = await startMeasured();
afterAll(server.close);

const ask = async (
  who: KeyName,
  method: string,
  path: string,
  given?: unknown,
  extra: Record<string, string> = {},
) => {
  const [body, more] = path.endsWith("/commands") ? sentCommand(given) : [given, {}];
  const response = await fetch(`${server.address}/v1/projects/${path}`, {
    method,
    headers: {
      ...{ Authorization: `Bearer ${server.secrets[who]}`, "Content-Type": "application/json" },
      ...more,
      ...extra,
    },
    ...(body !== undefined && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  } as RequestInit);
  const text = await response.text();
  return { status: response.status, text };
};
const titled = (title: string) => ({ ...document(), project: { ...document().project, title } });
const dates = (n: number) => ({
  ...{ type: "schedule.set-dates", key: `many-${n}` },
  dates: { code: "1.1.1", start: "2020-02-01", end: "2020-03-01" },
});
const revision = async () =>
  (JSON.parse((await ask("viewer", "GET", "p1/framework")).text) as { revision: number }).revision;

describe("a client that", () => {
  it("packs a body (gzip bomb) is refused without its being unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000, " "));
    const answer = await ask("convening", "PUT", "p1/framework", packed, { "Content-Encoding": "gzip" });
    expect([answer.status, answer.text.length < 5_000]).toEqual([400, true]);
    await server.within();
  });

  it("saves fifty documents on one revision at once replaces it once", async () => {
    const tag = { "If-Match": `"${await revision()}"` };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => ask("convening", "PUT", "p1/framework", titled(`t${n}`), tag)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(49).fill(409)]);
    await server.within();
  });

  it("sends one command under hundreds of keys and hundreds of commands under one key", async () => {
    for (let n = 0; n < 300; n += 50) {
      const sent = await Promise.all(
        Array.from({ length: 50 }, (_, each) => ask("convening", "POST", "p1/commands", dates(n + each))),
      );
      expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const one = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        ask("convening", "POST", "p1/commands", { ...dates(0), key: "one", reason: `r${n}` }),
      ),
    );
    const statuses = one.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(99);
    await server.within();
  });

  it.each([
    ...["0-", "1-zzzzzzzzzzzzzzzz", "+1", "1e0", "0x1", "00000000000000000001", "1,2", "٣", "1;2"],
    ...["999999999999999", "-0", "9".repeat(4_000), "1-ffffffffffffffff", "1-FFFFFFFFFFFFFFFF", "true"],
  ])(
    "follows from the cursor %s is refused and holds no stream",
    async (cursor) => {
      const bytes = encodeURIComponent(cursor);
      const header = /^[\x20-\x7e]*$/.test(cursor)
        ? await ask("viewer", "GET", "p1/events", undefined, { "Last-Event-ID": cursor })
        : null;
      if (header !== null && header.status !== 410) expect([cursor, header.status]).toEqual([cursor, 410]);
      const query = await ask("viewer", "GET", `p1/events?after=${bytes}`);
      expect([cursor, [400, 410].includes(query.status)]).toEqual([cursor, true]);
      await server.within();
    },
    20_000,
  );

  it.each([
    ...[
      "p1%2f..%2fp2",
      "..%2f..%2fetc",
      "p1%00",
      "p1%0d%0aX: y",
      "%2e%2e",
      "p%C4%B11",
      "P1%E2%80%AE",
      "p1%20",
      "%F0%9F%98%80",
    ],
    ...["p1;a=b", "p1%3f", "__proto__", "ｐ１", "%EF%BC%90", "p1%252e"],
  ])("asks for the project %s gets none", async (project) => {
    for (const [method, path] of [
      ["GET", "framework"],
      ["GET", "events"],
      ["PUT", "framework"],
    ] as const) {
      const { status } = await ask(
        "convening",
        method,
        `${project}/${path}`,
        method === "PUT" ? document() : undefined,
      );
      expect([path, [400, 403, 404].includes(status)]).toEqual([path, true]);
    }
    expect(await server.errors()).toEqual([]);
  });

  it("sends commands in a jumping order of days, to the ends of the calendar, spoils no page", async () => {
    const { key: _, ...opening } = open;
    for (const [n, effective] of [
      "9999-12-31",
      "0001-01-01",
      "2020-02-29",
      "1970-01-01",
      "2038-01-20",
    ].entries()) {
      const command = {
        type: "activity.delay",
        activity: "1.1.1",
        causes: ["season"],
        effective,
        key: `jump-${n}`,
      };
      const { status } = await ask("convening", "POST", "p1/commands", command);
      expect([effective, [200, 400, 409, 422].includes(status)]).toEqual([effective, true]);
    }
    expect((await ask("pbso", "POST", "p1/commands", { ...opening, key: "again" })).status).not.toBe(500);
    for (const page of ["", "/inspection", "/dashboard", "/dashboard/data", "/history?limit=1000"])
      expect([page, (await ask("viewer", "GET", `p1${page}`)).status]).toEqual([page, 200]);
    expect(await server.errors()).toEqual([]);
    await server.within();
  });
});
