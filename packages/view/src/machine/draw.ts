import { formatDate } from "@cadre/core";
import { groupBy } from "@cadre/core/internal";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup, nameOf, picture } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";
import { ACCENT, BACKGROUND, type Fill, FOREGROUND, QUIET, STATE_FILLS } from "../theme/index.ts";
import { eventText, stateText } from "./labels.ts";
import type { MachineLayout, StateBox, StateTransition } from "./layout.ts";

/** A step of a path: an event that led from one state to another. */
export interface MachineStep {
  type: string;
  date: string | null;
  from: string;
  to: string;
}

/** A path in words: `planned, started (March 2020) → in progress, …`. */
export function pathText(
  layout: MachineLayout,
  steps: readonly MachineStep[],
  language: DisplayLanguage,
): string {
  const { charts } = messagesIn(language);
  if (steps.length === 0) return charts.machineNoPath;
  const { machine, own } = layout;
  const label = (state: string) => stateText(machine, state, language, own);
  return charts.machineText(
    [
      label(layout.initial),
      ...steps.map(
        ({ type, date, to }) =>
          `${eventText(type, language, own)}${date === null ? "" : ` (${formatDate(date, { language })})`} → ${label(to)}`,
      ),
    ].join(", "),
  );
}

const fillByLabel = ({ machine, own }: MachineLayout, state: string): Fill | null => {
  const known = own?.states[state]?.broader ?? state;
  return machine === "activity" && known in STATE_FILLS
    ? STATE_FILLS[known as keyof typeof STATE_FILLS]
    : null;
};

/**
 * A laid-out machine as a picture, with the path that was taken: visited states are framed, the present one filled, taken transitions thick and
 * numbered in order. It needs nothing but the layout, so a page can draw it too.
 */
export function drawMachine(
  layout: MachineLayout,
  steps: readonly MachineStep[],
  { language, title }: { language: DisplayLanguage; title: string },
): Markup {
  const description = pathText(layout, steps, language);
  const id = nameOf(title + description);
  const keyOf = ({ from, to }: { from: string; to: string }) => `${from}\u0000${to}`;
  const numbered = steps.map((step, index) => ({ key: keyOf(step), number: index + 1, type: step.type }));
  const taken = groupBy(numbered, ({ key }) => key);
  const now = steps.at(-1)?.to ?? null;
  const visited = new Set(steps.length === 0 ? [] : [layout.initial, ...steps.map(({ to }) => to)]);
  const box = ({ state, label, final, x, y, width, height }: StateBox): Markup => {
    const fill = fillByLabel(layout, state);
    const [on, here] = [visited.has(state), state === now];
    const [left, top] = [x - width / 2, y - height / 2];
    return html`<g><rect x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(height)}" rx="${final ? 15 : 5}" fill="${here ? FOREGROUND : BACKGROUND}" stroke="${on ? FOREGROUND : QUIET}" stroke-width="${on ? 2.2 : 1}"/>${
      final &&
      html`<rect x="${at(left + 3)}" y="${at(top + 3)}" width="${at(width - 6)}" height="${at(height - 6)}" rx="12" fill="none" stroke="${here ? BACKGROUND : QUIET}" stroke-width="0.8"/>`
    }<text x="${at(x)}" y="${at(y + 4)}" text-anchor="middle" fill="${here ? BACKGROUND : FOREGROUND}">${fill !== null && `${fill.sign} `}${label}</text></g>`;
  };
  const arrow = (each: StateTransition): Markup => {
    const order = taken.get(keyOf(each));
    const done = new Set(order?.map(({ type }) => type));
    const lines = [
      ...(order === undefined ? [] : [{ text: order.map(({ number }) => number).join(", "), bold: true }]),
      ...each.types.map((type) => ({ text: eventText(type, language, layout.own), bold: done.has(type) })),
    ];
    const top = each.y - (lines.length * 12) / 2 + 10;
    return html`<g><path d="${each.path}" fill="none" stroke="${order === undefined ? QUIET : ACCENT}" stroke-width="${order === undefined ? 0.9 : 2.6}" marker-end="url(#${id}${order === undefined ? "off" : "on"})"/>${lines.map(
      ({ text, bold }, index) =>
        html`<text x="${at(each.x)}" y="${at(top + index * 12)}" text-anchor="middle" font-size="10" font-weight="${bold ? 700 : 400}" fill="${bold ? FOREGROUND : QUIET}" stroke="${BACKGROUND}" stroke-width="3" paint-order="stroke">${text}</text>`,
    )}</g>`;
  };
  const marker = (name: string, fill: string) =>
    html`<marker id="${id}${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0L8,4L0,8Z" fill="${fill}"/></marker>`;
  const untaken = layout.transitions.filter((each) => !taken.has(keyOf(each)));
  return picture(
    { width: layout.width, height: layout.height, title, description, id },
    html`<defs>${marker("on", ACCENT)}${marker("off", QUIET)}</defs>${untaken.map(arrow)}${layout.transitions.filter((each) => !untaken.includes(each)).map(arrow)}${layout.states.map(box)}`,
  );
}
