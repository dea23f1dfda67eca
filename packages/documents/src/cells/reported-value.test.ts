import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRENCH_REPORT } from "../template/french.ts";
import { readFigure } from "./reported-value.ts";

const words = FRENCH_REPORT.cells;
const read = (cell: string) => readFigure(cell, words);

describe("readFigure keeps four things apart", () => {
  it("zero is a number", () => {
    expect(read(" 0 ").figure.value).toEqual({ kind: "number", value: 0 });
  });

  it.each(["", "   ", "-", "–", "N/A", "n/a", "\u2002\u2002\u2002"])("%j is nothing", (cell) => {
    expect(read(cell)).toMatchObject({ figure: { value: { kind: "none" } }, unread: null });
  });

  it.each([
    ["Tbd", undefined],
    ["TBD", undefined],
    ["Tbd (DTM)", "DTM"],
    ["À déterminer", undefined],
  ])("%s is to be determined", (cell, note) => {
    expect(read(cell).figure.value).toEqual(note === undefined ? { kind: "tbd" } : { kind: "tbd", note });
  });

  it("words are words, and told", () => {
    expect(read("En cours")).toEqual({
      figure: { value: { kind: "text", text: "En cours" }, raw: "En cours" },
      unread: "words",
    });
  });
});

describe("readFigure reads numbers with words", () => {
  it.each([
    ["25%", 25, "%"],
    ["20 %", 20, "%"],
    ["4 000", 4000, undefined],
    ["4 000", 4000, undefined],
    ["4 000", 4000, undefined],
    ["5 cordons sanitaires fonctionnels dans la région", 5, "cordons sanitaires fonctionnels dans la région"],
  ])("%s", (cell, value, unit) => {
    expect(read(cell).figure.value).toEqual({
      kind: "number",
      value,
      ...(unit === undefined ? {} : { unit }),
    });
    expect(read(cell).unread).toBeNull();
  });

  it("never picks one of two quantities", () => {
    expect(read("600 bénéficiaires ;15 agents d'ONG")).toMatchObject({
      figure: { value: { kind: "text" } },
      unread: "two-quantities",
    });
  });

  it("does not guess what 9,937 is", () => {
    expect(read("9,937 personnes")).toMatchObject({
      figure: { value: { kind: "text" } },
      unread: "ambiguous-number",
    });
  });
});

describe("readFigure reads breakdowns", () => {
  it("soit opens a partition; ages in a label are no parts", () => {
    expect(
      read("220 personnes (soit 140 autorités et leaders, 40 femmes et 40 jeunes de 18 à 35 ans)").figure,
    ).toMatchObject({
      value: { kind: "number", value: 220, unit: "personnes" },
      breakdown: {
        partition: true,
        parts: [
          { label: "autorités et leaders", value: 140 },
          { label: "femmes", value: 40 },
          { label: "jeunes de 18 à 35 ans", value: 40 },
        ],
      },
    });
  });

  it("dont names groups that may overlap", () => {
    expect(read("4000 personnes, dont 2400 jeunes et 500 femmes").figure.breakdown).toEqual({
      partition: false,
      parts: [
        { label: "jeunes", value: 2400 },
        { label: "femmes", value: 500 },
      ],
    });
  });

  it("a figure per something is a rate, not a part", () => {
    expect(read("280 participants (soit 70 par commune, 240 femmes et 40 jeunes)").figure.breakdown).toEqual({
      partition: true,
      parts: [
        { label: "femmes", value: 240 },
        { label: "jeunes", value: 40 },
      ],
      rates: [{ value: 70, per: "commune" }],
    });
    expect(read("4 \n\n(2 par région)").figure).toMatchObject({
      value: { value: 4 },
      breakdown: { parts: [], rates: [{ value: 2, per: "région" }] },
    });
  });

  it("a list without an opening word is a partition only where it adds up", () => {
    expect(read("150 personnes formées (50 a – 50 b – 25 c – 25 d)").figure.breakdown?.partition).toBe(true);
    expect(read("150 personnes formées (50 a – 50 b)").figure.breakdown?.partition).toBe(false);
  });

  it("what is not understood keeps the number and is told", () => {
    expect(read("12 écoles (voir annexe 3)")).toMatchObject({
      figure: { value: { value: 12 } },
      unread: "breakdown",
    });
    expect(read("12 écoles (à confirmer)")).toMatchObject({ figure: { value: { value: 12 } }, unread: null });
  });
});

describe("readFigure loses nothing", () => {
  const fragments = fc.constantFrom(
    "soit",
    "dont",
    "par",
    "et",
    "Tbd",
    "(",
    ")",
    ",",
    ";",
    "–",
    "-",
    "%",
    "0",
    "12",
    "4 000",
    "9,937",
    "femmes",
    " ",
    "\n",
  );

  it("keeps every word of every cell", () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 20 }), (parts) => {
        const cell = parts.join(" ");
        const { figure, unread } = read(cell);
        const folded = cell.replace(/\s+/g, " ").trim();
        expect(figure.raw).toBe(folded);
        if (figure.value.kind === "text") {
          expect(figure.value.text).toBe(folded);
          expect(unread).not.toBeNull();
        }
        if (figure.value.kind === "number") expect(Number.isFinite(figure.value.value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["digits and spaces", "1 "],
    ["parts", "1 femme, "],
    ["open brackets", "("],
    ["commas", "1,"],
    ["opening words", "soit dont "],
    ["spaces", " "],
  ])("passes a cell of a megabyte of %s", (_, unit) => {
    const cell = `100 (soit ${unit.repeat(Math.ceil(1_000_000 / unit.length))})`;
    expect(read(cell).figure.raw?.length).toBeGreaterThan(0);
  });
});
