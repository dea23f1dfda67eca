import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as en from "./messages.en.ts";
import * as fr from "./messages.fr.ts";

type Text = string | ((...values: never[]) => string);
const catalogues: Record<"en" | "fr", Readonly<Record<string, Text>>> = { en, fr };
const placeholders = (text: Text | undefined): string[] =>
  typeof text === "string" ? [...new Set(text.match(/\{[^}]*\}/g))].sort() : [];

it("has the same messages in both languages", () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
});

it.each(Object.keys(en))("%s asks for the same values in both languages, numbered from 0", (name) => {
  const asked = placeholders(catalogues.en[name]);
  expect(placeholders(catalogues.fr[name])).toEqual(asked);
  expect(asked.map((each) => each.replace(/:\w+\}$/, ""))).toEqual(asked.map((_, index) => `{${index}`));
});

it("puts the same message's texts together wherever one is used", () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const pairs = sources.flatMap((name) => [
    ...readFileSync(`${import.meta.dirname}/${name}`, "utf8").matchAll(/\ben\.(\w+),\s*fr\.(\w+)/g),
  ]);
  expect(pairs.length).toBeGreaterThan(100);
  for (const [, english, french] of pairs) expect(french).toBe(english);
});

it("uses every message", () => {
  const used = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, "utf8"))
    .join("\n");
  for (const name of Object.keys(en)) expect(used).toMatch(new RegExp(`\\b(?:en|messages)\\.${name}\\b`));
});
