import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

type Catalogue = { readonly [name: string]: string | Catalogue | ((...values: never[]) => string) };

const packages = readdirSync("packages").filter((name) => existsSync(`packages/${name}/src/messages.en.ts`));
const catalogueOf = async (name: string, language: "en" | "fr"): Promise<Catalogue> =>
  (await import(pathToFileURL(`packages/${name}/src/messages.${language}.ts`).href)) as Catalogue;

/** Each message's path and placeholders, `{0:code}`; a function has none. */
const messagesOf = (catalogue: Catalogue, path = ""): [path: string, placeholders: string[]][] =>
  Object.entries(catalogue).flatMap(([name, text]): [string, string[]][] => {
    // Words that differ in the plural, of which each language has its own.
    if (name === "plurals") return [];
    // The command line's catalogue is one object, which is called by its language.
    if (typeof text === "object")
      return messagesOf(text, /^(english|french)$/.test(name) ? path : `${path}${name}/`);
    return [[path + name, typeof text === "string" ? [...new Set(text.match(/\{\d[^}]*\}/g))].sort() : []]];
  });

const sourcesOf = (name: string): string =>
  readdirSync(`packages/${name}/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(`packages/${name}/src/${file}`, "utf8"))
    .join("\n");

it("finds the catalogues", () => {
  expect(packages).toEqual(expect.arrayContaining(["cli", "core", "documents", "engine", "view"]));
});

describe.each(packages)("the messages of %s", (name) => {
  it("are the same in both languages and ask for the same values", async () => {
    const [en, fr] = [await catalogueOf(name, "en"), await catalogueOf(name, "fr")];
    expect(messagesOf(fr).sort()).toEqual(messagesOf(en).sort());
  });

  it("number their values from 0", async () => {
    for (const [path, placeholders] of messagesOf(await catalogueOf(name, "en"))) {
      const numbers = placeholders.map((each) => each.replace(/:\w+\}$/, "}"));
      expect([path, ...numbers]).toEqual([path, ...numbers.map((_, index) => `{${index}}`)]);
    }
  });

  it("are put together with their own translation wherever one is used", () => {
    for (const [, en, fr] of sourcesOf(name).matchAll(/\ben\.(\w+),\s*fr\.(\w+)/g)) expect(fr).toBe(en);
  });

  it("are all used", async () => {
    const catalogue = await catalogueOf(name, "en");
    const source = sourcesOf(name);
    // A catalogue of functions or objects is handed on whole.
    const texts = Object.keys(catalogue).filter((key) => typeof catalogue[key] === "string");
    expect(texts.filter((key) => !new RegExp(`\\ben\\.${key}\\b`).test(source))).toEqual([]);
  });
});
