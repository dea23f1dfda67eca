import { ACCENT, BACKGROUND, FOREGROUND, LINE, QUIET } from "./palette.ts";

/** The colour on a dark page for each colour of the palette. */
export const DARK: Readonly<Record<string, string>> = {
  [FOREGROUND]: "#e6edf3",
  [QUIET]: "#9aa7b4",
  [LINE]: "#39434e",
  [BACKGROUND]: "#161b22",
  [ACCENT]: "#6cb0ea",
  "#0a2f5c": "#a9cdf5",
  "#2079b8": "#4a9fe0",
  "#c0850f": "#dba33c",
  "#8f1d14": "#f0776b",
  "#c6cdd4": "#5b6672",
  "#7b4a86": "#c193cf",
  "#b9c0c7": "#6b7682",
  "#ead7ec": "#59485d",
  "#d9dfe5": "#78838e",
  "#aab4be": "#5b6672",
  "#8a5a00": "#dba33c",
  "#0f5f57": "#4fb8a9",
  "#7cc0b4": "#2b7f74",
  "#d07fa8": "#c56a9b",
  "#33122a": "#d9a9c4",
  "#c5e08a": "#93a86a",
  "#6f6d36": "#b5b268",
};

/** Rules by which the pictures of a page take the dark colours, on a screen alone: print and pictures that are saved stay light. */
export function darkRules(): string {
  const rules = Object.entries(DARK).map(
    ([light, dark]) =>
      `.dashboard [fill="${light}"]{fill:${dark}}.dashboard [stroke="${light}"]{stroke:${dark}}.dashboard [style*="--fill:${light}"]{--ink:${dark}}`,
  );
  return `@media screen and (prefers-color-scheme:dark){${rules.join("")}}`;
}
