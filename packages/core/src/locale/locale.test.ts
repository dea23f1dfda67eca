import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
import { axisNames, bilingual, columnName, rowName } from "./index.ts";

/** Typographic spaces, which differ from one Node to the next, made plain. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers, money and dates", () => {
  it("are written as each language does", () => {
    expect(plain(formatNumber(1_072_749.17, { language: "en" }))).toBe("1,072,749.17");
    expect(plain(formatNumber(1_072_749.17, { language: "fr" }))).toBe("1 072 749,17");
    expect(plain(formatPercent(0.35758, { language: "en" }))).toBe("35.76%");
    expect(plain(formatPercent(0.35758, { language: "fr" }))).toBe("35,76 %");
    expect(plain(formatMoney({ amount: 55_000, currency: "USD" }, { language: "en" }))).toBe("USD 55,000");
    expect(plain(formatMoney({ minor: 26_985_482, currency: "XOF" }, { language: "fr" }))).toBe(
      "26 985 482 XOF",
    );
    expect(plain(formatMoney({ minor: 26_985_482, currency: "USD" }, { language: "fr" }))).toBe(
      "269 854,82 USD",
    );
  });
  it("never show a share below a threshold as the threshold", () => {
    expect(
      [0.29996, 0.29999995, 0.3, 0.30004].map((each) =>
        plain(formatPercent(each, { language: "en", decimals: 1 })),
      ),
    ).toEqual(["29.996%", "<30%", "30%", "30%"]);
    expect(plain(formatPercent(0.796, { language: "fr", decimals: 0 }))).toBe("79,6 %");
    expect(plain(formatPercent(0.1 + 0.2, { language: "en", decimals: 1 }))).toBe("30%");
    expect(plain(formatPercent(0.2999999, { language: "fr", decimals: 1 }))).toBe("< 30 %");
  });
  it("never show as 0 % or 100 % what is neither", () => {
    const shown = (share: number, decimals?: number) =>
      plain(formatPercent(share, { language: "en", decimals }));
    expect([0, 1, 0.9999, 0.99995, 0.9999999, 1.0000001].map((share) => shown(share))).toEqual([
      "0%",
      "100%",
      "99.99%",
      ">99.99%",
      ">99.99%",
      ">100%",
    ]);
    expect([0.0001, 0.000049, -0.000049, 1e-300].map((share) => shown(share))).toEqual([
      "0.01%",
      "<0.01%",
      ">-0.01%",
      "<0.01%",
    ]);
    expect(shown(0.999, 0)).toBe(">99%");
    expect(shown(0.001, 0)).toBe("<1%");
    expect(plain(formatPercent(0.99999, { language: "fr", decimals: 1 }))).toBe("> 99,9 %");
    // 999 of 1,000 and 1 of 1,000, at each number of decimals, beside their neighbours.
    for (let whole = 2; whole <= 1000; whole += 1)
      for (const decimals of [0, 1, 2])
        for (const part of [1, whole - 1]) {
          const text = shown(part / whole, decimals);
          expect(["0%", "100%"].includes(text), `${part}/${whole}: ${text}`).toBe(false);
        }
  });
  it("are as precise as they are known, in any time zone", () => {
    expect(["2020", "2020-03", "2020-03-01"].map((date) => formatDate(date, { language: "en" }))).toEqual([
      "2020",
      "March 2020",
      "1 March 2020",
    ]);
    expect(formatDate("2020-12-31", { language: "fr" })).toBe("31 décembre 2020");
    expect(formatDate("2020-03-01", { language: "fr" })).toBe("1er mars 2020");
    expect(formatDate("2020-03", { language: "fr" })).toBe("mars 2020");
  });
});

describe("messages", () => {
  it("say the same in both languages, each in its own way", () => {
    const { en, fr } = bilingual(
      "{0:code}: {1:part} of {2:all}, {3:share}",
      "{0:code} : {3:share}, {1:part} sur {2:all}",
      "2.1.1",
      4000.5,
      { amount: 1_000_000, currency: "USD" },
      { share: 0.25 },
    );
    expect(plain(en)).toBe("2.1.1: 4,000.5 of USD 1,000,000, 25%");
    expect(plain(fr)).toBe("2.1.1 : 25 %, 4 000,5 sur 1 000 000 USD");
  });
  it("take names that differ, and leave what has no name as it is", () => {
    const { en, fr } = bilingual("{0}, {1}", "{0}, {1}", columnName("target"), columnName("x"));
    expect([en, fr]).toEqual(["target, x", "cible, x"]);
    expect(axisNames(["sex", "age"])).toEqual({ en: "sex, age", fr: "sexe, âge" });
    expect(rowName("outcome")).toEqual({ en: "Outcome", fr: "Résultat" });
  });
  it("put values in as they are, even where they look like placeholders", () => {
    expect(bilingual("{0:code}", "{0}", "{1} $& $1").en).toBe("{1} $& $1");
  });
});
