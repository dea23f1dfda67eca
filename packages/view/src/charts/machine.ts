import {
  ACTIVITY_STATES,
  type ActivityState,
  activityMachine,
  type Dated,
  formatDate,
  inOrderOfEffect,
  type Language,
} from "@cadre/core";
import { replayWith } from "@cadre/core/lifecycle";
import { Graph, layout } from "@dagrejs/dagre";
import { type View, viewOf } from "../display/index.ts";
import { ACCENT, INK, PAPER, QUIET, STATE_INKS } from "../look/index.ts";
import { at, html, type Markup, nameOf, picture } from "../markup/index.ts";
import { table } from "../tables/index.ts";
import { WORDS, wordOf } from "../words/index.ts";

type Machine = Parameters<typeof replayWith>[0];

/** A step of the path: an event that led from one state to another. */
interface Step {
  type: string;
  date: string | null;
  from: string;
  to: string;
}

interface Edge {
  from: string;
  to: string;
  events: string[];
}

/** Every way of a flat machine from one state to another, with the events that lead there. */
function edgesOf(machine: Machine): Edge[] {
  const edges = new Map<string, Edge>();
  for (const [from, node] of Object.entries(machine.states))
    for (const [type, candidates] of node.transitions)
      for (const { target } of candidates) {
        const to = target?.[0]?.key ?? from;
        const name = `${from}\u0000${to}`;
        const edge = edges.get(name) ?? { from, to, events: [] };
        if (!edge.events.includes(type)) edge.events.push(type);
        edges.set(name, edge);
      }
  return [...edges.values()];
}

/** The path that events took through the machine; what a state refused is no step. */
function pathOf(machine: Machine, events: readonly Dated[]): Step[] {
  const ordered = inOrderOfEffect(events);
  const steps: Step[] = [];
  let [from, refused] = [String(machine.config.initial), 0];
  for (const [place, { type, date }] of ordered.entries()) {
    const { state, refusals } = replayWith(machine, ordered.slice(0, place + 1));
    if (refusals.length === refused) steps.push({ type, date, from, to: state });
    [from, refused] = [state, refusals.length];
  }
  return steps;
}

const isActivityState = (state: string): state is ActivityState =>
  (ACTIVITY_STATES as readonly string[]).includes(state);

const width = (text: string) => text.length * 6.7;

/** A line through points, its corners rounded by the middle of each stretch. */
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return "";
  let path = `M${at(first.x)},${at(first.y)}`;
  for (const [place, point] of rest.slice(0, -1).entries()) {
    const next = rest[place + 1] ?? last;
    path += `Q${at(point.x)},${at(point.y)} ${at((point.x + next.x) / 2)},${at((point.y + next.y) / 2)}`;
  }
  return `${path}L${at(last.x)},${at(last.y)}`;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Way {
  points: { x: number; y: number }[];
  x: number;
  y: number;
}

const wayOf = ({ points, x, y }: Way) => ({ path: curve(points), x, y });

/** A loop at the foot of a state, with its words below it. */
const loopAt = ({ x, y, height }: Box) => {
  const foot = y + height / 2;
  return {
    path: `M${at(x - 12)},${at(foot)}C${at(x - 18)},${at(foot + 20)} ${at(x + 18)},${at(foot + 20)} ${at(x + 12)},${at(foot + 1)}`,
    x,
    y: foot + 23,
  };
};

/** What a picture of a machine may be told. */
export interface MachineOptions {
  language: Language;
  /** The machine to draw: flat, as Cadre's are. The activity's unless told. */
  machine?: Machine;
  /** Name of whose path it is: `1.1.1`. */
  name?: string;
}

/**
 * A state diagram, drawn from the machine itself, with the path that events took through it: taken states are framed, taken transitions
 * thick and numbered in order. Laid out by dagre.
 */
