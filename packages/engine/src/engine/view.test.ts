import { expect, it } from "vitest";
import { command, GRANTS, openedEngine } from "../../test/project.ts";
import {
  type CompiledLifecycles,
  compileLifecycles,
  LIFECYCLES,
  type ReplayedProject,
} from "../events/index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { createEngine } from "./create-engine.ts";
import { viewsBy } from "./view.ts";

it("costs what changed: an activity without further events is not replayed again", async () => {
  const engine = await openedEngine();
  const compiled = compileLifecycles(LIFECYCLES);
  let replayed = 0;
  const counting: CompiledLifecycles = {
    ...compiled,
    activity: (...args) => {
      replayed += 1;
      return compiled.activity(...args);
    },
  };
  const viewOf = viewsBy(counting);
  const view = (state: ReplayedProject) => {
    replayed = 0;
    return viewOf(state);
  };
  const first = await engine.state("mli-1");
  view(first);
  const all = replayed;
  expect(all).toBe(3);
  expect(view(await engine.state("mli-1"))).toBe(viewOf(first));
  expect(replayed).toBe(0);
  await engine.execute(command("activity.delay", { activity: "1.1.2", causes: ["season"] }));
  const later = view(await engine.state("mli-1"));
  expect(replayed).toBe(1);
  expect(later.activities.map(({ state }) => state)).toEqual(["planned", "delayed", "planned"]);
});

it("of a project that nothing was appended to is the same object", async () => {
  const store = memoryStore();
  await openedEngine({ store });
  const engine = createEngine({ store, grants: GRANTS });
  expect(await engine.view("mli-1")).toBe(await engine.view("mli-1"));
});
