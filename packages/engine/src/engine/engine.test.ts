import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTORS,
  command,
  GRANTS,
  openedEngine,
  PLAN,
  stateOf,
  stoppedClock,
  word,
} from "../../test/project.ts";
import { STORES } from "../../test/stores.ts";
import { type CommandInput, createEngine, type Engine, memoryStore } from "../index.ts";

describe.each(STORES)("an engine upon %s", (_, open) => {
  it("takes commands, records events with who, when and why, and gives the present state", async () => {
    const { one, other, remove } = await open();
    try {
      const engine = await openedEngine({ store: one });
      const evidence = [{ where: { path: "narrative/overall-status", line: 12 }, quote: "suspendue" }];
      const delay = command("activity.delay", {
        activity: "1.1.1",
        causes: ["covid-19"],
        effective: "2020-03",
        reason: "markets closed",
        evidence,
      });
      const answer = await engine.execute(delay);
      expect(answer).toMatchObject({
        ok: true,
        position: 2,
        duplicate: false,
        events: [
          {
            type: "activity.delayed",
            stream: "project/mli-1",
            effective: "2020-03",
            recordedAt: "2020-11-15T12:00:00.000Z",
            actor: delay.actor,
            evidence,
            data: { activity: "1.1.1", causes: ["covid-19"], basis: "reported", reason: "markets closed" },
          },
        ],
      });
      // Another process upon the same log sees the same.
      const beside = createEngine({ store: other, grants: GRANTS });
      expect(await stateOf(beside, "1.1.1")).toBe("delayed");
      expect(word(await beside.execute(command("activity.start", { activity: "1.1.1" })))).toBe("ok");
      expect(await stateOf(engine, "1.1.1")).toBe("in-progress");
      expect((await engine.view("mli-1"))?.activities[0]?.context).toMatchObject({ causes: [] });
      expect(await engine.projects()).toEqual(["mli-1"]);
      expect((await engine.verify("mli-1")).ok).toBe(true);
      expect(await engine.view("unknown")).toBeNull();
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });

  it("retries a crossed command without loss, whoever crosses it", async () => {
    const { one, other, remove } = await open();
    try {
      const engines = [await openedEngine({ store: one }), createEngine({ store: other, grants: GRANTS })];
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, n) =>
          engines[n % 2]?.execute(
            command("activity.delay", { activity: "1.1.2", causes: ["season"], reason: `${n}` }),
          ),
        ),
      );
      expect(answers.map((answer) => answer && word(answer))).toEqual(Array(24).fill("ok"));
      expect((await engines[0]?.state("mli-1"))?.activities.get("1.1.2")?.events).toHaveLength(24);
      expect((await engines[1]?.verify("mli-1"))?.ok).toBe(true);
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });
});

