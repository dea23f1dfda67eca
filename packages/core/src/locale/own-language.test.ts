import { describe, expect, it } from "vitest";
import {
  catalogue,
  coreMessages,
  defineLanguage,
  formatDate,
  formatDays,
  formatMoney,
  formatNumber,
  formatPercent,
  formatValueNumber,
  textIn,
  translationOf,
} from "./index.ts";
import { verdictText } from "./verdict.ts";

interface Messages {
  greeting: string;
  rows: (count: number, name: string) => string;
  more: (name: string) => string;
  group: { inner: string; named: Record<string, string>; some: Partial<Record<"a" | "b", string>> };
}
const english: Messages = {
  greeting: "hello",
  rows: (count, name) => `${count} rows of ${name}`,
  more: (name) => `more of ${name}`,
  group: { inner: "inner", named: { x: "ex" }, some: {} },
};
const french: Messages = { ...english, greeting: "bonjour", more: (name) => `plus de ${name}` };
const translation = translationOf<Messages>();
const messagesIn = catalogue("test", { en: english, fr: french });
const language = (texts: ReturnType<typeof translation>, locale = "pt-BR") =>
  defineLanguage({ code: "pt", name: "Português", locale, fallback: "fr", messages: { test: texts } });

describe("a language of an agency's own", () => {
  it("shows what is translated, and the fallback of what is not", () => {
    const messages = messagesIn(
      language(
        translation({
          rows: { select: 0, one: "{0} linha de {1:name}", other: "{0} linhas de {1:name}" },
          group: { inner: "dentro", named: { y: "ípsilon" }, some: { a: "á" } },
        }),
      ),
    );
    expect(messages.greeting).toBe("bonjour");
    expect(messages.more("X")).toBe("plus de X");
    expect([0, 1, 2, 1234.5].map((count) => messages.rows(count, "X"))).toEqual([
      "0 linha de X",
      "1 linha de X",
      "2 linhas de X",
      "1.234,5 linhas de X",
    ]);
    expect(messages.group).toEqual({ inner: "dentro", named: { x: "ex", y: "ípsilon" }, some: { a: "á" } });
    expect(english.group.inner).toBe("inner");
  });

  it("has as many plural forms as its locale, `other` where one is left out", () => {
    const rows = (locale: string) =>
      messagesIn(
        language(translation({ rows: { select: 0, one: "one", few: "few", other: "other" } }), locale),
      ).rows;
    expect([1, 3, 5, 21].map((count) => rows("uk")(count, ""))).toEqual(["one", "few", "other", "one"]);
    expect([1, 3].map((count) => rows("ja")(count, ""))).toEqual(["other", "other"]);
  });

  it("does not take a value for a template", () => {
    const { more } = messagesIn(language(translation({ more: "mais {0}" })));
    expect(more("{0} $& $1")).toBe("mais {0} $& $1");
  });

  it("writes numbers, money, percentages, days and dates as its locale does", () => {
    const portuguese = language(translation({}));
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
    const style = { language: portuguese };
    expect(formatNumber(1_072_749.17, style)).toBe("1.072.749,17");
    expect(formatPercent(0.35758, style)).toBe("35,76%");
    expect(formatPercent(0.9999999, style)).toBe(">99,99%");
    expect(plain(formatMoney({ amount: 55_000, currency: "USD" }, style))).toBe("USD 55.000");
    expect([1, 2].map((days) => formatDays(days, style))).toEqual(["1 dia", "2 dias"]);
    expect(["2020", "2020-03", "2020-03-01"].map((date) => formatDate(date, style))).toEqual([
      "2020",
      "março de 2020",
      "1 de março de 2020",
    ]);
    const value = { kind: "number", value: 58, unit: "%" } as const;
    expect(formatValueNumber(value, style)).toBe("58%");
    expect(plain(formatValueNumber(value, { language: language(translation({}), "es") }))).toBe("58 %");
    expect(formatValueNumber(value, { language: language(translation({}), "tr") })).toBe("%58");
  });

  it("has a text of its own, or that of its fallback", () => {
    const portuguese = language(translation({}));
    expect(textIn({ en: "a", fr: "b", pt: "c" }, { language: portuguese })).toBe("c");
    expect(textIn({ en: "a", fr: "b" }, { language: portuguese })).toBe("b");
  });

  it("has a verdict of its own beside the English and the French one", () => {
    const facts = { timeElapsed: 0.5, moneySpent: null, activities: 2, late: 1, indicators: 0 };
    const none = { achieved: 0, onTrack: 0, behind: 0, notDue: 0, errors: 0 };
    const pt = defineLanguage({
      ...{ code: "pt", name: "Português", fallback: "fr" },
      messages: {
        core: coreMessages({
          verdict: { late: { select: 0, one: "{0} de {1} está atrasada", other: "{0} de {1} atrasadas" } },
        }),
      },
    });
    expect(verdictText({ ...facts, ...none }, [pt]).pt).toBe(
      "50% du temps est écoulé. 1 de 2 está atrasada.",
    );
    expect(Object.keys(verdictText({ ...facts, ...none }))).toEqual(["en", "fr"]);
  });

  it.each([
    [{ code: "fr", locale: "fr" }, "code"],
    [{ code: "PT br", locale: "pt" }, "code"],
    [{ code: "pt", locale: "no locale" }, "locale"],
    [{ code: "qqq" }, "locale"],
  ])("is refused: %j", (given, what) => {
    expect(() => defineLanguage({ name: "x", fallback: "en", ...given })).toThrow(what);
  });

  it("does not compile with a name, a value or a count that the catalogue does not have", () => {
    const faults = [
      // @ts-expect-error No message has this name.
      translation({ greting: "olá" }),
      // @ts-expect-error Nor in a group.
      translation({ group: { iner: "dentro" } }),
      // @ts-expect-error Nor among names that are known.
      translation({ group: { some: { c: "c" } } }),
      // @ts-expect-error The message has one value.
      translation({ more: "mais {1}" }),
      // @ts-expect-error A text has no values.
      translation({ greeting: "olá {0}" }),
      // @ts-expect-error Nor has a plural form any but the message's.
      translation({ rows: { select: 0, one: "{2}", other: "{0}" } }),
      // @ts-expect-error The second value is no count.
      translation({ rows: { select: 1, other: "{0}" } }),
      // @ts-expect-error The form of every other count is missing.
      translation({ rows: { select: 0, one: "{0}" } }),
      // @ts-expect-error A group is no text.
      translation({ group: "grupo" }),
    ];
    expect(faults).toHaveLength(9);
  });
});
