import { describe, expect, it } from "vitest";
import { document, filled, type KeyName } from "../test/server.ts";

// As Stripe has it: the same request under the same key gets the same answer, any other one a 422.

type Server = Awaited<ReturnType<typeof filled>>;
const KEY = { "Idempotency-Key": "k1" };
const rows = (value: number) => [
  { indicator: "1.1.1", period: "2020-Q1", value, recordedAt: "2020-04-10" },
  { indicator: "9.9.9", period: "2020-Q1", value, recordedAt: "2020-04-10" },
];
async function answer(response: Response | Promise<Response>): Promise<[number, Record<string, unknown>]> {
  const got = await response;
  return [got.status, (await got.json()) as Record<string, unknown>];
}

describe("observations", () => {
  const add = (server: Server, body: unknown, who: KeyName = "convening") =>
    answer(server.ask(who, "POST", "/v1/projects/p1/observations", body, KEY));

  it("sent again get the same answer, whatever the document has become", async () => {
    const server = await filled();
    const [status, first] = await add(server, rows(12));
    expect([status, first]).toMatchObject([200, { accepted: 1, rejectedCount: 1, duplicate: false }]);
    const without = document();
    const [outcome] = without.outcomes;
    if (outcome !== undefined) for (const output of outcome.outputs) output.indicators = [];
    expect((await server.ask("convening", "PUT", "/v1/projects/p1/framework", without)).status).toBe(200);
    expect(await add(server, rows(12))).toEqual([200, { ...first, duplicate: true }]);
  });

  it("of another body or another sender under the same key are refused", async () => {
    const server = await filled();
    await add(server, rows(12));
    for (const [body, who] of [
      [rows(13), "convening"],
      [rows(12), "recipient"],
    ] as const)
      expect(await add(server, body, who)).toMatchObject([
        422,
        { code: "key-reused", problems: [{ code: "key-reused" }] },
      ]);
  });
});

describe("documents", () => {
  const save = (
    server: Server,
    title: string,
    headers: Record<string, string> = {},
    who: KeyName = "convening",
  ) =>
    answer(
      server.ask(
        who,
        "PUT",
        "/v1/projects/p1/framework",
        { ...document(), project: { ...document().project, title } },
        { ...KEY, ...headers },
      ),
    );

  it("saved again are saved once", async () => {
    const server = await filled();
    const first = await save(server, "New");
    expect(first).toMatchObject([200, { duplicate: false }]);
    expect(await save(server, "New")).toEqual([200, { ...first[1], duplicate: true }]);
  });

  it("of another body, sender or expected revision under the same key are refused", async () => {
    const server = await filled();
    await save(server, "New");
    expect((await save(server, "Newer"))[0]).toBe(422);
    expect((await save(server, "New", {}, "secretariat"))[0]).toBe(422);
    expect((await save(server, "New", { "If-Match": '"1"' }))[0]).toBe(422);
  });
});

describe("commands", () => {
  const send = (server: Server, more: object = {}, who: KeyName = "pbso") =>
    answer(
      server.ask(who, "POST", "/v1/projects/p1/commands", { type: "project.start", key: "k1", ...more }),
    );

  it("sent again get the same answer; another body, sender or expected position is refused", async () => {
    const server = await filled();
    const first = await send(server, { effective: "2020-01" });
    expect(first).toMatchObject([200, { duplicate: false }]);
    expect(await send(server, { effective: "2020-01" })).toEqual([200, { ...first[1], duplicate: true }]);
    for (const other of [{ effective: "2020-02" }, { effective: "2020-01", expectedPosition: 1 }, {}])
      expect(await send(server, other)).toMatchObject([422, { code: "key-reused" }]);
    expect((await send(server, { effective: "2020-01" }, "secretariat"))[0]).toBe(422);
  });
});
