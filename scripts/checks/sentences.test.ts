import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectedText } from "../../packages/core/src/locale/index.ts";
import { sentencesIn } from "./sentences.ts";

const textsOf = (source: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-sentences-"));
  try {
    writeFileSync(join(folder, "a.ts"), source);
    return sentencesIn(folder).map(({ text }) => text);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it.each([
  'const message = { en: "The budget has no lines.", fr: "Le budget n’a pas de lignes." };',
  "refuse(`Line $" + "{id} cannot be moved.`, `La ligne $" + "{id} ne peut être transférée.`);",
  'const expected = cond ? "an agency of the cover page" : "une agence de la page de garde";',
])("finds the sentences of %s", (source) => {
  expect(textsOf(source)).toHaveLength(2);
});

it.each([
  'import { a } from "a folder/with some words";',
  'type Kind = "one of several kinds";',
  'const code = "row-not-whole", path = "budget/lines", unit = "people";',
  "throw new RangeError(`there is no indicator $" + "{code} here`);",
  'const schema = z.string({ error: "a code such as 1, 1.1 or 1.1.1" });',
])("leaves out what no user reads: %s", (source) => {
  expect(textsOf(source)).toEqual([]);
});

/** Files of the core that hold sentences of their own, with the reason. */
const OWN_SENTENCES: readonly [RegExp, why: string][] = [
  [/^messages\.(en|fr)\.ts$/, "the catalogue"],
  [/^rule-pages\//, "pages about rules, a file a language"],
  [/^locale\//, "names of the template's rows and columns, and sentences that are put together by grammar"],
  [/^common-indicators\/catalogue\.ts$/, "names of indicators: data in both languages"],
  [
    /^checks\/rules\/(breakdown-label-variant|zero-or-unknown)\.ts$/,
    "words that are looked for in documents",
  ],
  [/^values\/no-value\.ts$/, "words for no value that are looked for in documents and rows"],
  [/^checks\/rules\/answer-missing\.ts$/, "the template's own answers: Oui | Non"],
  [/^document\/document\.ts$/, "the title of the JSON Schema"],
  [/^lifecycle\/(definition|profile)\.ts$/, "what is thrown for who defines a lifecycle"],
  [/^diagnostics\/expected\.ts$/, "phrases whose French is in locale/schema-phrases.ts"],
];

describe("sentences in the core's sources", () => {
  const sentences = sentencesIn("packages/core/src");

  it("stand in the catalogue", () => {
    expect(sentences.length).toBeGreaterThan(100);
    const elsewhere = sentences.filter(({ file }) => !OWN_SENTENCES.some(([pattern]) => pattern.test(file)));
    expect(elsewhere.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it("stand in every file that is named as an exception", () => {
    const files = [...new Set(sentences.map(({ file }) => file))];
    expect(OWN_SENTENCES.filter(([pattern]) => !files.some((file) => pattern.test(file)))).toEqual([]);
  });

  it("have French where they are phrases of what schemas expect", () => {
    const phrases = sentences.filter(({ file }) => file === "diagnostics/expected.ts");
    expect(phrases.filter(({ text }) => expectedText(text, { language: "fr" }) === text)).toEqual([]);
  });
});
