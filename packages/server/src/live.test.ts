import { memoryStore } from "@cadre/engine";
import { describe, expect, it } from "vitest";
import { filled, KEYS, open } from "../test/server.ts";
import { makeKey } from "./auth/index.ts";

interface Message {
  id: string;
  event: string;
}

/** A live stream that is read until something is there. */
function reader(response: Response) {
  const body = response.body?.getReader();
  const decoder = new TextDecoder();
  const messages: Message[] = [];
  let text = "";
  return {
    messages,
    until: async (count: number): Promise<void> => {
      while (messages.length < count) {
        const { value, done } = (await body?.read()) ?? { done: true };
        if (done) return;
        text += decoder.decode(value as Uint8Array, { stream: true });
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const [, id] = /^id: (.*)$/m.exec(text.slice(0, end)) ?? [];
          const [, event = ""] = /^event: (.*)$/m.exec(text.slice(0, end)) ?? [];
          if (id !== undefined) messages.push({ id, event });
          text = text.slice(end + 2);
        }
      }
    },
    close: () => body?.cancel(),
  };
}
type Server = Awaited<ReturnType<typeof filled>>;
const events = (server: Server, headers: Record<string, string> = {}, query = "") =>
  server.ask("viewer", "GET", `/v1/projects/p1/events${query}`, undefined, headers);
const report = (server: Server, n: number) =>
  server.ask("convening", "POST", "/v1/projects/p1/commands", {
    ...{ type: "schedule.set-dates", key: `d${n}` },
    dates: { code: "1.1.1", start: "2020-02-01", end: "2020-03-01" },
  });

describe("live events of a project", () => {
  it("begin where the reader left off, and go on as they are recorded", async () => {
    const server = await filled();
    for (let n = 0; n < 5; n += 1) await report(server, n);
    const first = reader(await events(server));
    await first.until(6);
    await first.close();
    const [, second] = first.messages;
    const next = reader(await events(server, { "Last-Event-ID": second?.id ?? "" }));
    await next.until(4);
    await report(server, 5);
    await next.until(5);
    await next.close();
    const numbers = (messages: Message[]) => messages.map(({ id }) => Number(id.split("-")[0]));
    expect([numbers(first.messages), numbers(next.messages)]).toEqual([
      [1, 2, 3, 4, 5, 6],
      [3, 4, 5, 6, 7],
    ]);
    const after = reader(await events(server, {}, "?after=6"));
    await after.until(1);
    await after.close();
    expect(numbers(after.messages)).toEqual([7]);
  });

  it("are those of the project alone: another's are not even read", async () => {
    const store = memoryStore();
    const read: string[] = [];
    const server = await filled({
      events: {
        ...store,
        read: (stream, ...rest) => {
          read.push(stream);
          return store.read(stream, ...rest);
        },
      },
    });
    const live = reader(await events(server));
    await live.until(1);
    read.length = 0;
    const other = { ...open, key: "other" };
    for (const project of ["p2", "p3"])
      await server.ask("pbso", "POST", `/v1/projects/${project}/commands`, other);
    await report(server, 0);
    await live.until(2);
    await live.close();
    expect(live.messages.map(({ event }) => event)).toEqual(["project.opened", "schedule.dates-set"]);
    expect(read.filter((stream) => stream === "project/p1").length).toBeLessThan(10);
  });

  it("after a restore: a cursor beyond the end, or of another history, is refused with what to do", async () => {
    const server = await filled();
    for (let n = 0; n < 3; n += 1) await report(server, n);
    const live = reader(await events(server));
    await live.until(4);
    await live.close();
    const restored = await filled();
    const cursor = { "Last-Event-ID": live.messages.at(-1)?.id ?? "" };
    const beyond = await events(restored, cursor);
    expect([beyond.status, await beyond.json()]).toMatchObject([
      410,
      {
        code: "out-of-range",
        problems: [{ message: { en: expect.stringContaining("Read the project again") } }],
      },
    ]);
    for (let n = 10; n < 13; n += 1) await report(restored, n);
    expect((await events(restored, cursor)).status).toBe(410);
    for (const id of ["", "x", "-1", "1e3", "4-0000000000000000", "99999999999999999"])
      expect([id, (await events(restored, { "Last-Event-ID": id })).status]).toEqual([id, 410]);
    const own = await events(restored, { "Last-Event-ID": "4" });
    expect(own.status).toBe(200);
    await own.body?.cancel();
  });

  it("are limited in number, by key and by process, and free again when they end", async () => {
    const keys = [
      KEYS.viewer.key,
      ...["a", "b"].map((id) => makeKey({ id, role: "viewer", agency: null, projects: ["p1"] }).key),
    ];
    const server = await filled({
      streams: { perKey: 2, total: 3 },
      keys: [...keys, KEYS.convening.key, KEYS.pbso.key],
    });
    const [one, two, three] = [await events(server), await events(server), await events(server)];
    expect([one.status, two.status, three.status, three.headers.get("retry-after")]).toEqual([
      200,
      200,
      429,
      "10",
    ]);
    const other = await server.ask("convening", "GET", "/v1/projects/p1/dashboard/changes");
    expect(other.status).toBe(200);
    expect((await server.ask("pbso", "GET", "/v1/projects/p1/events")).status).toBe(429);
    await one.body?.cancel();
    let again = await events(server);
    while (again.status !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      again = await events(server);
    }
    for (const each of [two, other, again]) await each.body?.cancel();
  });
});

describe("idle streams", () => {
  const count = 100;

  it(`${count} of them cost one query for each project and interval, and leave nothing behind`, async () => {
    const store = memoryStore();
    let heads = 0;
    const server = await filled({
      events: {
        ...store,
        head: (stream) => {
          heads += 1;
          return store.head(stream);
        },
      },
      streams: { perKey: 1000, total: 1000 },
    });
    const open = await Promise.all(Array.from({ length: count }, () => events(server)));
    const readers = open.map(reader);
    await Promise.all(readers.map((each) => each.until(1)));
    const [asked, begin] = [heads, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    // Four hundred milliseconds apart, for all of them together.
    expect(heads - asked).toBeLessThanOrEqual(3 + (performance.now() - begin) / 400);
    await Promise.all(readers.map((each) => each.close()));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = heads;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(heads).toBe(ended);
  });
});
