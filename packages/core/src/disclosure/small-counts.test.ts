import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import { smallCountsInTexts } from "./index.ts";

const found = (text: string, threshold = 5) => {
  const document = soundDocument();
  if (document.report === null) throw new Error("the sound document has a report");
  document.report.narratives = [{ topic: "overall-status", text }];
  return smallCountsInTexts(document, { policy: { threshold } });
};

describe("small counts in texts", () => {
  // Sentences were written before the patterns.
  it.each([
    ["3 femmes déplacées ont témoigné à Ségou.", 3],
    ["Trois femmes ont été accompagnées.", 3],
    ["The project supported two young girls and their families.", 2],
    ["Parmi eux, 4 anciens détenus ont été réinsérés.", 4],
    ["In the village only one woman was trained.", 1],
    ["Deux jeunes hommes ont été blessés.", 2],
    ["Four ex-combatants returned.", 4],
    ["Une seule victime a porté plainte.", 1],
  ])("are found: %s", (text, value) => {
    const findings = found(text);
    expect(findings.map(({ code, found: each }) => [code, each])).toEqual([["small-count-in-text", value]]);
    expect(findings[0]?.where.path).toBe("narrative/overall-status");
    expect(findings[0]?.message.en).toContain(
      text.slice(text.search(/\d|\b(?:trois|two|one woman|deux|four|une)/i), 10),
    );
  });

  it.each([
    "45 femmes ont été formées.",
    "1,245 people were reached.",
    "3 % des femmes ont répondu.",
    "Indicateur 1.3 femmes formées.",
    "3 communes et 12 villages ont été retenus.",
    "Le 3 mai, les femmes se sont réunies.",
    "Phase 2: women’s groups were set up.",
    "Two committees were set up for women.",
    "En 2020, 130 jeunes ont été formés.",
    "Une des femmes a pris la parole.",
    "12/15 personnes ont répondu.",
    "Une cinquantaine de personnes sont venues.",
    "One group of women was set up.",
  ])("are not seen in: %s", (text) => expect(found(text)).toEqual([]));

  it("depend on the policy", () => {
    expect(found("8 femmes ont été formées.")).toEqual([]);
    expect(found("8 femmes ont été formées.", 10)).toHaveLength(1);
  });
});
