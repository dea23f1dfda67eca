import { NarrativeTopic } from "@cadre/core";
import { check } from "@cadre/core/checks";
import { describe, expect, it } from "vitest";
import { mali } from "../../test/documents.ts";
import { findingRows } from "../results/index.ts";
import { findingColumns, locationText } from "./findings.ts";

const place = (path: string, language: "en" | "fr", line?: number) => {
  const where = { path, ...(line !== undefined && { line }) };
  const message = { en: "", fr: "" };
  const [row] = findingRows([{ code: "r", severity: "info", where, message, found: null, expected: null }]);
  if (row === undefined) throw new Error("no row");
  return locationText(row, language);
};

describe("a location as text", () => {
  it("is in the language of its reader, whatever it speaks of", () => {
    expect(place("indicators/2.1.1/target", "fr", 471)).toBe("Indicateur 2.1.1, Cible, ligne 471");
    expect(place("narrative/next-six-months", "fr")).toBe("Texte, six prochains mois");
    expect(place("narrative/next-six-months", "en")).toBe("Narrative, next six months");
    expect(place("project/genderMarker", "fr")).toBe("Page de garde, marqueur de genre");
    expect(place("budget/deliveryRate", "fr")).toBe("Budget, taux d’exécution");
    expect(place("outcomes/1/rating", "fr")).toBe("Résultat 1, évaluation par les agences");
    expect(place("indicators/3.2/text", "fr")).toBe("Indicateur 3.2, énoncé");
  });

  it("is unchanged where it has no name, of an object's own names too", () => {
    expect(place("budget/constructor", "fr")).toBe("Budget, constructor");
    expect(place("indicators/1.1/unheard-of", "fr")).toBe("Indicateur 1.1, unheard-of");
  });

  it.each([
    ["at least 30000", "au moins 30000"],
    ["2020-01-01 to 2021-12-31", "de 2020-01-01 à 2021-12-31"],
    ["after 2020-06-30", "après le 2020-06-30"],
    ["to be determined", "à déterminer"],
    ["sex, socio-economic-group", "sexe, groupe socio-économique"],
    ["started | resumed", "démarrée | reprise"],
    ["project/startDate", "date de début"],
    ["Oui | Non", "Oui | Non"],
    ["Doucoumbo", "Doucoumbo"],
    ["constructor", "constructor"],
    ["a ticket to nowhere", "a ticket to nowhere"],
  ])("leads with what was expected in French, too: %s", (expected, french) => {
    const message = { en: "", fr: "" };
    const where = { path: "budget/total" };
    const rows = findingRows([{ code: "r", severity: "info", where, message, found: expected, expected }]);
    const cell = (name: string, language: "en" | "fr") => {
      const column = findingColumns(language).find((each) => each.column === name);
      return rows.map((row) => String(column?.cell(row)).replace(/<[^>]*>/g, "")).join();
    };
    expect(cell("expected", "fr")).toBe(french);
    // What was found is the document's own.
    expect(cell("found", "fr")).toBe(expected);
  });

  it.each(NarrativeTopic.options)("has a French text for %s", (topic) => {
    expect(place(`narrative/${topic}`, "fr")).not.toContain(topic);
  });

  it("has a French text for whatever is found in the example", () => {
    const known = new Set(
      findingRows(check(mali())).map((row) => locationText(row, "fr").replace(/\d+/g, "")),
    );
    for (const messages of known)
      expect(messages).not.toMatch(/[a-z][A-Z]|[a-z]-[a-z]+-|\/|\brating\b|\btext\b/);
    expect(known.size).toBeGreaterThan(5);
  });
});
