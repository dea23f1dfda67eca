import { describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, openedEngine, PLAN, word } from "../../test/project.ts";
import { type CommandInput, createEngine, memoryStore, PBF_AUTHORISATION, type Role } from "../index.ts";
import { denialOf } from "./authorize.ts";

const denial = (who: keyof typeof ACTORS, what: string, agencies: string[] | null = ["PAM"]) =>
  denialOf({ actor: ACTORS[who], project: "mli-1", what, agencies }, PBF_AUTHORISATION, GRANTS);

describe("the fund's table of roles", () => {
  // One row per command: who may, in the order recipient (its own activity), convening, Secretariat, PBSO, viewer, system.
  it.each([
    ["project.read", "yes yes yes yes yes yes"],
    ["project.open", "no no yes yes no no"],
    ["project.start", "no no yes yes no no"],
    ["project.approve-extension", "no no no yes no no"],
    ["project.close", "no no no yes no no"],
    ["activity.add", "no no no yes no no"],
    ["activity.start", "yes yes no no no no"],
    ["activity.delay", "yes yes no no no no"],
    ["activity.suspend", "yes yes no no no no"],
    ["activity.resume", "yes yes no no no no"],
    ["activity.complete", "yes yes no no no no"],
    ["activity.propose-reallocation", "yes yes no no no no"],
    ["activity.approve-reallocation", "no no no yes no no"],
    ["activity.reject-reallocation", "no no no yes no no"],
    ["activity.revert-reallocation", "no no no yes no no"],
    ["activity.cancel", "yes yes no yes no no"],
    ["report.submit", "no yes no no no no"],
    ["report.review", "no no yes no no no"],
    ["report.approve", "no no no yes no no"],
    ["report.return", "no no yes yes no no"],
    ["money.move", "yes yes no no no no"],
    ["money.approve-move", "no no no yes no no"],
    ["money.reject-move", "no no no yes no no"],
    ["schedule.set-dates", "yes yes no no no no"],
    ["schedule.set-dependencies", "no yes no no no no"],
    ["reminder.record", "no no no no no yes"],
    ["no.such-command", "no no no no no no"],
  ])("%s: %s", (what, expected) => {
    const found = (Object.keys(ACTORS) as (keyof typeof ACTORS)[]).map((who) =>
      denial(who, what) === null ? "yes" : "no",
    );
    expect(found.join(" ")).toBe(expected);
  });

  it("an agency speaks for its own activities alone; where nobody knows whose they are, it does not", () => {
    expect(denial("amina", "activity.start", ["PAM"])).toBeNull();
    for (const agencies of [["FAO"], ["PAM", "FAO"], [], null])
      expect(denial("amina", "activity.start", agencies)).toBe("other-agency");
    expect(denial("boubacar", "activity.start", null)).toBeNull();
  });

  it("a role is held as it was granted: not another, not for another agency, not elsewhere, not by a stranger", () => {
    const as = (change: Partial<{ id: string; role: Role; agency: string | null }>, project = "mli-1") =>
      denialOf(
        { actor: { ...ACTORS.amina, ...change }, project, what: "project.read", agencies: null },
        PBF_AUTHORISATION,
        GRANTS,
      );
    expect(as({})).toBeNull();
    expect(as({ role: "pbso", agency: null })).toBe("role-not-held");
    expect(as({ agency: "FAO" })).toBe("role-not-held");
    expect(as({ id: "mallory" })).toBe("unknown-actor");
    expect(as({}, "mli-2")).toBe("other-project");
  });

  it("is data: another one holds where it is handed in, and grants may come from elsewhere", async () => {
    const policy = {
      id: "ours",
      version: "1",
      source: "test",
      permissions: [{ role: "viewer" as const, actions: ["activity.*"], scope: "any" as const }],
    };
    const asked: string[] = [];
    const store = memoryStore();
    await openedEngine({ store });
    const grants = async (actor: string) => {
      asked.push(actor);
      return GRANTS.filter((grant) => grant.actor === actor);
    };
    const engine = createEngine({ store, policy, grants });
    expect(
      word(await engine.execute(command("activity.start", { activity: "1.1.1", actor: ACTORS.eve }))),
    ).toBe("ok");
    expect(
      word(await engine.execute(command("activity.complete", { activity: "1.1.1", actor: ACTORS.amina }))),
    ).toBe("not-for-this-role");
    expect(new Set(asked)).toEqual(new Set(["eve", "amina"]));
  });
});

describe("a denial", () => {
  const denied = async (input: CommandInput, reason: string) => {
    const engine = await openedEngine();
    const before = await engine.history("mli-1");
    const answer = await engine.execute(input);
    expect(answer).toMatchObject({ ok: false, kind: "denied", problems: [{ code: reason }] });
    // It is on record, in a stream of its own: whoever may is neither kept waiting nor crossed by it.
    expect(await engine.denials(input.project)).toMatchObject([
      { type: "command.denied", actor: input.actor, data: { command: input.type, key: input.key, reason } },
    ]);
    expect(await engine.history("mli-1")).toEqual(before);
    expect((await engine.verify(input.project)).ok).toBe(true);
  };

  it("of a forged role: the actor says PBSO, and holds no such role", () =>
    denied(
      command("activity.approve-reallocation", {
        activity: "1.1.1",
        actor: { ...ACTORS.amina, role: "pbso", agency: null },
      }),
      "role-not-held",
    ));

  it("of a wrong project", () =>
    denied(
      command("activity.start", { project: "mli-2", activity: "1.1.1", actor: ACTORS.amina }),
      "other-project",
    ));

  it("of another agency's activity", () =>
    denied(command("activity.start", { activity: "1.1.2", actor: ACTORS.amina }), "other-agency"));

  it("of money that is another agency's", () =>
    denied(
      command("money.move", {
        actor: ACTORS.amina,
        moves: [{ from: "c", to: "a", amount: { minor: 1, currency: "USD" } }],
      }),
      "other-agency",
    ));

  it("of one who only looks", () =>
    denied(command("activity.start", { activity: "1.1.1", actor: ACTORS.eve }), "not-for-this-role"));

  it("is recorded each time, also of looking", async () => {
    const engine = await openedEngine();
    const bad = command("activity.start", { activity: "1.1.2", actor: ACTORS.amina });
    await engine.execute(bad);
    await engine.execute(bad);
    const stranger = { id: "mallory", role: "viewer" as const, agency: null };
    expect(await engine.authorizeRead({ actor: stranger, project: "mli-1" })).toMatchObject({
      kind: "denied",
    });
    expect(await engine.authorizeRead({ actor: ACTORS.eve, project: "mli-1" })).toBeNull();
    expect((await engine.denials("mli-1")).map(({ data }) => data.command)).toEqual([
      "activity.start",
      "activity.start",
      "project.read",
    ]);
  });

  it("does not outlive its reason", async () => {
    const grants = [...GRANTS];
    const engine = createEngine({ store: memoryStore(), grants });
    const open = command("project.open", { plan: PLAN, actor: { id: "fatou", role: "pbso", agency: null } });
    expect(word(await engine.execute(open))).toBe("unknown-actor");
    grants.push({ actor: "fatou", role: "pbso", agency: null, projects: ["mli-1"] });
    expect(word(await engine.execute(open))).toBe("ok");
  });
});
