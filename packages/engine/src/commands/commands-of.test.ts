import type { FrameworkDocument } from "@cadre/core";
import { emptyDocument } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { createEngine } from "../engine/index.ts";
import type { Actor } from "../log/index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { commandsOf } from "./commands-of.ts";

const actor: Actor = { id: "import", role: "system", agency: null };
const policy = {
  ...{ id: "import", version: "1", source: "test" },
  permissions: [{ role: actor.role, actions: ["project.*", "activity.*"], scope: "any" as const }],
};

const document: FrameworkDocument = {
  ...emptyDocument(),
  activities: [
    {
      code: "1.1.1",
      events: [
        {
          type: "delayed",
          causes: ["covid-19"],
          date: "2020-03",
          basis: "inferred",
          expectedUntil: "2020-06",
        },
        { type: "started", date: null, basis: "reported", reason: "the ban was lifted" },
        { type: "completed", date: null, basis: "inferred", certainty: "low" },
      ],
    },
    { code: "1.1.2", events: [] },
  ],
};

describe("a document's history as commands", () => {
  it("brings plan, dates, causes, basis and reasons to the log, once however often it is sent", async () => {
    const store = memoryStore();
    const grants = [{ actor: actor.id, role: actor.role, agency: null, projects: "all" as const }];
    const engine = createEngine({ store, policy, grants });
    for (const round of [1, 2])
      for (const command of commandsOf(document, "mli-1", () => actor).commands)
        expect(await engine.execute(command)).toMatchObject({ ok: true, duplicate: round === 2 });
    const events = await engine.history("mli-1");
    expect(
      events.map(({ type, effective, data }) => [type, effective, "basis" in data ? data.basis : undefined]),
    ).toEqual([
      ["project.opened", expect.anything(), undefined],
      ["activity.delayed", "2020-03", "inferred"],
      ["activity.started", null, "reported"],
    ]);
    expect(events[1]?.data).toMatchObject({ causes: ["covid-19"], expectedUntil: "2020-06" });
    expect(events[2]?.data).toMatchObject({ reason: "the ban was lifted" });
    expect(commandsOf(document, "mli-1", () => actor).unconfirmed).toMatchObject([
      { activity: "1.1.1", event: { type: "completed" } },
    ]);
    expect((await engine.view("mli-1"))?.activities.map(({ code, state }) => [code, state])).toEqual([
      ["1.1.1", "in-progress"],
      ["1.1.2", "planned"],
    ]);
  });
});
