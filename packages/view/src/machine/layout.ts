import type { Dated } from "@cadre/core";
import { FUND_PROFILE, type LifecycleTable, type Profile, stateGraph } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { Graph, layout } from "@dagrejs/dagre";
import { type OwnNames, ownNames } from "../messages/index.ts";
import { eventText, stateText } from "./labels.ts";

/** A lifecycle's table. */
export type Machine = LifecycleTable<unknown, Dated>;

/** A state of a diagram: the middle of its box and its size, in pixels. */
export interface StateBox {
  /** Name of the state in the lifecycle. */
  state: string;
  /** The name of the state, in the language of the layout. */
  label: string;
  /** Whether nothing follows it. */
  final: boolean;
  /** Middle of the box, from the left. */
  x: number;
  /** Middle of the box, from the top. */
  y: number;
  /** Width of the box. */
  width: number;
  /** Height of the box. */
  height: number;
}

/** A transition: its events, its curve as an SVG path, and where its labels are. */
export interface StateTransition {
  /** The state before. */
  from: string;
  /** The state after. */
  to: string;
  /** Types of the events that lead there. */
  types: string[];
  /** Data of an SVG path (`d`). */
  path: string;
  /** Middle of the labels, from the left. */
  x: number;
  /** Middle of the labels, from the top. */
  y: number;
}

/** A machine laid out with the labels of one language. Plain data: a page draws it without the machine and without what laid it out. */
export interface MachineLayout {
  /** Id of the lifecycle: `activity`. */
  machine: string;
  /** Names of an agency's own codes; absent where the machine has the fund's alone. */
  own?: OwnNames;
  /** The state that it begins in. */
  initial: string;
  /** Width of the whole, in pixels. */
  width: number;
  /** Height of the whole, in pixels. */
  height: number;
  /** Every state, once. */
  states: StateBox[];
  /** One for each pair of states that events lead between. */
  transitions: StateTransition[];
}

/** Whole pixels: nobody sees a part of one, and every page carries the layout. */
const round = Math.round;

/** A line through points, its corners rounded by the middle of each stretch. */
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return "";
  let path = `M${round(first.x)},${round(first.y)}`;
  let height = first.y;
  for (const [index, point] of rest.slice(0, -1).entries()) {
    const next = rest[index + 1] ?? last;
    const middle = round((point.x + next.x) / 2);
    path +=
      height === point.y && point.y === next.y
        ? `H${middle}`
        : `Q${round(point.x)},${round(point.y)} ${middle},${round((point.y + next.y) / 2)}`;
    height = (point.y + next.y) / 2;
  }
  // Of a level line its end is enough.
  return `${path.replace(/H\d+(?=H)/g, "")}L${round(last.x)},${round(last.y)}`;
}

type Box = Pick<StateBox, "x" | "y" | "width" | "height">;
interface Transition {
  points: { x: number; y: number }[];
  x: number;
  y: number;
}

/** A loop at the foot of a state, with its label below it. */
const loopAt = ({ x, y, height }: Box) => {
  const foot = round(y + height / 2);
  return {
    path: `M${round(x - 12)},${foot}C${round(x - 18)},${foot + 20} ${round(x + 18)},${foot + 20} ${round(x + 12)},${foot + 1}`,
    x: round(x),
    y: foot + 23,
  };
};

const TEXT = 6.7;

/** Lays a machine out with dagre, from left to right. There is space for the numbers of the steps of a path on each transition. */
export function layoutMachine(
  machine: Machine,
  language: DisplayLanguage,
  { name = machine.lifecycle.id, own }: { name?: string; own?: OwnNames | undefined } = {},
): MachineLayout {
  const lifecycle = stateGraph(machine);
  const label = (state: string) => stateText(name, state, language, own);
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 26, ranksep: 54, marginx: 10, marginy: 10 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of lifecycle.states.map(({ name }) => name))
    graph.setNode(state, { width: label(state).length * TEXT + 26, height: 30 });
  // A state that an event leads back to is drawn as a loop at its foot, for which no space has to be laid out.
  for (const { from, to, types } of lifecycle.edges.filter((edge) => edge.from !== edge.to))
    graph.setEdge(from, to, {
      width: Math.max(...types.map((type) => eventText(type, language, own).length)) * 5.4 + 6,
      height: (types.length + 1) * 12,
      labelpos: "c",
    });
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  const states = lifecycle.states.map(({ name: state, final }): StateBox => {
    const { x, y, width, height } = graph.node(state) as Box;
    const box = { x: round(x), y: round(y), width: round(width), height: round(height) };
    return { state, label: label(state), final, ...box };
  });
  const transitions = lifecycle.edges.map(({ from, to, types }): StateTransition => {
    if (from === to) return { from, to, types, ...loopAt(graph.node(from) as Box) };
    const { points, x, y } = graph.edge(from, to) as Transition;
    return { from, to, types, path: curve(points), x: round(x), y: round(y) };
  });
  const foot = Math.max(size.height ?? 0, ...transitions.map(({ y, types }) => y + (types.length + 1) * 7));
  return {
    machine: name,
    ...(own !== undefined && { own }),
    initial: lifecycle.initial,
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(foot),
    states,
    transitions,
  };
}

const layouts = new WeakMap<Pick<Profile, "table">, Map<DisplayLanguage, MachineLayout>>();

/** The activity's machine, with what a profile adds to it, laid out once in each language. */
export function activityLayout(language: DisplayLanguage, profile: Profile = FUND_PROFILE): MachineLayout {
  const known = layouts.get(profile) ?? new Map<DisplayLanguage, MachineLayout>();
  layouts.set(profile, known);
  const own = ownNames(profile, [...Object.keys(profile.states), ...Object.keys(profile.events)]);
  const layout = known.get(language) ?? layoutMachine(profile.table, language, { name: "activity", own });
  known.set(language, layout);
  return layout;
}
