import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readValue } from "./value.ts";

const read = (cell: string) => readValue(cell);

describe("readValue distinguishes four things", () => {
  it("zero is a number", () => {
    expect(read(" 0 ").reported.value).toEqual({ kind: "number", value: 0 });
  });

  it.each(["", "   ", "-", "–", "N/A", "n/a", "\u2002\u2002\u2002"])("%j is nothing", (cell) => {
    expect(read(cell)).toMatchObject({ reported: { value: { kind: "none" } }, remark: null });
  });

  it.each([
    ["Tbd", undefined],
    ["TBD", undefined],
    ["Tbd (DTM)", "DTM"],
    ["À déterminer", undefined],
  ])("%s is to be determined", (cell, note) => {
    expect(read(cell).reported.value).toEqual(note === undefined ? { kind: "tbd" } : { kind: "tbd", note });
  });

  it("text stays text, with a remark", () => {
    expect(read("En cours")).toEqual({
      reported: { value: { kind: "text", text: "En cours" }, raw: "En cours" },
      remark: "text",
    });
  });
});

describe("readValue reads numbers with words", () => {
  it.each([
    ["25%", 25, "%"],
    ["20 %", 20, "%"],
    ["4 000", 4000, undefined],
    ["4 000", 4000, undefined],
    ["4 000", 4000, undefined],
    ["5 cordons sanitaires fonctionnels dans la région", 5, "cordons sanitaires fonctionnels dans la région"],
  ])("%s", (cell, value, unit) => {
    expect(read(cell).reported.value).toEqual({
      kind: "number",
      value,
      ...(unit === undefined ? {} : { unit }),
    });
    expect(read(cell).remark).toBeNull();
  });

  it("never picks one of two quantities", () => {
    expect(read("600 bénéficiaires ;15 agents d'ONG")).toMatchObject({
      reported: { value: { kind: "text" } },
      remark: "two-quantities",
    });
  });

  it("does not guess what 9,937 is", () => {
    expect(read("9,937 personnes")).toMatchObject({
      reported: { value: { kind: "text" } },
      remark: "ambiguous-number",
    });
  });
});

describe("readValue reads breakdowns", () => {
  it("soit opens a partition; ages in a label are no parts", () => {
    expect(
      read("220 personnes (soit 140 autorités et leaders, 40 femmes et 40 jeunes de 18 à 35 ans)").reported,
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
    expect(read("4000 personnes, dont 2400 jeunes et 500 femmes").reported.breakdown).toEqual({
      partition: false,
      parts: [
        { label: "jeunes", value: 2400 },
        { label: "femmes", value: 500 },
      ],
    });
  });

  it("a number per something is a rate, not a part", () => {
    expect(
      read("280 participants (soit 70 par commune, 240 femmes et 40 jeunes)").reported.breakdown,
    ).toEqual({
      partition: true,
      parts: [
        { label: "femmes", value: 240 },
        { label: "jeunes", value: 40 },
      ],
      rates: [{ value: 70, per: "commune" }],
    });
    expect(read("4 \n\n(2 par région)").reported).toMatchObject({
      value: { value: 4 },
      breakdown: { parts: [], rates: [{ value: 2, per: "région" }] },
    });
  });

  it("a list without an opening word is a partition only where it adds up", () => {
    expect(read("150 personnes formées (50 a – 50 b – 25 c – 25 d)").reported.breakdown?.partition).toBe(
      true,
    );
    expect(read("150 personnes formées (50 a – 50 b)").reported.breakdown?.partition).toBe(false);
  });

  it("what is not understood keeps the number, with a remark", () => {
    expect(read("12 écoles (voir annexe 3)")).toMatchObject({
      reported: { value: { value: 12 } },
      remark: "breakdown",
    });
    expect(read("12 écoles (à confirmer)")).toMatchObject({
      reported: { value: { value: 12 } },
      remark: null,
    });
  });
});

describe("readValue loses nothing", () => {
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
        const { reported, remark } = read(cell);
        const folded = cell.replace(/\s+/g, " ").trim();
        expect(reported.raw).toBe(folded);
        if (reported.value.kind === "text") {
          expect(reported.value.text).toBe(folded);
          expect(remark).not.toBeNull();
        }
        if (reported.value.kind === "number") {
          const { value, low, high, numerator } = reported.value;
          expect([value, low, high, numerator].some((each) => Number.isFinite(each))).toBe(true);
        }
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
    expect(read(cell).reported.raw?.length).toBeGreaterThan(0);
  });
});

describe("numbers that go on, or stand beside another", () => {
  const value = (cell: string) => readValue(cell).reported.value;
  it("are no number where a fraction's sign or a second share follows", () => {
    for (const cell of ["33⅓ %", "1½", "40% des femmes et 60% des hommes", "40% women, 60% men"])
      expect(value(cell), cell).toMatchObject({ kind: "text" });
    expect(value("60% of respondents in 12 districts")).toMatchObject({ value: 60, unit: "%" });
  });
  it("are millions before people and money alone: M is a sex, too", () => {
    expect(value("3 M people")).toMatchObject({ value: 3_000_000, unit: "people" });
    expect(value("12 M")).not.toMatchObject({ value: 12_000_000 });
  });
  it("are of how many where the unit is the same, and not where each has so many", () => {
    expect(value("250 ha of 300 ha")).toMatchObject({ numerator: 250, denominator: 300, unit: "ha" });
    expect(value("5 committees of 12 members")).not.toMatchObject({ denominator: 12 });
  });
  it("have no part in what they are compared with", () => {
    for (const cell of ["12 (cumulative: 45)", "70% (target: 65%)"]) {
      const read = readValue(cell);
      expect(read.reported.breakdown, cell).toBeUndefined();
      expect(read.remark, cell).toBe("breakdown");
    }
  });

  it("keeps a change in brackets out of the parts, and joins a term that a narrow column cut", () => {
    expect(readValue("19 (réduction de 41 %)")).toMatchObject({
      reported: { value: { kind: "number", value: 19 } },
      remark: null,
    });
    expect(readValue("à détermin er").reported.value).toEqual({ kind: "tbd" });
    expect(readValue("Not availabl e").reported.value).toEqual({ kind: "none", because: "no-data" });
    expect(readValue("pas encore mesurée").reported.value).toEqual({ kind: "none", because: "no-data" });
  });

  it.each(["43% (M: 46%,  : 40%)", "43% (M: 46%, F: 40 )", "43% (Mq 46%, F: 40%)"])(
    "%s: a group without its name or its sign is noticed",
    (text) => {
      const { reported, remark } = readValue(text);
      expect([reported.value, remark]).toEqual([{ kind: "number", value: 43, unit: "%" }, "breakdown"]);
    },
  );
});
