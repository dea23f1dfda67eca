import { toMachine } from "@cadre/core/lifecycle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginByXState,
  drawnExtension,
  eventsOf,
  randomProfile,
  stepByXState,
  viewOf,
} from "../../core/test/lifecycle/index.ts";
import { ACTORS, command, GRANTS, PLAN } from "../test/project.ts";
import {
  type CommandInput,
  commandsOf,
  createEngine,
  memoryStore,
  ownCommands,
  PBF_AUTHORISATION,
  UnknownEvent,
} from "./index.ts";

const numRuns = process.env.CADRE_FULL === "1" ? 500 : 200;
const policy = {
  ...PBF_AUTHORISATION,
  permissions: [
    { role: "convening-agency" as const, actions: ["activity.*", "project.*"], scope: "any" as const },
  ],
};

const at = <Event extends { type: string }>(date: string, event: Event) => ({ ...event, date });

describe("an engine with any profile", () => {
  it("offers the commands of its lifecycle, and accepts what the machine does, no more and no less", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        drawnExtension,
        fc.array(fc.record({ pick: fc.nat(60), own: fc.boolean() }), { minLength: 5, maxLength: 20 }),
        async (drawn, picks) => {
          const profile = randomProfile(drawn);
          const machine = toMachine(profile.activity);
          const store = memoryStore();
          const engine = createEngine({ store, grants: GRANTS, policy, profile });
          const send = async (input: CommandInput) => (await engine.execute(input)).ok;
          expect(await send(command("project.open", { plan: PLAN, actor: ACTORS.boubacar }))).toBe(true);
          expect([...ownCommands(profile).keys()].sort()).toEqual(Object.keys(profile.events).sort());

          const all = eventsOf(profile);
          const owned = all.filter(({ type }) => type.includes(":"));
          let snapshot = beginByXState(machine);
          for (const [index, { pick, own }] of picks.entries()) {
            const list = own && owned.length > 0 ? owned : all;
            const event = list[pick % list.length];
            if (event === undefined) continue;
            const date = `2020-02-${String(index + 1).padStart(2, "0")}`;
            const next = stepByXState(machine, snapshot, at(date, event));
            // Late news takes the event itself, so that every type is sent in one form; an own one also by its command.
            const { causes = [], expectedUntil } = event as { causes?: string[]; expectedUntil?: string };
            const sent =
              event.type.includes(":") && pick % 2 === 0
                ? command(`activity.${event.type}` as `activity.${string}:${string}`, {
                    ...{ activity: "1.1.1", effective: date, actor: ACTORS.boubacar },
                    ...(causes.length > 0 && { causes: ["test:cause"] as const, expectedUntil }),
                  })
                : command("activity.record", {
                    ...{ activity: "1.1.1", actor: ACTORS.boubacar },
                    events: [{ ...event, date }],
                  });
            expect([event.type, await send(sent as CommandInput)]).toEqual([event.type, next !== null]);
            if (next !== null && event.type.includes(":")) accepted += 1;
            snapshot = next ?? snapshot;
          }
          const state = profile.activity.stateOf(viewOf(machine, snapshot).value);
          expect((await engine.view("mli-1"))?.activities[0]?.state).toBe(state);
          // Another engine, from the log alone.
          const again = createEngine({ store, grants: GRANTS, policy, profile });
          expect((await again.view("mli-1"))?.activities[0]?.state).toBe(state);
          const entries = await engine.history("mli-1");
          if (entries.some(({ type }) => type.includes(":")))
            await expect(createEngine({ store, grants: GRANTS }).view("mli-1")).rejects.toThrow(UnknownEvent);
        },
      ),
      { numRuns },
    );
    expect(accepted).toBeGreaterThan(numRuns / 2);
  });

  it("takes the events of a document, the agency's own among them", async () => {
    const profile = randomProfile({
      states: [0, 1],
      events: 1,
      transitions: [{ region: 1, from: 0, type: 0, to: 3, guard: null, actions: [] }],
    });
    const activities = [
      {
        code: "1.1.1",
        events: [{ type: "test:event-0" as const, date: "2020-03", basis: "reported" as const }],
      },
    ];
    const document = { activities, report: null } as unknown as Parameters<typeof commandsOf>[0];
    const { commands } = commandsOf(
      { ...document, project: { agencies: [] }, budget: {} } as never,
      "p",
      () => ACTORS.boubacar,
    );
    expect(commands.map(({ type }) => type)).toEqual(["project.open", "activity.test:event-0"]);
    expect(profile.events["test:event-0"]).toBeDefined();
  });
});