describe("a command", () => {
  it("sent again with its key is done once and answered the same, even by another process", async () => {
    const engine = await openedEngine();
    const start = command("activity.start", { activity: "1.1.1" });
    const first = await engine.execute(start);
    expect(first).toMatchObject({ ok: true, duplicate: false });
    await engine.execute(command("activity.complete", { activity: "1.1.1" }));
    // By now the machine would refuse it; but it has been done.
    expect(await engine.execute(start)).toEqual({ ...first, duplicate: true });
    // Another expected position makes another request.
    expect(await engine.execute({ ...start, expectedPosition: 1 })).toMatchObject({
      kind: "conflict",
      problems: [{ code: "key-reused" }],
    });
    expect((await engine.history("mli-1")).length).toBe(3);
  });

  it("with a key that means another is refused", async () => {
    const engine = await openedEngine();
    const start = command("activity.start", { activity: "1.1.1" });
    await engine.execute(start);
    const other = { ...start, reason: "another" } as CommandInput;
    expect(await engine.execute(other)).toMatchObject({
      ok: false,
      kind: "conflict",
      problems: [{ code: "key-reused" }],
    });
    expect(
      word(
        await engine.execute({
          ...command("activity.delay", { activity: "1.1.2", causes: [] }),
          key: start.key,
        }),
      ),
    ).toBe("key-reused");
  });

  it("that rests on an old position conflicts, and says where the project is", async () => {
    const engine = await openedEngine();
    const answer = await engine.execute(
      command("activity.start", { activity: "1.1.1", expectedPosition: 0 }),
    );
    expect(answer).toMatchObject({
      ok: false,
      kind: "conflict",
      problems: [{ code: "version-conflict", found: 1, expected: 0 }],
    });
    expect(
      word(await engine.execute(command("activity.start", { activity: "1.1.1", expectedPosition: 1 }))),
    ).toBe("ok");
    const behind = await engine.execute(
      command("activity.complete", { activity: "1.1.1", expectedPosition: 1 }),
    );
    expect(word(behind)).toBe("version-conflict");
  });

  it.each([
    ["nothing", null, "document"],
    ["no type", { type: "activity.explode" }, "type"],
    ["a project's name that is none", command("project.close", { project: "../etc" }), "project"],
    ["a code that is none", command("activity.start", { activity: "__proto__" }), "activity"],
    [
      "a day that is none",
      command("activity.start", { activity: "1.1.1", effective: "2021-02-29" }),
      "effective",
    ],
    [
      "a field that nobody asked for",
      command("activity.start", { activity: "1.1.1", admin: true }),
      "document",
    ],
  ])("that is none is invalid: %s", async (_, input, path) => {
    const engine = await openedEngine();
    const answer = await engine.execute(input as CommandInput);
    expect(answer).toMatchObject({ ok: false, kind: "invalid", problems: [{ where: { path } }] });
    expect((await engine.history("mli-1")).length).toBe(1);
  });

  it("that the machine does not allow is refused with its reason and the allowed events", async () => {
    const engine = await openedEngine();
    const refused = await engine.execute(
      command("activity.reopen", { activity: "1.1.1", actor: ACTORS.dieter }),
    );
    expect(refused).toMatchObject({
      ok: false,
      kind: "refused",
      problems: [
        {
          code: "not-admitted",
          where: { path: "activities/1.1.1" },
          found: "planned",
          expected: "done",
        },
      ],
    });
    await engine.execute(command("activity.cancel", { activity: "1.1.1", effective: "2020-11-01" }));
    expect(word(await engine.execute(command("activity.start", { activity: "1.1.1" })))).toBe("not-admitted");
    expect(word(await engine.execute(command("activity.start", { activity: "9.9.9" })))).toBe(
      "unknown-activity",
    );
    expect(word(await engine.execute(command("project.open", { plan: PLAN })))).toBe("already-open");
    expect(word(await engine.execute(command("project.close", { project: "other" })))).toBe("not-open");
    expect((await engine.history("mli-1")).map(({ type }) => type)).toEqual([
      "project.opened",
      "activity.cancelled",
    ]);
  });
});

