import { money } from "@cadre/core";
import type { Command, CommandInput, EngineOptions, Grant, ProjectPlan } from "../src/index.ts";
import { createEngine, type Engine, memoryStore } from "../src/index.ts";

/** Two agencies, three activities, three budget lines; FAO convenes. */
export const PLAN: ProjectPlan = {
  title: "Cohesion",
  endDate: "2021-06-30",
  genderMarker: "GM2",
  agencies: [
    { name: "FAO", convening: true },
    { name: "PAM", convening: false },
  ],
  activities: [
    { code: "1.1.1", title: "Participatory planning", agencies: ["PAM"] },
    { code: "1.1.2", title: null, agencies: ["FAO"] },
    { code: "2.1.1", title: null, agencies: [] },
  ],
  lines: [
    {
      id: "a",
      activity: "1.1.1",
      output: "1.1",
      agency: "PAM",
      category: "staff",
      amount: money(600_000, "USD"),
      gewe: 0.5,
    },
    {
      id: "b",
      activity: "1.1.1",
      output: "1.1",
      agency: "PAM",
      category: "travel",
      amount: money(300_000, "USD"),
      gewe: 0.2,
    },
    {
      id: "c",
      activity: "1.1.2",
      output: "1.1",
      agency: "FAO",
      category: "travel",
      amount: money(100_000, "USD"),
      gewe: 0.3,
    },
  ],
  schedule: {
    activities: [
      { code: "1.1.1", start: "2020-01-01", end: "2020-03-31" },
      { code: "1.1.2", start: "2020-04-01", end: "2020-06-30" },
    ],
    dependencies: [{ from: "1.1.1", to: "1.1.2", kind: "finish-to-start", lag: 0 }],
  },
};

export const ACTORS = {
  amina: { id: "amina", role: "recipient-agency", agency: "PAM" },
  boubacar: { id: "boubacar", role: "convening-agency", agency: "FAO" },
  chantal: { id: "chantal", role: "secretariat", agency: null },
  dieter: { id: "dieter", role: "pbso", agency: null },
  eve: { id: "eve", role: "viewer", agency: null },
  clockwork: { id: "clockwork", role: "system", agency: null },
} as const satisfies Record<string, Command["actor"]>;

export const GRANTS: Grant[] = Object.values(ACTORS).map(({ id, role, agency }) => ({
  actor: id,
  role,
  agency,
  projects: role === "pbso" || role === "system" ? "all" : ["mli-1"],
}));

/** A clock that is where it is put. */
export function stoppedClock(at = "2020-11-15T12:00:00.000Z"): {
  now: () => Date;
  set: (at: string) => void;
} {
  let instant = at;
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = next;
    },
  };
}

let keys = 0;
type Fields = Omit<CommandInput, "project" | "key" | "actor">;
/** A command with what is left out filled in; by a sender who may, as the type goes. */
export const command = (type: CommandInput["type"], more: Record<string, unknown> = {}): CommandInput => {
  keys += 1;
  const by =
    type.startsWith("project") || /approve|reject|revert|add/.test(type) ? ACTORS.dieter : ACTORS.boubacar;
  return { type, project: "mli-1", key: `k${keys}`, actor: by, ...more } as Fields as CommandInput;
};

/** An engine in memory with the project opened. */
export async function openedEngine(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = createEngine({
    store: memoryStore(),
    grants: GRANTS,
    clock: stoppedClock().now,
    ...options,
  });
  const answer = await engine.execute(command("project.open", { plan: PLAN }));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return engine;
}

/** What became of a command in one word: `ok`, or the first problem's code. */
export const word = (answer: Awaited<ReturnType<Engine["execute"]>>): string =>
  answer.ok ? "ok" : (answer.problems[0]?.code ?? "");

/** Where an activity is. */
export async function stateOf(engine: Engine, code: string, project = "mli-1"): Promise<string | undefined> {
  return (await engine.view(project))?.activities.find((each) => each.code === code)?.state;
}
