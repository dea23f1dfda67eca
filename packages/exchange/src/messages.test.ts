import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as en from "./messages.en.ts";
import * as fr from "./messages.fr.ts";

const catalogues: Record<"en" | "fr", Readonly<Record<string, string>>> = { en, fr };
/** Texts whose English has the words of a parser, which has none in French. */
const WITH_ENGLISH_DETAIL = ["notCsv", "xmlBroken"];
const placeholders = (text = ""): string[] => [...new Set(text.match(/\{\d(:\w+)?\}/g))].sort();
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!\.test)\.ts$/.test(name))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, "utf8"))
  .join("\n");

it("has the same messages in both languages", () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
});

it.each(Object.keys(en).filter((name) => !WITH_ENGLISH_DETAIL.includes(name)))(
  "%s asks for the same values in both languages, numbered from 0",
  (name) => {
    const asked = placeholders(catalogues.en[name]);
    expect(placeholders(catalogues.fr[name])).toEqual(asked);
    expect(asked.map((each) => each.replace(/(:\w+)?\}$/, ""))).toEqual(asked.map((_, index) => `{${index}`));
  },
);

it("puts the same message's texts together wherever one is used, and uses every message", () => {
  const pairs = [...sources.matchAll(/\ben\.(\w+),\s*fr\.(\w+)/g)];
  for (const [, english, french] of pairs) expect(french).toBe(english);
  expect(new Set(pairs.map(([, name]) => name))).toEqual(new Set(Object.keys(en)));
});