describe("the project, its reports, its money, its schedule", () => {
  const through = async (engine: Engine, ...commands: CommandInput[]) => {
    const answers: string[] = [];
    for (const each of commands) answers.push(word(await engine.execute(each)));
    return answers;
  };

  it("a project runs, is put off by the fund to a later day, and is closed", async () => {
    const engine = await openedEngine();
    const extend = (endDate: string) =>
      command("project.approve-extension", { endDate, reference: "PBSO/20/11" });
    expect(
      await through(
        engine,
        extend("2021-12-31"),
        command("project.start"),
        extend("2021-06-30"),
        extend("2021-12-31"),
        extend("2021-12-31"),
      ),
    ).toEqual(["not-admitted", "ok", "guarded", "ok", "guarded"]);
    expect(await engine.view("mli-1")).toMatchObject({
      endDate: "2021-12-31",
      status: { state: "extended" },
    });
    const completions = PLAN.activities.map(({ code }) => command("activity.complete", { activity: code }));
    expect(await through(engine, ...completions)).toEqual(completions.map(() => "ok"));
    expect(await through(engine, command("project.close"), command("project.start"))).toEqual([
      "ok",
      "not-admitted",
    ]);
  });

  it("a report goes its way, and comes back", async () => {
    const engine = await openedEngine();
    const on = (type: "submit" | "review" | "approve" | "return", id: string, role: string) =>
      command(`report.${type}`, {
        report: "annual-2020",
        actor: { id, role, agency: id === "boubacar" ? "FAO" : null },
      });
    const messages = await through(
      engine,
      on("review", "chantal", "secretariat"),
      on("submit", "boubacar", "convening-agency"),
      on("return", "chantal", "secretariat"),
      on("submit", "boubacar", "convening-agency"),
      on("review", "chantal", "secretariat"),
      on("approve", "dieter", "pbso"),
    );
    expect(messages).toEqual(["not-admitted", "ok", "ok", "ok", "ok", "ok"]);
    expect((await engine.view("mli-1"))?.reports).toMatchObject([
      { report: "annual-2020", state: "approved", context: { returns: 1 } },
    ]);
  });

  it("money moves to the cent; what passes the limit waits for the fund", async () => {
    const engine = await openedEngine();
    const move = (from: string, to: string, major: number) =>
      command("money.move", {
        moves: [{ from, to, amount: { minor: Math.round(major * 100), currency: "USD" } }],
      });
    const small = await engine.execute(move("a", "b", 1000.01));
    expect(small).toMatchObject({ ok: true, events: [{ type: "money.moved" }] });
    const large = await engine.execute(move("c", "a", 50_000));
    expect(large).toMatchObject({ ok: true, events: [{ type: "money.move-proposed" }] });
    expect(large.ok && large.findings.map(({ code }) => code)).toContain("move-needs-approval");
    const [proposal] = (await engine.view("mli-1"))?.proposals ?? [];
    expect(proposal).toMatchObject({ proposal: 3, actor: "boubacar" });
    // Meanwhile the line has been drawn on: what it no longer has cannot be approved.
    const amounts = async () => (await engine.view("mli-1"))?.lines.map(({ amount }) => amount.minor);
    expect(await amounts()).toEqual([59_899_999, 30_100_001, 10_000_000]);
    expect(word(await engine.execute(command("money.approve-move", { proposal: 2 })))).toBe(
      "unknown-proposal",
    );
    expect(
      word(await engine.execute(command("money.approve-move", { proposal: 3, reference: "PBSO/1" }))),
    ).toBe("ok");
    expect(await amounts()).toEqual([64_899_999, 30_100_001, 5_000_000]);
    expect(word(await engine.execute(command("money.reject-move", { proposal: 3 })))).toBe(
      "unknown-proposal",
    );
    expect(word(await engine.execute(move("c", "a", 60_000)))).toBe("not-available");
    expect(word(await engine.execute(move("c", "z", 1)))).toBe("unknown-line");
    await engine.execute(move("c", "a", 40_000));
    await engine.execute(move("c", "a", 40_000));
    const waiting = (await engine.view("mli-1"))?.proposals.map((each) => each.proposal) ?? [];
    expect(word(await engine.execute(command("money.approve-move", { proposal: waiting[0] })))).toBe("ok");
    expect(word(await engine.execute(command("money.approve-move", { proposal: waiting[1] })))).toBe(
      "not-available",
    );
    expect(word(await engine.execute(command("money.reject-move", { proposal: waiting[1] })))).toBe("ok");
    expect((await amounts())?.reduce((sum, each) => sum + each, 0)).toBe(100_000_000);
  });

  it("dates and dependencies change; a circle is refused with its name", async () => {
    const engine = await openedEngine();
    const dates = { code: "2.1.1", start: "2020-07-01", end: "2020-08-31" };
    const dependencies = (...pairs: [string, string][]) =>
      command("schedule.set-dependencies", { dependencies: pairs.map(([from, to]) => ({ from, to })) });
    expect(
      await through(
        engine,
        command("schedule.set-dates", { dates }),
        command("schedule.set-dates", { dates: { ...dates, code: "9" } }),
        command("schedule.set-dates", { dates: { ...dates, end: "2020-01-01" } }),
        dependencies(["1.1.1", "1.1.2"], ["1.1.2", "2.1.1"]),
        dependencies(["1.1.1", "1.1.2"], ["1.1.2", "1.1.1"]),
      ),
    ).toEqual(["ok", "unknown-activity", "command-invalid", "ok", "dependency-cycle"]);
    const { schedule } = (await engine.view("mli-1")) ?? {};
    expect(schedule?.activities).toContainEqual(dates);
    expect(schedule?.dependencies).toHaveLength(2);
  });

  it("activities are added by the fund, once, for agencies of the project", async () => {
    const engine = await openedEngine();
    const add = (code: string, agencies: string[]) =>
      command("activity.add", { activity: { code, title: "Cordons sanitaires", agencies } });
    expect(await through(engine, add("1.1.3", ["PAM"]), add("1.1.3", []), add("1.1.4", ["OIM"]))).toEqual([
      "ok",
      "known-activity",
      "unknown-agency",
    ]);
    expect(await stateOf(engine, "1.1.3")).toBe("planned");
  });

  it("a plan with something twice, a strange agency or a circle does not open a project", async () => {
    const engine = createEngine({ store: memoryStore(), grants: GRANTS });
    const [line] = PLAN.lines;
    const plans = [
      { ...PLAN, activities: [...PLAN.activities, ...PLAN.activities] },
      { ...PLAN, lines: [line, line] },
      { ...PLAN, agencies: [] },
      { ...PLAN, schedule: { ...PLAN.schedule, dependencies: [{ from: "1.1.1", to: "1.1.1" }] } },
    ];
    const messages = await through(engine, ...plans.map((plan) => command("project.open", { plan })));
    expect(messages).toEqual(["twice", "twice", "unknown-agency", "dependency-cycle"]);
  });
});

