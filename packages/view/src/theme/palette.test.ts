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
import {
  CATEGORY_INKS,
  INK,
  type Ink,
  PAPER,
  QUIET,
  SEVERITY_INKS,
  STAND_INKS,
  STATE_INKS,
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
const pairs = (inks: readonly Ink[]) =>
  inks.flatMap((ink, place) => inks.slice(place + 1).map((other): [Ink, Ink] => [ink, other]));
const lightness = (fill: string) => lab(fill)?.l ?? Number.NaN;

const SETS = {
  statuses: Object.values(STAND_INKS),
  states: ACTIVITY_STATES.map((state) => STATE_INKS[state]),
  categories: CATEGORY_INKS,
};

describe("the inks", () => {
  it.each(Object.entries(SETS))("of %s differ in fill or pattern, each", (_, inks) => {
    for (const [one, other] of pairs(inks))
      if (one.fill === other.fill) expect(one.pattern).not.toBe(other.pattern);
  });

  const seen = Object.entries(SETS).flatMap(([name, inks]) =>
    Object.entries(EYES).map(([eyes, see]) => [name, eyes, inks, see] as const),
  );
  it.each(seen)("of %s are told apart with %s", (_, __, inks, see) => {
    for (const [one, other] of pairs(inks)) {
      if (one.fill === other.fill) continue;
      const far = distance(see(one.fill), see(other.fill));
      // Ten units of CIEDE2000 are seen at a glance; a pattern may stand in for half of them.
      expect(far, `${one.fill} ${other.fill}`).toBeGreaterThan(one.pattern === other.pattern ? 10 : 5);
    }
  });

  it.each(Object.entries(SETS))("of %s survive grey print: by lightness, or by their pattern", (_, inks) => {
    for (const [one, other] of pairs(inks)) {
      const step = Math.abs(lightness(one.fill) - lightness(other.fill));
      if (one.pattern === other.pattern) expect(step, `${one.fill} ${other.fill}`).toBeGreaterThan(9);
    }
  });

  it("of statuses have steps of lightness, whatever their pattern", () => {
    for (const [one, other] of pairs(Object.values(STAND_INKS)))
      expect(Math.abs(lightness(one.fill) - lightness(other.fill))).toBeGreaterThan(9);
  });

  it("of statuses and what delays are seen on paper (WCAG 1.4.11: 3 : 1), or are outlined", () => {
    for (const ink of [...Object.values(STAND_INKS), STATE_INKS.delayed, STATE_INKS["in-progress"]])
      if (ink.pattern !== "hollow") expect(wcagContrast(ink.fill, PAPER), ink.fill).toBeGreaterThanOrEqual(3);
  });

  it("of words are read (WCAG 1.4.3: 4.5 : 1)", () => {
    for (const fill of [INK, QUIET, ...Object.values(SEVERITY_INKS).map((ink) => ink.fill)])
      expect(wcagContrast(fill, PAPER), fill).toBeGreaterThanOrEqual(4.5);
  });
});
