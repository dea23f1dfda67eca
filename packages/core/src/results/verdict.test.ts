import { describe, expect, it } from "vitest";
import { verdictOf } from "./verdict.ts";

const source = {
  budget: { elapsedShare: 0.334, deliveryRate: 0.2 },
  indicators: [
    { status: "achieved" as const },
    { status: "off-track" as const },
    { status: "not-due" as const },
    { status: null },
  ],
  activities: [{ state: "delayed" as const }, { state: "suspended" as const }, { state: "planned" as const }],
  findings: [{ severity: "error" as const }, { severity: "info" as const }],
};

describe("a verdict", () => {
  it("says time, money, late activities, indicators and errors in both languages", () => {
    const { en, fr } = verdictOf(source);
    expect(en).toBe(
      "33% of the time has passed, 20% of the money is spent. 2 of 3 activities are late. 1 of 4 indicators is achieved, 0 on track, 1 behind, 1 not due yet, 1 not known. 1 error in the document.",
    );
    expect(fr.replace(/[\u00a0\u202f]/g, " ")).toBe(
      "33 % du temps est écoulé, 20 % du budget est dépensé. 2 activités sur 3 sont en retard. 1 indicateur sur 4 est atteint, 0 en bonne voie, 1 en retard, 1 pas encore attendu, 1 non déterminé. 1 erreur dans le document.",
    );
  });

  it("does not say of indicators whose status is not known that none is behind", () => {
    const unknown = {
      ...source,
      activities: [],
      findings: [],
      budget: { elapsedShare: null, deliveryRate: null },
    };
    const one = { status: null };
    expect(verdictOf({ ...unknown, indicators: [one, one] })).toEqual({
      en: "No status is known of 2 indicators.",
      fr: "L’état des 2 indicateurs n’est pas connu.",
    });
    expect(verdictOf({ ...unknown, indicators: [one] }).en).toBe("No status is known of 1 indicator.");
  });

  it("leaves out what is not known, and says nothing of nothing", () => {
    const nothing = {
      budget: { elapsedShare: null, deliveryRate: null },
      indicators: [],
      activities: [],
      findings: [],
    };
    expect(verdictOf(nothing)).toEqual({ en: "", fr: "" });
    expect(verdictOf({ ...nothing, budget: { elapsedShare: null, deliveryRate: 0 } }).en).toBe(
      "0% of the money is spent.",
    );
  });
});
