import { ACTIVITY_STATES } from "@cadre/core";
import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";
import { DARK } from "./dark.ts";
import {
  ACCENT,
  BACKGROUND,
  CATEGORY_FILLS,
  type Fill,
  FOREGROUND,
  LINE,
  QUIET,
  SEVERITY_FILLS,
  STATE_FILLS,
  STATUS_FILLS,
} from "./palette.ts";

const lab = converter("lab65");
const toRgb = converter("rgb");
const rgb = (colour: string) => {
  const known = toRgb(colour);
  if (known === undefined) throw new Error(`no colour: ${colour}`);
  return known;
};
const distance = differenceCiede2000();
const EYES = {
  "all cones": (colour: string) => rgb(colour),
  protanopia: (colour: string) => filterDeficiencyProt(1)(rgb(colour)),
  deuteranopia: (colour: string) => filterDeficiencyDeuter(1)(rgb(colour)),
  tritanopia: (colour: string) => filterDeficiencyTrit(1)(rgb(colour)),
};
const pairs = (fills: readonly Fill[]) =>
  fills.flatMap((fill, index) => fills.slice(index + 1).map((other): [Fill, Fill] => [fill, other]));
const lightness = (fill: string) => lab(fill)?.l ?? Number.NaN;

const SETS = {
  statuses: Object.values(STATUS_FILLS),
  states: ACTIVITY_STATES.map((state) => STATE_FILLS[state]),
  categories: CATEGORY_FILLS,
};

describe("the fills", () => {
  it.each(Object.entries(SETS))("of %s differ in fill or pattern, each", (_, fills) => {
    for (const [one, other] of pairs(fills))
      if (one.fill === other.fill) expect(one.pattern).not.toBe(other.pattern);
  });

  const seen = Object.entries(SETS).flatMap(([name, fills]) =>
    Object.entries(EYES).map(([eyes, see]) => [name, eyes, fills, see] as const),
  );
  it.each(seen)("of %s are distinguished with %s", (_, __, fills, see) => {
    for (const [one, other] of pairs(fills)) {
      if (one.fill === other.fill) continue;
      const far = distance(see(one.fill), see(other.fill));
      // Ten units of CIEDE2000 are seen at a glance; a pattern may replace half of them.
      expect(far, `${one.fill} ${other.fill}`).toBeGreaterThan(one.pattern === other.pattern ? 10 : 5);
    }
  });

  it.each(Object.entries(SETS))("of %s survive grey print: by lightness, or by their pattern", (_, fills) => {
    for (const [one, other] of pairs(fills)) {
      const step = Math.abs(lightness(one.fill) - lightness(other.fill));
      if (one.pattern === other.pattern) expect(step, `${one.fill} ${other.fill}`).toBeGreaterThan(9);
    }
  });

  it("of statuses have steps of lightness, whatever their pattern", () => {
    for (const [one, other] of pairs(Object.values(STATUS_FILLS)))
      expect(Math.abs(lightness(one.fill) - lightness(other.fill))).toBeGreaterThan(9);
  });

  it("of statuses and what delays are seen in print (WCAG 1.4.11: 3 : 1), or are outlined", () => {
    for (const fill of [...Object.values(STATUS_FILLS), STATE_FILLS.delayed, STATE_FILLS["in-progress"]])
      if (fill.pattern !== "hollow")
        expect(wcagContrast(fill.fill, BACKGROUND), fill.fill).toBeGreaterThanOrEqual(3);
  });

  it("of text are read (WCAG 1.4.3: 4.5 : 1)", () => {
    for (const fill of [FOREGROUND, QUIET, ...Object.values(SEVERITY_FILLS).map((fill) => fill.fill)])
      expect(wcagContrast(fill, BACKGROUND), fill).toBeGreaterThanOrEqual(4.5);
  });

  it("have a colour for dark pages, each, and text there is readable, too", () => {
    const fills = [SETS.statuses, SETS.states, CATEGORY_FILLS, Object.values(SEVERITY_FILLS)].flat();
    for (const colour of [FOREGROUND, QUIET, LINE, BACKGROUND, ACCENT, ...fills.map(({ fill }) => fill)])
      expect(Object.keys(DARK), colour).toContain(colour);
    for (const colour of [FOREGROUND, QUIET, ...Object.values(SEVERITY_FILLS).map(({ fill }) => fill)])
      expect(wcagContrast(DARK[colour] ?? "", DARK[BACKGROUND] ?? ""), colour).toBeGreaterThanOrEqual(4.5);
  });
});
