import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_FINDING_PAGES as CORE, type FindingPage, RULE_PAGES } from "@cadre/core/rule-pages";
import { DOCUMENT_FINDING_PAGES as DOCUMENTS } from "@cadre/documents/finding-pages";
import { EXCHANGE_FINDING_PAGES as EXCHANGE } from "@cadre/exchange/finding-pages";
import { describe, expect, it } from "vitest";

const packages: [name: string, pages: Readonly<Record<string, FindingPage>>][] = [
  ["core", CORE],
  ["documents", DOCUMENTS],
  ["exchange", EXCHANGE],
];

describe.each(packages)("the pages of findings of %s", (name, pages) => {
  const source = globSync(join(import.meta.dirname, `../../../${name}/src/**/*.ts`))
    .filter((file) => !/finding-pages|\.test\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

  it("are of codes that the package makes", () => {
    // A code is written whole, as a key of a table, or in two parts: `cell-${remark}`.
    const ends = (text: string) => new RegExp(`\\b${text}\\b`).test(source);
    const made = (code: string) =>
      source.includes(`"${code}"`) ||
      source.includes(`\n  ${code}: `) ||
      [...code.matchAll(/-/g)].some(
        ({ index }) =>
          (source.includes(`\`${code.slice(0, index)}-$`) && ends(code.slice(index + 1))) ||
          (source.includes(`}${code.slice(index)}\``) && ends(code.slice(0, index))),
      );
    expect(Object.keys(pages).filter((code) => !made(code))).toEqual([]);
  });

  it("are there for every code that an object names, or that a function is given to make one", () => {
    const codes = new Set(
      [
        ...source.matchAll(/\bcode: "([a-z0-9]+(?:-[a-z0-9]+)+)"/g),
        ...source.matchAll(
          /\b(?:(?:problem|refusal|leave|warn|leftOut)\(|finding\(\s*"(?:info|warning|error)",)\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/g,
        ),
      ].map(([, code = ""]) => code),
    );
    const known = { ...CORE, ...DOCUMENTS, ...EXCHANGE, ...RULE_PAGES };
    expect([...codes].filter((code) => !Object.hasOwn(known, code))).toEqual([]);
  });

  it("are written as each language is, without a last full stop", () => {
    for (const [code, { about, remedy }] of Object.entries(pages))
      for (const { en, fr } of [about, remedy]) {
        expect(en, code).not.toMatch(/«|»|\d %|\.$|'/);
        expect(fr, code).not.toMatch(/“|”|\d%|[^\s]%|\.$|[\p{L}»)][;:!?](?:\s|$)|'/u);
      }
  });

  it("do not say again what a rule's page says", () => {
    if (name === "core")
      expect(Object.keys(pages).filter((code) => Object.hasOwn(RULE_PAGES, code))).toEqual([]);
  });
});
