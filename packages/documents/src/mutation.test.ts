import { readFileSync } from "node:fs";
import type { Finding, FrameworkDocument, Result } from "@cadre/core";
import { inspect } from "@cadre/core/results";
import { describe, expect, it } from "vitest";
import { docxReport } from "../test/docx-mutants.ts";
import { lostIn, templateText } from "../test/lost-text.ts";
import { isHarmful, isUnknowable } from "../test/mutant-harm.ts";
import { namesLocation, regionsOf } from "../test/mutant-locations.ts";
import { generator, type MutableReport, type Mutant, mutantOf, textReport } from "../test/mutants.ts";
import { asDocx, asText, type GeneratedReport, matureReport } from "../test/report-generator/index.ts";
import { type Block, blocksOfText } from "./blocks/index.ts";
import { blocksOfDocx } from "./input/docx/index.ts";
import { readReportDocx } from "./report-docx.ts";
import { readReport } from "./report-text.ts";
import { ENGLISH_REPORT } from "./template/english.ts";
import { FRENCH_REPORT } from "./template/french.ts";

/**
 * A mutant is **harmful** where its values differ from the document's: a value, a unit, a group of a breakdown, a code, an agency, an amount,
 * a date, a marker, a rating. It is **unknowable** where nothing else in the document shows it (`isUnknowable` says which those are): the share
 * of the harmful ones that is reported is held with these and, higher, without them. **Harmless** is a mutant that reads the same.
 *
 * **At the right location** is a finding that the document as it was does not have, and that names the field or the row that was changed.
 *
 * **Nothing is lost in silence**: every paragraph and cell of the mutant is in the document, in a finding, or the template's own.
 */
interface Kind {
  name: string;
  source: () => Buffer;
  report: (bytes: Buffer) => MutableReport;
  blocks: (bytes: Uint8Array) => Promise<readonly Block[]>;
  read: (bytes: Uint8Array) => Promise<Result<FrameworkDocument>>;
  language: "fr" | "en";
}

const text = (language: "fr" | "en"): Kind => ({
  name: `text, ${language}`,
  source: () => readFileSync(new URL(`../../../examples/mali-2020/report.${language}.txt`, import.meta.url)),
  report: (bytes) => textReport(bytes.toString("utf8")),
  blocks: async (bytes) => blocksOfText(new TextDecoder().decode(bytes)),
  read: async (bytes) => readReport(bytes),
  language,
});
const word = (language: "fr" | "en"): Kind => ({
  name: `docx, ${language}`,
  source: () => readFileSync(new URL(`../fixtures/report.${language}.docx`, import.meta.url)),
  report: docxReport,
  blocks: async (bytes) => {
    const read = await blocksOfDocx(bytes);
    return read.ok ? read.value.blocks : [];
  },
  read: readReportDocx,
  language,
});

/** A made-up report of a project in its later years: its actuals are not zero. */
const mature = (kind: Kind, render: (report: GeneratedReport) => Uint8Array): Kind => ({
  ...kind,
  name: `mature, ${kind.name}`,
  source: () => Buffer.from(render(matureReport(kind.language))),
});

const findingsOf = (value: FrameworkDocument, findings: readonly Finding[]) =>
  inspect(value, { readerFindings: findings }).findings;
/** A finding without the numbers of its lines, which move when a line goes. */
const nameOf = ({ code, where, found, expected, message }: Finding) =>
  JSON.stringify([
    code,
    where.path,
    found,
    expected,
    message.en.replace(/\(?\b(?:line|table) \d[^)”]*\)?/g, ""),
  ]);
