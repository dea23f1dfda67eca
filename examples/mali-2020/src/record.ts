import type { FrameworkDocument } from "@cadre/core";
import { type Actor, commandsOf, createEngine, memoryStore, type ProjectView } from "@cadre/engine";

/** The convening agency says what became of the activities; the Peacebuilding Support Office approves. */
const AGENCY = "PAM";
const convening: Actor = { id: "convening agency", role: "convening-agency", agency: AGENCY };
const pbso: Actor = { id: "PBSO", role: "pbso", agency: null };
const PROJECT = "mali-2020";

/** Brings the history to a log, each event under the one who may report it, and says the state of everything by that log. */
export async function record(document: FrameworkDocument): Promise<ProjectView> {
  const engine = createEngine({
    store: memoryStore(),
    grants: [
      { actor: convening.id, role: convening.role, agency: AGENCY, projects: [PROJECT] },
      { actor: pbso.id, role: pbso.role, agency: null, projects: "all" },
    ],
  });
  const approves = /^project\.|\.(approve|reject|revert)-/;
  const { commands } = commandsOf(document, PROJECT, (type) => (approves.test(type) ? pbso : convening));
  for (const command of commands) {
    const answer = await engine.execute(command);
    if (!answer.ok) throw new Error(`${command.key}: ${answer.problems[0]?.message.en}`);
  }
  const view = await engine.view(PROJECT);
  if (view === null) throw new Error("was opened");
  return view;
}