describe("what the log amounts to", () => {
  const steps = fc.constantFrom(
    "start",
    "delay",
    "suspend",
    "resume",
    "propose-reallocation",
    "approve-reallocation",
    "reject-reallocation",
    "revert-reallocation",
    "cancel",
    "complete",
  );
  const drawn = fc.array(
    fc.record({
      step: steps,
      activity: fc.constantFrom("1.1.1", "1.1.2"),
      effective: fc.constantFrom(null, "2020", "2020-03", "2020-02-29", "2020-12-31", undefined),
    }),
    { maxLength: 25 },
  );

  it("is the same however it was come by: step by step, from a snapshot, from zero; and holds no event that its machine refuses", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (all) => {
        const engine = await openedEngine();
        for (const { step, activity, effective } of all) {
          const causes = step === "delay" || step === "suspend" ? { causes: ["covid-19"] } : {};
          const when = effective === undefined ? {} : { effective };
          await engine.execute(command(`activity.${step}`, { activity, ...causes, ...when }));
        }
        const state = await engine.state("mli-1");
        expect(await engine.state("mli-1", { upTo: state.position })).toEqual(state);
        const view = await engine.view("mli-1");
        expect(view?.activities.flatMap(({ refusals }) => refusals)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("time", () => {
  it("the day of a command without a date is that of the place", async () => {
    const clock = stoppedClock("2020-12-31T23:30:00.000Z");
    const dayIn = async (timeZone: string) => {
      const engine = await openedEngine({ clock: clock.now, timeZone });
      return (await engine.history("mli-1"))[0]?.effective;
    };
    expect(await dayIn("UTC")).toBe("2020-12-31");
    expect(await dayIn("Africa/Bamako")).toBe("2020-12-31");
    expect(await dayIn("Asia/Tokyo")).toBe("2021-01-01");
    await expect(dayIn("Mars/Olympus")).rejects.toThrow(RangeError);
  });
});
