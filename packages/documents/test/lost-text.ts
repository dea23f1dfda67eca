import type { Finding, FrameworkDocument } from "@cadre/core";
import type { Block } from "../src/blocks/index.ts";
import type { Template } from "../src/template/grammar.ts";
import { bare } from "../src/template/normalise.ts";

/** What is worked out of a text, once: thousands of mutants say almost the same. */
function once<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = work(text);
    known.set(text, result);
    return result;
  };
}
const plain = once((text) =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase(),
);
const wordsOf = once((text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ""),
);
/** Every text and number in plain data. */
function textsIn(data: unknown): string[] {
  if (typeof data === "string") return [data];
  if (typeof data === "number") return [String(data)];
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}

/** The template's own words, and the lines of a report that are nothing but them. */
export interface TemplateText {
  texts: string;
  words: ReadonlySet<string>;
  guidance: readonly string[];
  lines: readonly string[];
}

/** What is printed before anyone has written anything. */
export function templateText(template: Template, blocks: readonly Block[]): TemplateText {
  const texts = [
    ...template.fields.flatMap(({ prompt, labels }) => [prompt, ...labels]),
    ...template.columns.map(({ name }) => name),
    ...template.covidCategories.map(({ name }) => name),
    ...template.placeholders,
    ...Object.values(template.rowLabels),
    template.convening,
    template.total,
    ...template.guidance,
  ];
  const words = new Set(texts.flatMap(wordsOf));
  const lines = blocks.filter(({ text }) => wordsOf(text).every((word) => words.has(word)));
  return {
    texts: texts.map(plain).join("\n"),
    words,
    guidance: template.guidance,
    lines: [...new Set(lines.map(({ text }) => plain(text)))],
  };
}

/** Whether one text is another but for one sign. */
function differByOneSign(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return [
    [index + 1, index + 1],
    [index + 1, index],
    [index, index + 1],
  ].some(([a, b]) => one.slice(a) === other.slice(b));
}

/** A cell of an indicator without the term before its code, which is not kept: `Ind. 3.2`. */
const withoutTerm = (text: string) => text.replace(/^ind(?:icat\p{L}+)?[. ]+(?=\d)/iu, "");

/**
 * The paragraphs and cells of a report whose words are lost: neither in the document that was read from it (as written, or as the date,
 * amount or choice that they were read as), nor in a finding, which may quote their beginning, nor the template's own, which one sign may
 * be struck wrong in.
 */
export function lostIn(
  blocks: readonly Block[],
  read: { value: FrameworkDocument; findings: readonly Finding[] },
  own: TemplateText,
): Block[] {
  const lines = read.value.report?.lines ?? {};
  const texts = textsIn([{ ...read.value, report: { ...read.value.report, lines: null } }, read.findings]);
  const plainTexts = texts.map(plain).join("\n");
  const words = new Set([...texts, ...Object.keys(lines)].flatMap(wordsOf));
  // What is read as a date, an amount or a choice no longer has its words; where it cannot be read, a finding has them.
  const typed = new Set(
    Object.entries(lines)
      .filter(([path]) => /^(?:project|budget|report)\/|\/rating$/.test(path))
      .map(([, line]) => line),
  );
  const quoted = (line: number, said: string) =>
    read.findings.some(
      ({ where, found }) =>
        where.line === line &&
        typeof found === "string" &&
        found.endsWith("…") &&
        said.startsWith(plain(found)),
    );
  return blocks.filter(({ line, text: written }) => {
    const text = withoutTerm(written);
    const said = plain(text);
    if (said === "" || plainTexts.includes(said) || own.texts.includes(said)) return false;
    if (own.guidance.some((start) => bare(text).startsWith(start))) return false;
    if (wordsOf(text).every((word) => own.words.has(word) || words.has(word))) return false;
    return !typed.has(line) && !quoted(line, said) && !own.lines.some((each) => differByOneSign(said, each));
  });
}