/** The findings that the document as it was does not have; each of its own counts once. */
function fresh(findings: readonly Finding[], known: readonly string[]): Finding[] {
  const left = [...known];
  return findings.filter((finding) => {
    const index = left.indexOf(nameOf(finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
/** Everything that a document says, without its locations. */
const dataOf = (document: FrameworkDocument) =>
  JSON.stringify(document, (key, value) =>
    ["line", "lines", "cell", "locations"].includes(key) ? undefined : value,
  );

const full = process.env.CADRE_FULL === "1";
const show = process.env.CADRE_SHOW === "1";
const MUTANTS = Number(process.env.CADRE_MUTANTS ?? (full ? 2000 : 120));

describe.each([
  ...[text("fr"), text("en"), word("fr"), word("en")],
  ...[
    mature(text("fr"), asText),
    mature(text("en"), asText),
    mature(word("fr"), asDocx),
    mature(word("en"), asDocx),
  ],
])(
  "reports with one cell or paragraph changed ($name)",
  ({ name, source, report: piecesOf, blocks: blocksOf, read, language }) => {
    it(`${MUTANTS} seeded mutants: none crashes or hangs, nothing is lost in silence`, {
      timeout: 900_000,
    }, async () => {
      const bytes = source();
      const [report, original, blocks] = [piecesOf(bytes), await read(bytes), await blocksOf(bytes)];
      if (!original.ok) throw new Error("the example is read");
      const own = templateText(language === "fr" ? FRENCH_REPORT : ENGLISH_REPORT, blocks);
      expect(
        report.units
          .filter(
            ({ line, text: words }) =>
              blocks[line - 1]?.text !== words.normalize().replace(/\s+/g, " ").trim(),
          )
          .slice(0, 3),
      ).toEqual([]);
      const lostBefore = lostIn(blocks, original, own).map((block) => block.text);
      if (show && lostBefore.length > 0) console.info(["LOST BEFORE", ...lostBefore].join("\n"));
      const known = findingsOf(original.value, original.findings).map(nameOf);
      const regionAt = regionsOf(blocks, original.value);
      const random = generator(20_201_115);
      const counts = {
        harmful: 0,
        reported: 0,
        located: 0,
        unknowable: 0,
        unknowableLocated: 0,
        refused: 0,
        wording: 0,
        harmless: 0,
        errors: 0,
      };
      let slowest = 0;
      const missed: string[] = [];
      const lost: string[] = [];
      const at = ({ kind, at: lines, before, now }: Mutant) =>
        `${kind} ${lines} ${JSON.stringify(before.slice(0, 90))} => ${JSON.stringify(now.slice(0, 90))}`;
      for (let round = 0; round < MUTANTS; round += 1) {
        const mutant = mutantOf(report, random);
        const start = performance.now();
        const result = await read(mutant.bytes);
        const all = result.ok ? findingsOf(result.value, result.findings) : [];
        slowest = Math.max(slowest, performance.now() - start);
        if (!result.ok) {
          counts.harmful += 1;
          counts.reported += 1;
          counts.refused += 1;
          if (result.problems.some((problem) => namesLocation(problem, mutant, regionAt)))
            counts.located += 1;
          else
            missed.push(
              `${at(mutant)}: refused ${result.problems[0]?.code} ${result.problems[0]?.where.line}`,
            );
          continue;
        }
        const now = await blocksOf(mutant.bytes);
        for (const block of lostIn(now, { value: result.value, findings: all }, own))
          if (!lostBefore.includes(block.text))
            lost.push(`${at(mutant)}: ${block.line} ${block.text.slice(0, 60)}`);
        const news = fresh(all, known);
        if (isHarmful(original.value, result.value)) {
          const located = news.some((finding) => namesLocation(finding, mutant, regionAt));
          counts.harmful += 1;
          if (news.length > 0) counts.reported += 1;
          if (located) counts.located += 1;
          if (isUnknowable(original.value, result.value)) {
            counts.unknowable += 1;
            if (located) counts.unknowableLocated += 1;
          } else if (!located)
            missed.push(
              `${at(mutant)}: ${
                news
                  .map(({ code, where }) => `${code} ${where.path} ${where.line}`)
                  .slice(0, 3)
                  .join(", ") || "nothing"
              }`,
            );
        } else if (dataOf(result.value) !== dataOf(original.value)) counts.wording += 1;
        else {
          counts.harmless += 1;
          const errors = news.filter(({ severity }) => severity === "error");
          if (errors.length > 0) counts.errors += 1;
          for (const { code, where } of errors)
            missed.push(`HARMLESS ${at(mutant)}: ${code} ${where.path} ${where.line}`);
        }
      }
      const knowable = counts.harmful - counts.unknowable;
      const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
      console.info(
        `${name}: ${MUTANTS} mutants; harmful ${counts.harmful} (refused ${counts.refused}), reported ${share(counts.reported, counts.harmful)}, ` +
          `at the right location ${share(counts.located, counts.harmful)}; without the ${counts.unknowable} unknowable ${share(counts.located - counts.unknowableLocated, knowable)}; ` +
          `wording alone ${counts.wording}; harmless ${counts.harmless}, with an error ${counts.errors}; slowest ${slowest.toFixed(0)} ms; lost ${lost.length}`,
      );
      if (show) console.info([...missed, "LOST", ...lost].join("\n"));
      expect(lost).toEqual([]);
      // In a mature report no column says zero in every row, so that a single value does not differ from all others.
      const [located, knowableLocated, errors] = name.startsWith("mature")
        ? [0.9, 0.93, 0.02]
        : [0.95, 0.97, 0.01];
      expect(counts.located / counts.harmful).toBeGreaterThanOrEqual(located);
      expect((counts.located - counts.unknowableLocated) / knowable).toBeGreaterThanOrEqual(knowableLocated);
      expect(counts.errors).toBeLessThanOrEqual(Math.ceil(counts.harmless * errors));
    });
  },
);
