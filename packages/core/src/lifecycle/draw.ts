import { groupBy } from "../values/group-by.ts";
import type { GuardReference, Lifecycle, LifecycleShape } from "./definition.ts";
import { type LifecycleTable, stateName, targetsOf } from "./table.ts";

/** A guard as text: `not in execution.done`. */
export function guardText(ref: GuardReference): string {
  if (typeof ref === "string") return ref;
  if ("and" in ref) return ref.and.map(guardText).join(" and ");
  if ("or" in ref) return `(${ref.or.map(guardText).join(" or ")})`;
  if ("not" in ref) return `not ${guardText(ref.not)}`;
  return "in" in ref ? `in ${ref.in}` : ref.type;
}

/** A transition as it is drawn. */
export interface DrawnTransition {
  /** The state before. */
  from: string;
  /** The state after; the same where the state stays. */
  to: string;
  /** Type of the event; `*`: every other. */
  event: string;
  /** The condition on which it is taken, as text; `null`: always. */
  guard: string | null;
}

/** States and transitions of each region, for drawing. */
export function regionsOf<Context, Event extends { type: string }>(
  lifecycle: Lifecycle<Context, Event>,
): {
  name: string;
  initial: string;
  states: { name: string; final: boolean }[];
  transitions: DrawnTransition[];
}[] {
  return lifecycle.regions.map(({ name, initial, states }) => ({
    name,
    initial,
    states: Object.entries(states).map(([state, { type }]) => ({ name: state, final: type === "final" })),
    transitions: Object.entries(states).flatMap(([from, { on = {} }]) =>
      Object.entries(on).flatMap(([event, list]) =>
        list.map(({ target, guard }) => ({
          ...{ from, to: target ?? from, event },
          guard: guard === undefined ? null : guardText(guard),
        })),
      ),
    ),
  }));
}

/** A lifecycle as Mermaid's state diagram, drawn from its definition: regions in parallel, guards in brackets. */
export function drawLifecycle<Context, Event extends { type: string }>(
  lifecycle: Lifecycle<Context, Event>,
): string {
  const id = (state: string) => state.replaceAll("-", "_");
  const regions = regionsOf(lifecycle);
  const body = regions.map(({ initial, states, transitions }) => {
    const lines = [`[*] --> ${id(initial)}`];
    for (const { name } of states) if (name !== id(name)) lines.push(`${id(name)}: ${name}`);
    for (const { name, final } of states) {
      const own = transitions.filter(({ from }) => from === name);
      for (const [to, all] of groupBy(own, (each) => each.to)) {
        const labels = all.map(({ event, guard }) => (guard === null ? event : `${event} [${guard}]`));
        lines.push(`${id(name)} --> ${id(to)}: ${labels.join(", ")}`);
      }
      if (final) lines.push(`${id(name)} --> [*]`);
    }
    return lines;
  });
  if (!lifecycle.parallel) return `stateDiagram-v2\n${(body[0] ?? []).map((line) => `  ${line}\n`).join("")}`;
  return [
    "stateDiagram-v2",
    "  [*] --> live",
    "  state live {",
    ...body.flatMap((lines, index) => [
      ...(index === 0 ? [] : ["    --"]),
      ...lines.map((line) => `    ${line}`),
    ]),
    "  }",
    "",
  ].join("\n");
}

/** A lifecycle's states and transitions as JSON, with guards and actions by name. */
export function lifecycleShape<Context, Event extends { type: string }>(
  lifecycle: Lifecycle<Context, Event>,
): LifecycleShape {
  return structuredClone(lifecycle.shape);
}

/** States and transitions of a whole lifecycle, by the one state that is derived from all regions. */
export interface StateGraph {
  /** Name of the machine. */
  id: string;
  /** The state that it begins in. */
  initial: string;
  /** States that can be reached, in the order of the definition. */
  states: {
    /** Name of the state. */
    name: string;
    /** Whether nothing can follow it. */
    final: boolean;
  }[];
  /** Pairs of states of which one can lead to the other. */
  edges: {
    /** The state before. */
    from: string;
    /** The state after. */
    to: string;
    /** Types of events that lead there. */
    types: string[];
  }[];
}

/**
 * The states that can be reached, whatever the guards say of the context, with the types of events that lead from one to another. Of parallel
 * regions, events that leave the derived state as it is are left out.
 */
export function stateGraph<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
): StateGraph {
  const { lifecycle, initial, final, types } = table;
  const found = new Set([initial]);
  const edges = new Map<string, { from: string; to: string; types: string[] }>();
  for (const index of found)
    for (const type of types.keys())
      for (const next of targetsOf(table, index, type)) {
        found.add(next);
        const [from, to] = [stateName(table, index), stateName(table, next)];
        if (lifecycle.parallel && from === to) continue;
        const name = `${from}\u0000${to}`;
        const edge = edges.get(name) ?? { from, to, types: [] };
        if (!edge.types.includes(type)) edge.types.push(type);
        edges.set(name, edge);
      }
  const states = new Map<string, boolean>();
  for (const index of [...found].sort((a, b) => a - b)) {
    const name = stateName(table, index);
    states.set(name, (states.get(name) ?? true) && (final[index] ?? false));
  }
  return {
    id: lifecycle.id,
    initial: stateName(table, initial),
    states: [...states].map(([name, ends]) => ({ name, final: ends })),
    edges: [...edges.values()],
  };
}
