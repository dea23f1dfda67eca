import assert from "node:assert/strict";
import type { EventStore, RecordedEvent } from "@cadre/engine";
import { verifyChain } from "@cadre/engine/internal";
import { readWhole, sampleAppend } from "./sample.ts";

const positionOf = ({ stream, position }: RecordedEvent) => `${stream}/${position}`;

type Case = [name: string, run: (one: EventStore, other: EventStore) => Promise<void>];

export const orderCases: Case[] = [
  [
    "all streams are read in the order of appends, from any cursor",
    async (store) => {
      for (let n = 0; n < 20; n += 1)
        await store.append(sampleAppend(`p${n % 3}`, n, { count: 1 + (n % 2) }));
      const whole = await readWhole(store, 30);
      assert.equal(whole.events.length, 30);
      assert.deepEqual(
        whole.events.map(({ data }) => data.n),
        whole.events.map(({ data }) => data.n).sort((a, b) => Number(a) - Number(b)),
      );
      const first = await store.readAll(null, { limit: 11 });
      const rest = await readWhole(store, 19, 4, first.cursor);
      assert.deepEqual([...first.events, ...rest.events], whole.events);
      assert.deepEqual((await store.readAll(whole.cursor)).events, []);
      assert.deepEqual(await store.streams(), ["p0", "p1", "p2"]);
    },
  ],
  [
    "a cursor that is none is refused",
    async (store) => {
      await assert.rejects(store.readAll("' OR 1=1"), { name: "StoreError" });
    },
  ],
  [
    "a cursor of another log, and one beyond the end, are refused as out of range",
    async (store) => {
      await store.append(sampleAppend("p", 1));
      const { cursor } = await store.readAll(null);
      const outOfRange = { name: "StoreError", message: /restored/ };
      const epoch = cursor.slice(0, cursor.indexOf("."));
      const other = `${"0".repeat(15)}${epoch.endsWith("1") ? "2" : "1"}`;
      await assert.rejects(store.readAll(cursor.replace(epoch, other)), outOfRange);
      const parts = cursor.slice(epoch.length).split(".");
      const beyond = [...parts.slice(0, -1), "999999"].join(".");
      const numbered = /^[0-9a-f]{16}$/.test(parts.at(-1) ?? "") ? `.999999.${parts.at(-1)}` : beyond;
      await assert.rejects(store.readAll(`${epoch}${numbered}`), outOfRange);
    },
  ],
  [
    "streams are named by prefix, after a name, up to a limit",
    async (store) => {
      for (const name of ["a/1", "a/2", "a/3", "b/1", "a"]) await store.append(sampleAppend(name, 1));
      await store.append(sampleAppend("a/1", 2));
      assert.deepEqual(await store.streams({ prefix: "a/" }), ["a/1", "a/2", "a/3"]);
      assert.deepEqual(await store.streams({ prefix: "a/", after: "a/1" }), ["a/2", "a/3"]);
      assert.deepEqual(await store.streams({ prefix: "a/", after: "a/", limit: 2 }), ["a/1", "a/2"]);
      assert.deepEqual(await store.streams({ after: "a/3" }), ["b/1"]);
      assert.deepEqual(await store.streams({ prefix: "c" }), []);
      assert.deepEqual(await store.streams({ limit: 1 }), ["a"]);
    },
  ],
  [
    "streams are named in the order of code points",
    async (store) => {
      const names = ["Z", "a", "é", "\uffee", "😀", "a-b", "a b", "B"];
      for (const name of names) await store.append(sampleAppend(name, 1));
      assert.deepEqual(await store.streams(), ["B", "Z", "a", "a b", "a-b", "é", "\uffee", "😀"]);
    },
  ],
  [
    "of writers who expect the same position, one is let in; the others are refused, and lose nothing when they try again",
    async (one, other) => {
      const stores = [one, other];
      let conflicts = 0;
      const write = async (writer: number) => {
        const store = stores[writer % 2] as EventStore;
        for (let n = 0; n < 10; n += 1)
          for (let done = false; !done; ) {
            const { position: expected } = await store.head("p");
            const answer = await store.append(
              sampleAppend("p", writer * 1000 + n, { expected, count: 1 + (n % 3) }),
            );
            if (answer.ok) done = true;
            else {
              assert.equal(answer.problem.code, "version-conflict");
              conflicts += 1;
            }
          }
      };
      await Promise.all(Array.from({ length: 6 }, (_, writer) => write(writer)));
      const log = await one.read("p");
      assert.equal(log.length, 6 * 19);
      assert.equal(new Set(log.map(({ key, part }) => `${key}/${part}`)).size, log.length);
      assert.ok(verifyChain("p", log).ok);
      assert.ok(conflicts >= 0);
    },
  ],
  [
    "writers who expect nothing all get in, each once",
    async (one, other) => {
      const stores = [one, other, one, other];
      await Promise.all(
        stores.map(async (store, writer) => {
          for (let n = 0; n < 15; n += 1)
            assert.ok((await store.append(sampleAppend("p", writer * 100 + n))).ok);
        }),
      );
      const log = await other.read("p");
      assert.equal(log.length, 60);
      assert.ok(verifyChain("p", log).ok);
    },
  ],
  [
    "the same command sent to two at once is done once",
    async (one, other) => {
      for (let n = 0; n < 10; n += 1) {
        const answers = await Promise.all(
          [one, other, one, other].map((store) => store.append(sampleAppend("p", n, { count: 2 }))),
        );
        const events = answers.map((answer) => (answer.ok ? answer.events : []));
        for (const each of events) assert.deepEqual(each, events[0]);
        assert.equal(answers.filter((answer) => answer.ok && !answer.duplicate).length, 1);
      }
      assert.equal((await one.read("p")).length, 20);
    },
  ],
  [
    "a reader that follows while others write receives each event once, each stream in its order",
    async (one, other) => {
      const received: RecordedEvent[] = [];
      let writing = true;
      const writers = [one, other, one, other].map(async (store, writer) => {
        for (let n = 0; n < 15; n += 1)
          await store.append(sampleAppend(`p${(writer + n) % 3}`, writer * 100 + n, { count: 1 + (n % 2) }));
      });
      const reader = (async () => {
        let cursor: string | null = null;
        for (;;) {
          const last = !writing;
          const page = await other.readAll(cursor, { limit: 5 });
          received.push(...page.events);
          cursor = page.cursor;
          if (page.events.length === 0 && last) return;
          if (page.events.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      await Promise.all(writers);
      writing = false;
      await reader;
      // Where an older transaction still ran, the last ones are reported a moment later.
      if (received.length < 88) received.splice(0, received.length, ...(await readWhole(other, 88)).events);
      assert.equal(received.length, 88);
      assert.equal(new Set(received.map(positionOf)).size, 88);
      for (const stream of await one.streams()) {
        const own = received.filter((event) => event.stream === stream);
        assert.deepEqual(
          own.map(({ position }) => position),
          own.map((_, index) => index + 1),
        );
        assert.ok(verifyChain(stream, own).ok);
      }
    },
  ],
];
