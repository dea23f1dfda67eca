import { afterAll, describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, PLAN, word } from "../../test/project.ts";
import { STORES } from "../../test/stores.ts";
import { createEngine, verifyLog } from "../engine/index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { archiveStreams, withArchives } from "./archive.ts";

const grants = GRANTS.map((grant) => ({ ...grant, projects: "all" as const }));
const on = (project: string, type: Parameters<typeof command>[0], more: Record<string, unknown> = {}) => ({
  ...command(type, more),
  project,
});

describe.each(STORES)("an archive of a log in %s", (_, open) => {
  const removes: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const remove of removes) await remove();
  });
  async function divided() {
    const { one: from, remove } = await open();
    removes.push(remove);
    const engine = createEngine({ store: from, grants });
    for (const project of ["old", "young"]) {
      expect(word(await engine.execute(on(project, "project.open", { plan: PLAN })))).toBe("ok");
      for (const type of ["project.start", "activity.delay"] as const)
        await engine.execute(
          on(project, type, { activity: "1.1.1", causes: ["season"], effective: "2020-02" }),
        );
    }
    await engine.recordDenial({ actor: ACTORS.eve, project: "old" }, "not-for-this-role", "activity.delay");
    const [archive, rest] = [memoryStore(), memoryStore()];
    const isArchived = (stream: string) => stream === "project/old";
    const name = "archive-2026.sqlite";
    expect(await archiveStreams({ from, archive, rest, isArchived, name })).toEqual(["project/old"]);
    return { from, archive, rest, before: engine };
  }

  it("holds its streams as they were, and the rest goes on without them", async () => {
    const { from, archive, rest, before } = await divided();
    for (const [store, stream] of [
      [archive, "project/old"],
      [rest, "project/young"],
      [rest, "denials/old"],
    ] as const)
      expect([stream, await store.head(stream)]).toEqual([stream, await from.head(stream)]);
    expect(await archive.streams()).toEqual(["project/old"]);
    for (const store of [archive, rest]) expect((await verifyLog(store)).problems).toEqual([]);
    const engine = createEngine({ store: rest, grants });
    expect(await engine.view("young")).toEqual(await before.view("young"));
    expect(await engine.projects()).toEqual(["young"]);
    expect(
      word(await engine.execute(on("young", "activity.delay", { activity: "1.1.2", causes: ["season"] }))),
    ).toBe("ok");
    // The log that was divided stays as it was.
    expect((await before.verify("old")).ok).toBe(true);
  });

  it("without its archive, a project says where it is, and is not opened again", async () => {
    const { rest } = await divided();
    const engine = createEngine({ store: rest, grants });
    const archived = {
      problem: { code: "archived", message: { en: expect.stringContaining("archive-2026.sqlite") } },
    };
    await expect(engine.view("old")).rejects.toMatchObject(archived);
    await expect(engine.history("old")).rejects.toMatchObject(archived);
    expect(word(await engine.execute(on("old", "project.open", { plan: PLAN })))).toBe("archived");
    expect(await engine.view("never")).toBeNull();
    for await (const page of engine.subscribe({ live: false }))
      expect(page.events.map(({ stream }) => stream)).toContain("archived/project/old");
  });

  it("with its archive, a project is read as before, and nothing is added to it", async () => {
    const { archive, rest, before } = await divided();
    const store = await withArchives(rest, [archive]);
    const engine = createEngine({ store, grants });
    expect(await engine.view("old")).toEqual(await before.view("old"));
    expect(await engine.history("old")).toEqual(await before.history("old"));
    expect(await engine.projects()).toEqual(["old", "young"]);
    expect(await engine.projects({ after: "old" })).toEqual(["young"]);
    expect((await engine.verify("old")).ok).toBe(true);
    const answer = await engine.execute(
      on("old", "activity.delay", { activity: "1.1.2", causes: ["season"] }),
    );
    expect(answer).toMatchObject({ ok: false, kind: "refused", problems: [{ code: "archived" }] });
    expect((await archive.head("project/old")).position).toBe((await before.history("old")).length);
  });
});
