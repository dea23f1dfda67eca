import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../test/rule-case.ts";
import { soundDocument } from "../../test/sound-document.ts";
import { check } from "./check.ts";
import { differByOneSlip, plain } from "./plain.ts";

/** Names that are near one another and still two: circles of Mali, countries, peoples. */
const NAMES = (
  "Ménaka Mopti Gao Kidal Tombouctou Taoudénit Kayes Koulikoro Sikasso Ségou Bamako Bandiagara Bankass Djenné Douentza Koro " +
  "Ténenkou Youwarou Macina Niono Nioro Tominian Barouéli Ansongo Bourem Goundam Diré Niafunké Kati Kolokani Kangaba Dioïla Nara " +
  "Banamba Yorosso Koutiala Bougouni Yanfolila Kolondiéba Kadiolo Bafoulabé Kita Kéniéba Yélimané Diéma Kokri Monipebougou Kendié " +
  "Burundi Burkina Niger Nigeria Guinée Gambie Libéria Sierra Tchad Cameroun Soudan Somalie Mauritanie Maurice Madagascar Malawi " +
  "Colombie Guatemala Honduras Salvador Kosovo Serbie Kirghizistan Tadjikistan Ouzbékistan Papouasie Bougainville Salomon Haïti " +
  "Peul Peuls Dogon Dogons Touareg Touaregs Bambara Songhaï Malien Maliens Malienne Maliennes Nigérien Nigérienne Nigérian Nigériane"
).split(" ");

const reported = (text: string) => {
  const document = soundDocument();
  reportOf(document).narratives = [{ topic: "overall-status", text }];
  return check(document).map(({ code, found, expected }) => [code, found, expected]);
};

describe("spelling variants", () => {
  it("are not made of names that differ", () => {
    expect(reported(`On va à ${NAMES.join(", à ")}.`)).toEqual([]);
  });

  it("are found for a slip inside a long name, and for an accent, whichever comes first", () => {
    for (const [usual, slip] of [
      ["Doucoumbo", "Doucombo"],
      ["Bandiagara", "Biandiagara"],
      ["Koulikoro", "Koluikoro"],
      ["Tombouctou", "Tombuctou"],
      ["Ménaka", "Menaka"],
    ]) {
      expect(reported(`On va à ${usual}, à ${slip} et à ${usual}.`)).toEqual([
        ["spelling-variant", slip, usual],
      ]);
      expect(reported(`On va à ${slip}, à ${usual} et à ${usual}.`)).toEqual([
        ["spelling-variant", slip, usual],
      ]);
    }
  });

  it("cost little in a text that is made of names", () => {
    const name = (index: number) =>
      `Ab${index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}cdefg`;
    const text = Array.from({ length: 20_000 }, (_, index) => `à ${name(index)}`).join(", ");
    // No time is taken here; work without bound would not end.
    expect(reported(text).length).toBeGreaterThan(0);
  });
});

describe("a difference of one slip", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 6 });
  it("is what a search through all slips finds", () => {
    const letters = "abc";
    const slipsOf = (text: string) => {
      const all = new Set<string>();
      for (let index = 0; index <= text.length; index += 1) {
        const [before, after] = [text.slice(0, index), text.slice(index)];
        all.add(before + after.slice(1));
        if (after.length > 1) all.add(before + after[1] + after[0] + after.slice(2));
        for (const letter of letters) all.add(before + letter + after).add(before + letter + after.slice(1));
      }
      all.delete(text);
      return all;
    };
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(differByOneSlip(a, b)).toBe(slipsOf(a).has(b));
        expect(differByOneSlip(b, a)).toBe(differByOneSlip(a, b));
      }),
      { numRuns: 2000 },
    );
  });
  it("is compared without accents, case and punctuation", () => {
    expect(plain(" O.I.M. ")).toBe("oim");
    expect(plain("Ségou")).toBe(plain("SEGOU"));
  });
});
