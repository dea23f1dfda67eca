import {
  bilingual,
  characterCount,
  type Finding,
  type FrameworkDocument,
  type WriteOptions,
  type Writer,
  type Written,
} from "@cadre/core";
import type * as Docx from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { findingOf } from "../../input/problem.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { Field, FieldKey, Template } from "../../template/grammar.ts";
import { ENGLISH_REPORT, FRENCH_REPORT } from "../../template/index.ts";
import { unsupportedParts } from "../unsupported.ts";
import { answerTo, narrativeOf, ratingText } from "./answers.ts";
import { choicesOf } from "./choices.ts";
import { indicatorTable } from "./indicator-table.ts";
import { Pieces } from "./pieces.ts";
import { notReadBack } from "./read-back.ts";

/** Fields of the cover that are in one frame together. */
const FRAMES: readonly (readonly FieldKey[])[] = [
  ["title", "number"],
  ["trust-fund"],
  ["agencies"],
  ["start-date", "end-date", "last-six-months"],
  ["windows"],
  ["total-budget", "delivery-rate"],
  ["gewe-allocated", "gewe-spent"],
  ["gender-marker", "risk-marker", "focus-area"],
  ["prepared-by", "approved-by", "secretariat-review"],
];
const PER_OUTCOME: readonly FieldKey[] = ["rating", "outcome-progress", "gender-and-youth"];

/** Puts a report together, field by field in the template's order. */
class ReportWriter {
  readonly children: (Docx.Paragraph | Docx.Table)[] = [];
  readonly findings: Finding[] = [];
  private readonly document: FrameworkDocument;
  private readonly template: Template;
  private readonly pieces: Pieces;
  private frame: Docx.Paragraph[] = [];
  private framed: readonly FieldKey[] = [];

  constructor(document: FrameworkDocument, template: Template, pieces: Pieces) {
    this.document = document;
    this.template = template;
    this.pieces = pieces;
  }

  private overLimit(text: string, limit: number | undefined, path: string): void {
    const count = characterCount(text);
    if (limit === undefined || count <= limit) return;
    this.findings.push(
      findingOf(
        "text-over-limit",
        "warning",
        { path },
        bilingual(en.textOver, fr.textOver, count, limit),
        count,
        limit,
      ),
    );
  }

  private closeFrame(): void {
    if (this.frame.length > 0) this.children.push(this.pieces.frame(this.frame), this.pieces.answer(""));
    this.frame = [];
    this.framed = [];
  }

  /** A prompt with its answer: behind it where it is short and the template has it there, else below. */
  private answered({ prompt, answer }: Field, lines: readonly string[]): Docx.Paragraph[] {
    const inline = (answer === "colon" || answer === "question") && lines.length === 1;
    if (inline) return [this.pieces.prompt(prompt, lines[0])];
    return [this.pieces.prompt(prompt), ...lines.map((line) => this.pieces.answer(line))];
  }

  private outcomes(fields: readonly Field[]): void {
    const { pieces, template, document } = this;
    for (const outcome of document.outcomes) {
      this.children.push(
        pieces.heading(
          `${template.rowLabels.outcome} ${outcome.code}: ${outcome.title.replaceAll("\n", " ")}`,
          2,
        ),
      );
      for (const field of fields) {
        if (field.key === "rating") {
          const unread = document.report?.unread?.[`outcomes/${outcome.code}/rating`] ?? "";
          const rating = outcome.rating === null ? unread : ratingText(outcome.rating, template);
          this.children.push(...this.answered(field, rating === "" ? [] : [rating]));
        } else if (field.key === "outcome-progress" || field.key === "gender-and-youth") {
          const text = narrativeOf(document, field.key, outcome.code) ?? "";
          this.overLimit(text, field.limit, `narrative/${field.key}/${outcome.code}`);
          this.children.push(
            ...this.answered(
              field,
              text.split("\n").filter((line) => line.trim() !== ""),
            ),
          );
        }
      }
    }
  }

  private boxes(): void {
    const { report } = this.document;
    const ticked = report?.covidCategories ?? {};
    for (const { category, name } of this.template.covidCategories) {
      // A report without the box does not get one; the empty form has them all.
      if (report === null || ticked[category] !== undefined)
        this.children.push(this.pieces.box(name, ticked[category] === true));
    }
  }

  /** A question that is answered by ticking boxes. */
  private ticked(field: Field): Docx.Paragraph[] {
    const { pieces, document } = this;
    const { choices, unknown } = choicesOf(field, document.report?.answers[field.key] ?? null);
    const path = `answers/${field.key}`;
    if (unknown)
      this.findings.push(
        findingOf(
          "boxes-unknown",
          "info",
          { path },
          bilingual(en.boxesUnknown, fr.boxesUnknown),
          null,
          "☐ / ☒",
        ),
      );
    return [
      pieces.prompt(field.prompt),
      ...choices.map(({ text, box }) => (box === null ? pieces.answer(text) : pieces.box(text, box))),
    ];
  }

