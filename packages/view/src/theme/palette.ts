import type { Severity } from "@cadre/core";
import type { Status } from "@cadre/core/indicators";
import type { FundState } from "@cadre/core/lifecycle";

/** A status, or that nobody can say. */
export type StatusKey = NonNullable<Status["status"]> | "unknown";

/** Statuses in the order in which they are drawn, best first; what is not known comes last and is never left out. */
export const STATUS_KEYS = [
  "achieved",
  "on-track",
  "at-risk",
  "off-track",
  "not-due",
  "unknown",
] as const satisfies readonly StatusKey[];

/** How something is drawn: its colour, the pattern over it, and a sign for where text does not fit. */
export interface Fill {
  /** The fill. Kept apart by lightness alone, so that it survives grey print and every kind of colour-blindness. */
  fill: string;
  /** Line over the fill; `none` leaves it plain. */
  pattern: Pattern;
  sign: string;
}

/** Patterns that a fill can carry. `hollow`: an outline, nothing inside. */
export type Pattern = "none" | "hatch" | "back-hatch" | "cross" | "dots" | "hollow";

/** Colour of text and lines. */
export const FOREGROUND = "#16202b";
/** Colour of secondary text and lines: axes, notes. 4.5 : 1 on white and more. */
export const QUIET = "#55606c";
/** Lines of tables and grids. */
export const LINE = "#c9d1d9";
/** Background. */
export const BACKGROUND = "#ffffff";
/** The one accent: links, bars of a plain quantity. */
export const ACCENT = "#1b639e";

/** Fills of statuses, dark to light: achieved, off track, on track, at risk. Steps of lightness of 12 and more; signs beside. */
export const STATUS_FILLS: Record<StatusKey, Fill> = {
  achieved: { fill: "#0a2f5c", pattern: "none", sign: "★" },
  "on-track": { fill: "#2079b8", pattern: "none", sign: "✓" },
  "at-risk": { fill: "#c0850f", pattern: "hatch", sign: "!" },
  "off-track": { fill: "#8f1d14", pattern: "cross", sign: "✗" },
  "not-due": { fill: "#c6cdd4", pattern: "hollow", sign: "○" },
  unknown: { fill: BACKGROUND, pattern: "hollow", sign: "?" },
};

/** Fills of activity states. What holds an activity up is hatched, what ended it has a sign. */
export const STATE_FILLS: Record<FundState, Fill> = {
  planned: { fill: BACKGROUND, pattern: "hollow", sign: "·" },
  "in-progress": { fill: "#2079b8", pattern: "none", sign: "▶" },
  delayed: { fill: "#c0850f", pattern: "hatch", sign: "!" },
  suspended: { fill: "#8f1d14", pattern: "cross", sign: "‖" },
  reallocated: { fill: "#7b4a86", pattern: "back-hatch", sign: "⇄" },
  cancelled: { fill: "#b9c0c7", pattern: "back-hatch", sign: "×" },
  done: { fill: "#0a2f5c", pattern: "none", sign: "★" },
  merged: { fill: "#b9c0c7", pattern: "cross", sign: "↷" },
  split: { fill: "#b9c0c7", pattern: "hatch", sign: "⑂" },
  undetermined: { fill: "#ead7ec", pattern: "dots", sign: "?" },
};

/** Fills of severities. */
export const SEVERITY_FILLS: Record<Severity, Fill> = {
  error: { fill: "#8f1d14", pattern: "none", sign: "✗" },
  warning: { fill: "#8a5a00", pattern: "none", sign: "!" },
  info: { fill: "#1b639e", pattern: "none", sign: "i" },
};

/**
 * Categories of a breakdown, in order: fills with steps of lightness. None of them is the colour of a status or of a state, which means
 * something. `unknown` never takes one of these.
 */
export const CATEGORY_FILLS: readonly Fill[] = [
  { fill: "#0f5f57", pattern: "none", sign: "a" },
  { fill: "#7cc0b4", pattern: "none", sign: "b" },
  { fill: "#d07fa8", pattern: "back-hatch", sign: "c" },
  { fill: "#33122a", pattern: "none", sign: "d" },
  { fill: "#c5e08a", pattern: "dots", sign: "e" },
  { fill: "#6f6d36", pattern: "hatch", sign: "f" },
  { fill: "#d9dfe5", pattern: "none", sign: "g" },
];
/** What has no recorded category. */
export const UNKNOWN_INK: Fill = { fill: BACKGROUND, pattern: "hollow", sign: "?" };

/** The fill of the category at a place in the list; after the last, they begin again. */
export function categoryFill(index: number): Fill {
  return CATEGORY_FILLS[index % CATEGORY_FILLS.length] ?? UNKNOWN_INK;
}
