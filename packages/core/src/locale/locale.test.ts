import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
import { messages } from "./index.ts";

/** Typographic spaces, which differ from one Node to the next, made plain. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers, money and dates", () => {
  it("are written as each language does", () => {
    expect(plain(formatNumber(1_072_749.17, "en"))).toBe("1,072,749.17");
    expect(plain(formatNumber(1_072_749.17, "fr"))).toBe("1 072 749,17");
    expect(plain(formatPercent(0.35758, "en"))).toBe("35.76%");
    expect(plain(formatPercent(0.35758, "fr"))).toBe("35,76 %");
    expect(plain(formatMoney(55_000, "USD", "en"))).toBe("USD 55,000");
    expect(plain(formatMoney(269_854.82, "USD", "fr"))).toBe("269 854,82 USD");
  });
  it("are as precise as they are known, in any time zone", () => {
    expect(["2020", "2020-03", "2020-03-01"].map((date) => formatDate(date, "en"))).toEqual([
      "2020",
      "March 2020",
      "1 March 2020",
    ]);
    expect(formatDate("2020-12-31", "fr")).toBe("31 décembre 2020");
  });
});

describe("messages", () => {
  it("say the same facts in both languages, each in its own way", () => {
    const { en, fr } = messages.breakdownSum("2.1.1", "target", 300, 4000.5);
    expect(plain(en)).toMatch(/300.*4,000\.5/);
    expect(plain(fr)).toMatch(/300.*4 000,5/);
    expect(en).toContain("target");
    expect(fr).toContain("cible");
  });
  it("differ between the languages and leave no fact out", () => {
    for (const { en, fr } of [
      messages.answerMissing("evaluation-done"),
      messages.ratingMissing("3"),
      messages.disaggregationMissing("2.1.2", ["sex", "age"], null),
      messages.toBeDetermined("1.4", ["baseline", "target"]),
      messages.textOverLimit("gender-and-youth", "2", 1400, 1000),
      messages.duplicateCode("activity", "1.1.1"),
      messages.datesOutOfOrder("2020-01-15", "2019-07-15"),
      messages.projectFieldMissing("project/number"),
      messages.eventRefused("1.1.1", "completed", "delayed"),
    ]) {
      expect(en).not.toBe(fr);
      expect(`${en}${fr}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
