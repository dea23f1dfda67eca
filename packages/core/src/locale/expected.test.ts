import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CASES } from "../../test/cases/index.ts";
import { expectedText } from "./expected.ts";

const french = (text: string) => expectedText(text, { language: "fr" }).replaceAll(/[\u00a0\u202f]/g, " ");

describe("what is expected, in French", () => {
  it.each([
    ["an object", "un objet"],
    ["a number or tbd or an object", "un nombre ou tbd ou un objet"],
    ["at most 1,000 characters", "au plus 1 000 caractères"],
    ["at least 0.1964", "au moins 0.1964"],
    ["2020-01-15 to 2022-07-14", "de 2020-01-15 à 2022-07-14"],
    ["after 2020-01", "après le 2020-01"],
    ["GM2 | GM3", "GM2 | GM3"],
    ["2020, 2020-H1", "2020, 2020-H1"],
    ["--form form.json", "--form form.json"],
  ])("%s: %s", (text, expected) => {
    expect(french(text)).toBe(expected);
    expect(expectedText(text, { language: "en" })).toBe(text);
  });

  it("is known of every phrase that the rules about documents have", () => {
    const phrases = CASES.flatMap(({ expected }) =>
      typeof expected === "string" && /^(an?|one|other|at|after|more|less) |^once$/.test(expected)
        ? [expected]
        : [],
    );
    expect(phrases.length).toBeGreaterThan(20);
    expect(phrases.filter((phrase) => expectedText(phrase, { language: "fr" }) === phrase)).toEqual([]);
  });

  it("is known of every phrase that the packages' sources have", () => {
    const packages = join(import.meta.dirname, "../../..");
    const sources = readdirSync(packages).flatMap((name) => {
      const folder = join(packages, name, "src");
      return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /(?<!\.test)\.ts$/.test(path))
        .map((path) => join(folder, path));
    });
    const phrases = sources.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/\bexpected: "([^"]+)"/g)].map(([, phrase = ""]) => phrase),
    );
    expect(phrases.length).toBeGreaterThan(15);
    // A phrase of words, which no file name, option or list of values is.
    const inWords = phrases.filter((phrase) => /^[a-z]+ [a-z]+/.test(phrase));
    expect(inWords.filter((phrase) => expectedText(phrase, { language: "fr" }) === phrase)).toEqual([]);
  });
});