export function machineDiagram(events: readonly Dated[], options: MachineOptions): View {
  const { language, machine = activityMachine, name } = options;
  const words = WORDS[language];
  const stateWords = (state: string) =>
    isActivityState(state) && machine.id === "activity"
      ? words.states[state]
      : wordOf(words.otherStates, wordOf(words.states, state));
  const eventWords = (type: string) => wordOf(words.events, type);
  const steps = pathOf(machine, events);
  const initial = String(machine.config.initial);
  const taken = new Map<string, number[]>();
  for (const [place, { from, to }] of steps.entries()) {
    const edge = `${from}\u0000${to}`;
    taken.set(edge, [...(taken.get(edge) ?? []), place + 1]);
  }
  const visited = new Set([initial, ...steps.map(({ to }) => to)]);
  const now = steps.at(-1)?.to ?? initial;
  const pathWords = [
    stateWords(initial),
    ...steps.map(
      ({ type, date, to }) =>
        `${eventWords(type)}${date === null ? "" : ` (${formatDate(date, language)})`} → ${stateWords(to)}`,
    ),
  ].join(", ");
  const title = `${words.charts.machineTitle(wordOf(words.otherStates, machine.id))}${name === undefined ? "" : `${words.colon} ${name}`}`;
  const description = events.length === 0 ? words.charts.machineNoPath : words.charts.machineText(pathWords);
  const id = nameOf(title + description);

  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: 26, ranksep: 54, marginx: 10, marginy: 10 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of Object.keys(machine.states))
    graph.setNode(state, { width: width(stateWords(state)) + 26, height: 30 });
  const edges = edgesOf(machine);
  for (const { from, to, events: types } of edges) {
    // A state that an event leads back to is drawn as a loop at its foot, for which no room has to be laid out.
    if (from === to) continue;
    const lines = types.map(eventWords);
    const order = taken.get(`${from}\u0000${to}`);
    if (order !== undefined) lines.unshift(order.join(", "));
    graph.setEdge(from, to, {
      width: Math.max(...lines.map((line) => line.length)) * 5.4 + 6,
      height: lines.length * 12,
      labelpos: "c",
    });
  }
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  const node = (state: string): Markup => {
    const { x, y, width: wide, height: high } = graph.node(state) as Box;
    const ink = isActivityState(state) && machine.id === "activity" ? STATE_INKS[state] : null;
    const on = visited.has(state);
    const final = machine.states[state]?.type === "final";
    const [left, top] = [x - wide / 2, y - high / 2];
    return html`<g><rect x="${at(left)}" y="${at(top)}" width="${at(wide)}" height="${at(high)}" rx="${final ? 15 : 5}" fill="${state === now && events.length > 0 ? INK : PAPER}" stroke="${on && events.length > 0 ? INK : QUIET}" stroke-width="${on && events.length > 0 ? 2.2 : 1}"/>${
      final &&
      html`<rect x="${at(left + 3)}" y="${at(top + 3)}" width="${at(wide - 6)}" height="${at(high - 6)}" rx="12" fill="none" stroke="${state === now && events.length > 0 ? PAPER : QUIET}" stroke-width="0.8"/>`
    }<text x="${at(x)}" y="${at(y + 4)}" text-anchor="middle" fill="${state === now && events.length > 0 ? PAPER : INK}">${ink !== null && `${ink.sign} `}${stateWords(state)}</text></g>`;
  };
  const line = ({ from, to, events: types }: Edge): Markup => {
    const order = taken.get(`${from}\u0000${to}`);
    const on = order !== undefined;
    const walked = new Set(
      steps.filter((step) => step.from === from && step.to === to).map(({ type }) => type),
    );
    const { path, x, y } = from === to ? loopAt(graph.node(from) as Box) : wayOf(graph.edge(from, to) as Way);
    const lines = [
      ...(on ? [{ text: order.join(", "), bold: true }] : []),
      ...types.map((type) => ({ text: eventWords(type), bold: walked.has(type) })),
    ];
    const top = y - (lines.length * 12) / 2 + 10;
    return html`<g><path d="${path}" fill="none" stroke="${on ? ACCENT : QUIET}" stroke-width="${on ? 2.6 : 0.9}" marker-end="url(#${id}${on ? "on" : "off"})"/>${lines.map(
      ({ text, bold }, place) =>
        html`<text x="${at(x)}" y="${at(top + place * 12)}" text-anchor="middle" font-size="10" font-weight="${bold ? 700 : 400}" fill="${bold ? INK : QUIET}" stroke="${PAPER}" stroke-width="3" paint-order="stroke">${text}</text>`,
    )}</g>`;
  };
  const marker = (name: string, fill: string) =>
    html`<marker id="${id}${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0L8,4L0,8Z" fill="${fill}"/></marker>`;
  const untaken = edges.filter(({ from, to }) => !taken.has(`${from}\u0000${to}`));
  const svg = picture(
    { width: size.width ?? 0, height: size.height ?? 0, title, description, id },
    html`<defs>${marker("on", ACCENT)}${marker("off", QUIET)}</defs>${untaken.map(line)}${edges.filter((edge) => !untaken.includes(edge)).map(line)}${Object.keys(machine.states).map(node)}`,
  );
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    body: html`<p>${description}</p>${
      steps.length > 0 &&
      html`<details><summary>${words.asTable}</summary>${table({
        caption: title,
        id: `machine${title}`,
        language,
        rows: steps,
        columns: [
          { column: "event", heads: true, cell: ({ type }) => eventWords(type) },
          { column: "date", cell: ({ date }) => (date === null ? words.rest : formatDate(date, language)) },
          { column: "state", cell: ({ to }) => stateWords(to) },
        ],
      })}</details>`
    }`,
  });
}
