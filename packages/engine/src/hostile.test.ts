import { describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, openedEngine, stoppedClock, word } from "../test/project.ts";
import { STORES } from "../test/stores.ts";
import { streamOf } from "./engine/states.ts";
import { verifyStream } from "./engine/verify.ts";
import { createEngine, type EventStore, TEXT_LIMIT } from "./index.ts";
import { ENTRY_BYTES, MAX_EVENTS } from "./log/store.ts";

const FULL = process.env.CADRE_FULL === "1";
const delay = (more: Record<string, unknown> = {}) =>
  command("activity.delay", { activity: "1.1.1", causes: ["season"], ...more });

describe.each(STORES)("upon %s", (_, open) => {
  const upon = async (run: (one: EventStore, other: EventStore) => Promise<void>) => {
    const { one, other, remove } = await open();
    try {
      await run(one, other);
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  };

  it("SQL in a reason text is a text", () =>
    upon(async (one, other) => {
      const engine = await openedEngine({ store: one });
      const reason = `'); DROP TABLE events; DELETE FROM cadre.events WHERE ('1' = '1'; -- "; $1 ? :a @b \\ \u0000`;
      const quote = `${reason} UNION SELECT`;
      const actor = { ...ACTORS.boubacar, id: "boubacar" };
      const evidence = [{ where: { path: "'; --" }, quote }];
      expect(
        word(await engine.execute(delay({ reason, evidence, actor, key: `k'); DROP TABLE timers; --` }))),
      ).toBe("ok");
      const [, event] = await createEngine({ store: other, grants: GRANTS }).history("mli-1");
      expect(event).toMatchObject({ data: { reason }, evidence, key: `k'); DROP TABLE timers; --` });
      expect(word(await engine.execute(delay({ project: "x'; DROP TABLE events" })))).toBe("command-invalid");
      const mallory = { id: "' OR 1=1 --", role: "pbso" as const, agency: null };
      expect(word(await engine.execute(delay({ actor: mallory })))).toBe("unknown-actor");
      expect((await engine.verify("mli-1")).ok).toBe(true);
    }));

  it("a comment of 10 MB is refused with the limit, and nothing is recorded", () =>
    upon(async (store) => {
      const engine = await openedEngine({ store });
      const answer = await engine.execute(delay({ reason: "é".repeat(5_000_000) }));
      expect(answer).toMatchObject({ ok: false, kind: "invalid", problems: [{ where: { path: "reason" } }] });
      const [problem] = answer.ok ? [] : answer.problems;
      expect(problem?.expected).toContain(TEXT_LIMIT.toLocaleString("en"));
      expect(JSON.stringify(problem).length).toBeLessThan(1000);
      // In many pieces it is no better: what one entry may hold is limited too.
      const evidence = Array.from({ length: 50 }, () => ({
        where: { path: "x" },
        quote: "€".repeat(TEXT_LIMIT),
      }));
      expect(await engine.execute(delay({ evidence, reason: "é".repeat(TEXT_LIMIT) }))).toMatchObject({
        ok: false,
        kind: "invalid",
        problems: [{ code: "too-large", expected: ENTRY_BYTES }],
      });
      expect(await store.head(streamOf("mli-1"))).toMatchObject({ position: 1 });
      expect(word(await engine.execute(delay({ reason: "é".repeat(TEXT_LIMIT) })))).toBe("ok");
    }));

  it(
    FULL ? "a million events in one stream" : "many events in one stream (a million with CADRE_FULL=1)",
    { timeout: FULL ? 1_800_000 : 180_000 },
    () =>
      upon(async (one, other) => {
        await openedEngine({ store: one });
        const count = FULL ? 1_000_000 : 20_000;
        const codes = ["1.1.1", "1.1.2", "2.1.1"];
        for (let n = 1; n < count; n += MAX_EVENTS) {
          const events = Array.from({ length: Math.min(MAX_EVENTS, count - n) }, (_, each) => ({
            type: "activity.delayed",
            version: 1,
            effective: "2020-03-01",
            recordedAt: "2020-03-01T00:00:00.000Z",
            actor: ACTORS.boubacar,
            evidence: [],
            data: { activity: codes[each % 3], causes: ["season"], basis: "reported" },
          }));
          const appended = await one.append({
            stream: streamOf("mli-1"),
            expected: n,
            key: `b${n}`,
            fingerprint: "",
            events,
          });
          expect(appended.ok).toBe(true);
        }
        const engine = createEngine({ store: other, grants: GRANTS });
        expect(await engine.view("mli-1")).toMatchObject({
          position: count,
          activities: codes.map(() => ({ state: "delayed" })),
        });
        expect(
          word(await engine.execute(command("activity.start", { activity: "1.1.1", effective: "2020-04" }))),
        ).toBe("ok");
        expect(
          await engine.execute(
            command("activity.delay", { activity: "1.1.2", causes: [], expectedPosition: 5 }),
          ),
        ).toMatchObject({
          kind: "conflict",
        });
        let received = 0;
        for await (const { events } of engine.subscribe({ live: false })) received += events.length;
        expect(received).toBe(count + 1);
        expect((await verifyStream(other, streamOf("mli-1"))).chain).toMatchObject({
          ok: true,
          head: { position: count + 1 },
        });
        // A fresh process finds its way by the snapshot.
        expect(await createEngine({ store: one, grants: GRANTS }).view("mli-1")).toMatchObject({
          position: count + 1,
        });
      }),
  );

  it("events recorded out of order take their places by their dates", () =>
    upon(async (store) => {
      const engine = await openedEngine({ store });
      const on = (type: string, effective: string | null) =>
        engine.execute(
          command(`activity.${type}` as "activity.start", {
            activity: "1.1.1",
            effective,
            ...(type === "delay" ? { causes: ["covid-19"] } : {}),
          }),
        );
      // The last event comes first.
      expect(word(await on("start", "2020-09-10"))).toBe("ok");
      expect(word(await on("delay", "2020-03"))).toBe("ok");
      const status = async () => {
        const found = (await engine.view("mli-1"))?.activities[0];
        return [found?.state, found?.refusals.length];
      };
      expect(await status()).toEqual(["in-progress", 0]);
      expect(word(await on("complete", "2020-11-10"))).toBe("ok");
      // Between the start and the completion there is space; after the completion there is none, nor for what would undo it.
      expect(word(await on("cancel", "2020-02"))).toBe("contradicts-recorded");
      expect(word(await on("delay", "2020-11-15"))).toBe("not-admitted");
      expect(word(await on("delay", "2020-12"))).toBe("future");
      expect(word(await on("delay", "2020-04"))).toBe("ok");
      expect(await status()).toEqual(["done", 0]);
    }));

  it("a clock that jumps backwards changes neither order nor state, and is noted by a verification", () =>
    upon(async (store) => {
      const clock = stoppedClock("2020-06-01T10:00:00.000Z");
      const engine = await openedEngine({ store, clock: clock.now });
      expect(word(await engine.execute(delay({ effective: "2020-03" })))).toBe("ok");
      clock.set("2019-01-01T00:00:00.000Z");
      expect(
        word(await engine.execute(command("activity.start", { activity: "1.1.1", effective: null }))),
      ).toBe("ok");
      clock.set("2020-06-02T10:00:00.000Z");
      expect(
        word(await engine.execute(command("activity.complete", { activity: "1.1.1", effective: "2020-06" }))),
      ).toBe("ok");
      const history = await engine.history("mli-1");
      expect(history.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
      expect(history[2]?.recordedAt).toBe("2019-01-01T00:00:00.000Z");
      expect((await engine.view("mli-1"))?.activities[0]?.state).toBe("done");
      expect(await engine.verify("mli-1")).toMatchObject({ ok: true, log: { clockWentBack: [3] } });
    }));

  it("a change of time zone changes no recorded day and no state", () =>
    upon(async (store) => {
      const before = process.env.TZ;
      const views: string[] = [];
      try {
        const clock = stoppedClock("2020-03-29T00:59:59.999Z");
        await openedEngine({ store, clock: clock.now });
        for (const [n, zone] of [
          "UTC",
          "Pacific/Kiritimati",
          "Pacific/Pago_Pago",
          "Europe/Paris",
        ].entries()) {
          process.env.TZ = zone;
          const engine = createEngine({ store, grants: GRANTS, clock: clock.now, timeZone: "Africa/Bamako" });
          if (n === 1) expect(word(await engine.execute(delay()))).toBe("ok");
          if (n > 0) views.push(JSON.stringify([await engine.view("mli-1"), await engine.history("mli-1")]));
        }
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
      expect(new Set(views).size).toBe(1);
      expect(views[0]).toContain('"effective":"2020-03-29"');
    }));

  it("a leap day is a day in leap years alone", () =>
    upon(async (store) => {
      const clock = stoppedClock("2020-02-29T23:59:59.999Z");
      const engine = await openedEngine({ store, clock: clock.now });
      expect(
        word(await engine.execute(command("activity.start", { activity: "1.1.1", effective: "2020-03-01" }))),
      ).toBe("future");
      // Without a date, it holds from today.
      expect(await engine.execute(delay())).toMatchObject({
        ok: true,
        events: [{ effective: "2020-02-29" }],
      });
      expect((await engine.view("mli-1"))?.activities[0]?.state).toBe("delayed");
      for (const effective of ["2021-02-29", "2100-02-29", "2020-02-30"])
        expect(word(await engine.execute(delay({ effective })))).toBe("command-invalid");
      expect(word(await engine.execute(delay({ effective: "2016-02-29", activity: "1.1.2" })))).toBe("ok");
    }));
});
