import { existsSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { inNodes, sourcesIn, textOf } from "./sentences.ts";

type Catalogue = { readonly [name: string]: string | Catalogue | ((...values: never[]) => string) };

const packages = readdirSync("packages").filter((name) => existsSync(`packages/${name}/src/messages.en.ts`));
const catalogueOf = async (name: string, language: "en" | "fr"): Promise<Catalogue> =>
  (await import(pathToFileURL(`packages/${name}/src/messages.${language}.ts`).href)) as Catalogue;

/** Each message's path and placeholders, `{0:code}`; a function has none. */
const messagesOf = (catalogue: Catalogue, path = ""): [path: string, placeholders: string[]][] =>
  Object.entries(catalogue).flatMap(([name, text]): [string, string[]][] => {
    // Words that differ in the plural, and phrases that differ from English, of which each language has its own.
    if (name === "plurals" || name === "foundPhrases") return [];
    // The command line's catalogue is one object, which is called by its language.
    if (typeof text === "object")
      return messagesOf(text, /^(english|french)$/.test(name) ? path : `${path}${name}/`);
    return [[path + name, typeof text === "string" ? [...new Set(text.match(/\{\d[^}]*\}/g))].sort() : []]];
  });

const sourcesOf = (name: string): string =>
  sourcesIn(`packages/${name}/src`)
    .map(([, source]) => source)
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

/** Packages whose texts all stand in catalogues, with what is none of theirs: words that readers look for, texts that forms have. */
const WITHOUT_TEXTS: Readonly<Record<string, RegExp>> = {
  cli: /^completion\.ts$/,
  documents: /^(?:annex\/labels|cells\/|narrative\/|template\/|write\/html\/meanings|write\/xlsx\/labels)/,
  engine: /^$/,
  server: /^routes\/descriptions\.ts$/,
};
/** Texts of a catalogue: they are read by their language. */
const CATALOGUE = /(?:^|\/)(?:messages|help|finding-pages|rule-pages)\.(?:en|fr|types)\.ts$/;

/** What is written for programmers, or for readers of the OpenAPI, which is in English: errors that are thrown, descriptions. */
const isForProgrammers = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && /(?:Error|HTTPException)$/.test(node.expression.getText())) ||
  (ts.isCallExpression(node) && /(?:^super|\.(?:describe|meta))$/.test(node.expression.getText())) ||
  (ts.isPropertyAssignment(node) && /^(?:description|summary|source)$/.test(node.name.getText()));

/** A whole sentence, or one of a text's two languages. */
function textIn(node: ts.Node): string | null {
  const text = textOf(node);
  if (text !== null && /^[\p{Lu}«“].*\s.*\s.*\.$/su.test(text)) return text;
  if (!ts.isPropertyAssignment(node) || !/^(?:en|fr)$/.test(node.name.getText())) return null;
  const named = textOf(node.initializer) ?? "";
  return /\p{L}{2}/u.test(named) ? named : null;
}

/** Texts in two languages, and whole sentences, that stand in a file. */
const textsIn = (file: string, source: string): string[] => [
  ...new Set(
    inNodes(file, source, textIn, isForProgrammers).map(({ line, text }) => `${file}:${line}: ${text}`),
  ),
];

it("finds texts that stand in code", () => {
  const source = `const a = { en: "one", fr: \`un \${b}\` };
refuse("The file is not there.");
throw new Error("Nobody reads this text.");
const c = z.string().meta({ description: "A text of the OpenAPI." });`;
  expect(textsIn("a.ts", source)).toEqual(["a.ts:1: one", "a.ts:1: un …", "a.ts:2: The file is not there."]);
});

it.each(Object.entries(WITHOUT_TEXTS))("%s has its texts in its catalogues alone", (name, others) => {
  const files = sourcesIn(`packages/${name}/src`).filter(
    ([file]) => !CATALOGUE.test(file) && !others.test(file),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(([file, source]) => textsIn(file, source))).toEqual([]);
});