  field(field: Field): void {
    const { pieces, children, document, template } = this;
    const { key, prompt } = field;
    const answered = document.report?.answers[key] ?? "";
    if (field.optional && (key === "heading" || answered === "")) return;
    const frame = FRAMES.find((keys) => keys.includes(key));
    if (frame === undefined || frame !== this.framed) this.closeFrame();
    if (key === "report-title") children.push(pieces.title(prompt));
    else if (key === "heading") children.push(pieces.heading(prompt, 1));
    else if (key === "rating")
      this.outcomes(template.fields.filter((each) => PER_OUTCOME.includes(each.key)));
    else if (PER_OUTCOME.includes(key)) return;
    else if (key === "covid-categories") {
      children.push(pieces.prompt(prompt));
      this.boxes();
    } else {
      const lines = answerTo(key, document, template);
      if (field.limit !== undefined) this.overLimit(lines.join("\n"), field.limit, `narrative/${key}`);
      const paragraphs = field.options === undefined ? this.answered(field, lines) : this.ticked(field);
      if (frame === undefined) children.push(...paragraphs);
      else {
        this.frame.push(...paragraphs);
        this.framed = frame;
      }
    }
  }

  /** Answers under labels that the template does not have. */
  others(): void {
    const known = new Set<string>(this.template.fields.map(({ key }) => key));
    for (const [label, answer] of Object.entries(this.document.report?.answers ?? {})) {
      if (known.has(label)) continue;
      const lines = answer.split("\n").filter((line) => line.trim() !== "");
      const sign = /[:?]$/.test(label) ? "" : ":";
      this.children.push(
        ...this.answered({ key: "unknown", prompt: `${label}${sign}`, labels: [], answer: "colon" }, lines),
      );
    }
  }

  end(): void {
    this.closeFrame();
  }
}

/** When a written document says that it was made: never, so that the same document gives the same bytes. */
const WHEN = "2000-01-01T00:00:00Z";

/** Takes the time of writing out of a package. It was made here: nothing of it is hostile. */
function timeless(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  if (core !== undefined) {
    parts["docProps/core.xml"] = strToU8(strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, WHEN));
  }
  return zipSync(parts, { mtime: new Date(2000, 0, 1), level: 6 });
}

/**
 * Writes a progress report as a Word document in the template's layout: framed cover, parts I to IV with each question and its answer, check
 * boxes as controls, the indicator table of part V on landscape pages, page numbers. A text over its limit is written whole, with a finding;
 * they report what the form has no field for, and what is not read back from it unchanged. A document without a report gives the document with its questions open.
 */
export async function writeReport(document: FrameworkDocument, { language }: WriteOptions): Promise<Written> {
  const docx = await import("docx");
  const template = language === "fr" ? FRENCH_REPORT : ENGLISH_REPORT;
  const pieces = new Pieces(docx);
  const writer = new ReportWriter(document, template, pieces);
  const last = template.fields.findIndex(({ key }) => key === "indicator-table");
  for (const [index, field] of template.fields.slice(0, last).entries()) {
    // The notes for filling it in are no part of a document that is filled in, nor is their heading.
    if (field.key !== "heading" || template.fields[index + 1]?.key !== "heading" || field.optional)
      writer.field(field);
    if (field.key === "secretariat-review") {
      writer.end();
      writer.others();
    }
  }
  writer.end();
  const { table, findings } = indicatorTable(document, template, pieces);
  const footers = { default: pieces.footer(document.project.number ?? document.project.title ?? "") };
  const margin = { top: 1000, bottom: 1000, left: 1000, right: 1000 };
  const file = new docx.Document({
    title: (document.project.title ?? template.fields[0]?.prompt ?? "").slice(0, 200),
    creator: "Cadre",
    styles: { default: { document: { run: { font: "Calibri", size: 21 } } } },
    sections: [
      { properties: { page: { margin } }, footers, children: writer.children },
      {
        properties: { page: { margin, size: { orientation: docx.PageOrientation.LANDSCAPE } } },
        footers,
        children: [pieces.heading(template.fields[last]?.prompt ?? "", 1), table],
      },
    ],
  });
  const bytes = timeless(await docx.Packer.toBuffer(file));
  const noted = [...writer.findings, ...findings];
  const reported = new Set(
    noted.filter(({ code }) => code !== "text-over-limit").map(({ where }) => where.path),
  );
  return {
    bytes,
    findings: [
      ...unsupportedParts(document, [
        "projectDocument",
        "milestones",
        "schedule",
        "axes",
        "periods",
        "measurement",
        "activities",
        "events",
        "lines",
        "tranches",
        "direction",
      ]),
      ...noted,
      ...(await notReadBack(document, bytes, reported)),
    ],
  };
}

/** A progress report as a Word document. */
export const reportWriter: Writer = {
  format: "docx",
  extension: ".docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  write: writeReport,
};
