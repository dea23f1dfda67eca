import assert from "node:assert/strict";
import type { Appended, EventStore, RecordedEvent } from "@cadre/engine";
import { ENTRY_BYTES, MAX_EVENTS, verifyChain } from "@cadre/engine/internal";
import { sampleAppend, sampleEvent } from "./sample.ts";

type Case = [name: string, run: (store: EventStore) => Promise<void>];

const appendedEvents = (appended: Appended): RecordedEvent[] => {
  assert.ok(appended.ok, appended.ok ? "" : appended.problem.message.en);
  return appended.events;
};
const refusedWith = (appended: Appended, code: string) => {
  assert.equal(appended.ok ? "appended" : appended.problem.code, code);
  if (!appended.ok)
    assert.ok(appended.problem.message.en.length > 0 && appended.problem.message.fr.length > 0);
};

export const appendCases: Case[] = [
  [
    "a new stream is empty",
    async (store) => {
      assert.deepEqual(await store.read("nothing"), []);
      assert.deepEqual(await store.readKey("nothing", "key-1"), []);
      assert.deepEqual(await store.head("nothing"), { position: 0, hash: "0".repeat(64) });
      assert.deepEqual(await store.streams(), []);
    },
  ],
  [
    "what was appended is read back as it was, chained",
    async (store) => {
      const first = appendedEvents(await store.append(sampleAppend("p", 1, { expected: 0 })));
      const second = appendedEvents(await store.append(sampleAppend("p", 2, { expected: 1, count: 3 })));
      const all = [...first, ...second];
      assert.deepEqual(await store.read("p"), all);
      assert.deepEqual(
        all.map(({ position, key, part }) => [position, key, part]),
        [
          [1, "key-1", 0],
          [2, "key-2", 0],
          [3, "key-2", 1],
          [4, "key-2", 2],
        ],
      );
      const {
        stream: _,
        position: __,
        key: ___,
        part: ____,
        fingerprint,
        hash,
        ...event
      } = first[0] ?? (all[0] as RecordedEvent);
      assert.deepEqual(event, sampleEvent(100));
      assert.equal(fingerprint, "fingerprint-1");
      assert.match(hash, /^[0-9a-f]{64}$/);
      assert.deepEqual(await store.head("p"), { position: 4, hash: all[3]?.hash });
      assert.deepEqual(verifyChain("p", all), { ok: true, stream: "p", head: await store.head("p") });
    },
  ],
  [
    "a stream is read from any place, so many at a time",
    async (store) => {
      appendedEvents(await store.append(sampleAppend("p", 1, { count: 10 })));
      const positions = async (from?: number, limit?: number) =>
        (await store.read("p", { from, limit })).map(({ position }) => position);
      assert.deepEqual(await positions(4, 3), [4, 5, 6]);
      assert.deepEqual(await positions(10, 3), [10]);
      assert.deepEqual(await positions(11), []);
    },
  ],
  [
    "an expected position that is not the last is a conflict, and nothing is kept",
    async (store) => {
      refusedWith(await store.append(sampleAppend("p", 1, { expected: 1 })), "version-conflict");
      appendedEvents(await store.append(sampleAppend("p", 1, { expected: 0, count: 2 })));
      for (const expected of [0, 1, 3]) {
        const conflict = await store.append(sampleAppend("p", 2, { expected }));
        refusedWith(conflict, "version-conflict");
        assert.deepEqual(conflict.ok ? null : [conflict.problem.found, conflict.problem.expected], [
          2,
          expected,
        ]);
      }
      assert.equal((await store.read("p")).length, 2);
      appendedEvents(await store.append(sampleAppend("p", 2, { expected: 2 })));
    },
  ],
  [
    "the same key again answers as before, even where the stream has gone on",
    async (store) => {
      const first = appendedEvents(await store.append(sampleAppend("p", 1, { expected: 0, count: 2 })));
      appendedEvents(await store.append(sampleAppend("p", 2, { expected: 2 })));
      for (const expected of [0, "any", 2] as const) {
        const again = await store.append(sampleAppend("p", 1, { expected, count: 2 }));
        assert.deepEqual(again, { ok: true, events: first, duplicate: true });
      }
      assert.equal((await store.read("p")).length, 3);
      assert.deepEqual(await store.readKey("p", "key-1"), first);
    },
  ],
  [
    "a key of another command is refused",
    async (store) => {
      appendedEvents(await store.append(sampleAppend("p", 1)));
      refusedWith(await store.append(sampleAppend("p", 2, { key: "key-1" })), "key-reused");
      appendedEvents(await store.append(sampleAppend("q", 2, { key: "key-1" })));
      assert.equal((await store.read("p")).length, 1);
    },
  ],
  [
    "texts stay as they are, whatever they contain",
    async (store) => {
      const text = `'); DROP TABLE events; -- " \\ \u0000 \ud800 é ꜩ 😀 \u2028 ${"x".repeat(100_000)}`;
      const numbers = [0, -0.5, 1e21, 5e-324, 9007199254740991, 0.1 + 0.2];
      const events = [
        sampleEvent(1, { text, numbers, nested: { b: null, a: [], "1": true, "": "", __proto: 1 } }),
      ];
      const [event] = appendedEvents(
        await store.append({ ...sampleAppend("p';--", 1), key: "k' OR 1=1", events }),
      );
      assert.deepEqual(event?.data, events[0]?.data);
      const [read] = await store.read("p';--");
      assert.deepEqual(read, event);
      assert.deepEqual(await store.readKey("p';--", "k' OR 1=1"), [read]);
      assert.ok(verifyChain("p';--", [read as RecordedEvent]).ok);
    },
  ],
  [
    "what is no append is refused with what is wrong about it",
    async (store) => {
      for (const bad of [
        { stream: "" },
        { stream: "x".repeat(201) },
        { stream: "a\u0000b" },
        { key: "" },
        { key: "\ud800" },
        { expected: -1 },
        { expected: 0.5 },
        { events: [] },
        { events: Array.from({ length: MAX_EVENTS + 1 }, (_, n) => sampleEvent(n)) },
      ])
        refusedWith(await store.append({ ...sampleAppend("p", 1), ...bad }), "bad-append");
      assert.deepEqual(await store.streams(), []);
    },
  ],
  [
    "an event that is too large is refused, with the limit, and with all of its append",
    async (store) => {
      const large = sampleEvent(2, { text: "é".repeat(ENTRY_BYTES / 2) });
      const answer = await store.append({ ...sampleAppend("p", 1), events: [sampleEvent(1), large] });
      refusedWith(answer, "too-large");
      assert.equal(answer.ok ? null : answer.problem.expected, ENTRY_BYTES);
      assert.deepEqual(await store.streams(), []);
      const space = ENTRY_BYTES - 1000;
      appendedEvents(
        await store.append({
          ...sampleAppend("p", 1),
          events: [sampleEvent(1, { text: "x".repeat(space) })],
        }),
      );
    },
  ],
  [
    "a large append is all there, in its order",
    async (store) => {
      appendedEvents(await store.append(sampleAppend("p", 1)));
      appendedEvents(await store.append(sampleAppend("p", 2, { count: MAX_EVENTS })));
      const last = await store.read("p", { from: MAX_EVENTS });
      assert.deepEqual(
        last.map(({ position, data }) => [position, data.n]),
        [
          [MAX_EVENTS, 200 + MAX_EVENTS - 2],
          [MAX_EVENTS + 1, 200 + MAX_EVENTS - 1],
        ],
      );
    },
  ],
];
