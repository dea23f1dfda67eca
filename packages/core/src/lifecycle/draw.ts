import type { AnyStateMachine } from "xstate";

/** A machine as Mermaid's state diagram, drawn from the machine itself. Guards stand in brackets. */
export function drawMachine(machine: AnyStateMachine): string {
  const id = (state: string) => state.replaceAll("-", "_");
  const lines = ["stateDiagram-v2", `  [*] --> ${id(String(machine.config.initial))}`];
  for (const name of Object.keys(machine.states)) if (name !== id(name)) lines.push(`  ${id(name)}: ${name}`);
  for (const [name, node] of Object.entries(machine.states)) {
    const byTarget = new Map<string, string[]>();
    for (const [type, candidates] of node.transitions)
      for (const { target, guard } of candidates) {
        const to = target?.[0]?.key ?? name;
        const label = guard === undefined ? type : `${type} [${typeof guard === "string" ? guard : "guard"}]`;
        byTarget.set(to, [...(byTarget.get(to) ?? []), label]);
      }
    for (const [to, labels] of byTarget) lines.push(`  ${id(name)} --> ${id(to)}: ${labels.join(", ")}`);
    if (node.type === "final") lines.push(`  ${id(name)} --> [*]`);
  }
  return `${lines.join("\n")}\n`;
}

/** A machine's configuration as JSON, with guards and actions by name: what Stately's editor imports. */
export function machineConfig(machine: AnyStateMachine): Record<string, unknown> {
  return JSON.parse(JSON.stringify(machine.config)) as Record<string, unknown>;
}
