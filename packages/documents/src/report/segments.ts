import type { Language } from "@cadre/core";
import { type Block, type CellPosition, fold } from "../blocks/index.ts";
import { asksForRating, fieldByWords } from "../template/by-words.ts";
import { codeAfterTerm } from "../template/codes.ts";
import type { Field, FieldKey, Template } from "../template/grammar.ts";
import { normalise, startsNearly } from "../template/normalise.ts";

/** One line of an answer. */
export interface Line {
  line: number;
  text: string;
  /** Whether it is the first of its cell. */
  opensCell?: boolean;
  /** Its cell, where the format says so. */
  cell?: CellPosition | null;
}

/** A field of the template as it was found, with its answer's lines (blank ones left out). */
export interface Segment {
  key: FieldKey;
  /** Line of its label. */
  line: number;
  label: string;
  lines: Line[];
  /** The outcome that it belongs to, in part II. */
  outcome: string | null;
  /** Characters that it may have. */
  limit: number | null;
  /** The label as the template has it, where the document's differs by one sign. */
  slipped?: string;
}

const nth = (text: string, sign: string, count: number): number => {
  let index = -1;
  for (let seen = 0; seen < count; seen += 1) {
    index = text.indexOf(sign, index + 1);
    if (index < 0) return -1;
  }
  return index;
};
const occurrences = (text: string, sign: string) => text.split(sign).length - 1;

/** The beginning of the answer, on the label's own line behind the label. */
function inlineAnswer(text: string, field: Field, label: string): string {
  if (field.answer === "below" || field.answer === "limit") return "";
  // A name before the first amount belongs to it: `… (by recipient organization) UNDP: USD 900,000`.
  const [, named] =
    field.key === "total-budget" ? (/^[^:)]*\)[ *]*([^:\s*][^:]*:.*\d.*)$/.exec(text) ?? []) : [];
  if (named !== undefined) return fold(named);
  // The form's own list of choices with the answer right behind it: `SEMI-ANNUAL, ANNUAL OR FINAL annual`.
  const [, chosen] =
    field.key === "report-type" ? (/ (?:or|ou) final[ )]+([\p{L} -]+)$/iu.exec(text) ?? []) : [];
  if (chosen !== undefined) return fold(chosen);
  const sign = field.answer === "colon" ? ":" : "?";
  const within = occurrences(label, sign);
  // A label that ends in its sign has the answer behind that one; else it is behind the next.
  const index = nth(text, sign, label.endsWith(sign) ? within : within + 1);
  if (index >= 0) return fold(text.slice(index + 1));
  // The question of another version ends in the other sign.
  const other = text.indexOf(sign === ":" ? "?" : ":", label.length - 2);
  return other < 0 ? "" : fold(text.slice(other + 1));
}

/** Takes the prompt off a long question: everything up to the bracket that names its limit, at most three lines down. */
function afterLimit(segment: Segment, template: Template): void {
  const candidates = [{ line: segment.line, text: segment.label, cell: null }, ...segment.lines.slice(0, 2)];
  for (const [index, candidate] of candidates.entries()) {
    const match = template.limit.exec(candidate.text);
    if (match === null) continue;
    segment.limit = Number((match[1] ?? "").replace(/[ ,]/g, ""));
    const rest = fold(candidate.text.slice(match.index + match[0].length));
    segment.lines = [...(rest === "" ? [] : [{ ...candidate, text: rest }]), ...segment.lines.slice(index)];
    return;
  }
}

/** A number or bullet that a word processor sets before a paragraph; labels shorter than this are not looked for behind one. */
const MARKED = /^(?:[·•▪*\-–]|\d{1,2}[.)]|[a-z][.)]) ?/;
const LONG_LABEL = 15;
/** In labels as long as this one wrong sign is forgiven: "partie iv:" is one sign from "partie v:", and yet another. */
const FORGIVEN_LABEL = 12;

export interface FoundLabel {
  field: Field;
  label: string;
  slipped?: string;
}

/** Finds the field whose label a normalised paragraph begins with: the longest such label. */
export class Labels {
  private readonly plain: { field: Field; label: string }[];
  private readonly unmarked: { field: Field; label: string }[];

  constructor(template: Template) {
    this.plain = template.fields
      .flatMap((field) => field.labels.map((label) => ({ field, label })))
      .sort((a, b) => b.label.length - a.label.length);
    this.unmarked = this.plain
      .map(({ field, label }) => ({ field, label: label.replace(MARKED, "") }))
      .filter(({ label }) => label.length >= LONG_LABEL);
  }

  /** The field whose label a cell is, without its colon: the answer is in the cell beside. */
  ofCell(text: string): FoundLabel | null {
    const words = `${text}:`;
    return this.plain.find(({ label }) => label === words) ?? null;
  }

  at(text: string): FoundLabel | null {
    const found = this.plain.find(({ label }) => text.startsWith(label));
    if (found !== undefined) return found;
    const words = text.replace(MARKED, "");
    const unmarked = this.unmarked.find(({ label }) => words.startsWith(label));
    if (unmarked !== undefined) return unmarked;
    const near = this.plain.find(({ label }) => label.length >= FORGIVEN_LABEL && startsNearly(text, label));
    return near === undefined ? null : { ...near, slipped: near.label };
  }
}

/** Fields of the cover with one short answer: what looks like another question ends it. */
const SHORT: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "country",
  "report-type",
  "year",
  "title",
  "number",
  "start-date",
  "end-date",
  "duration",
  "modality",
  "last-six-months",
  "extension-received",
  "extension-requested",
  "delivery-rate",
  "tranches",
  "gewe-share",
  "gewe-allocated",
  "gewe-spent",
  "gender-marker",
  "risk-marker",
  "focus-area",
  "prepared-by",
  "approved-by",
  "secretariat-review",
  "steering-committee",
  "steering-meetings",
  "unknown",
]);

/** Parts of the cover with longer answers, behind which a question may follow in other words than the template's. */
const COVER_LISTS: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "report-title",
  "heading",
  "agencies",
  "partners",
  "trust-fund",
  "windows",
  "total-budget",
  "government-engagement",
  "secretariat-comments",
]);

/** A question of the cover or the rating of an outcome, asked in words that no template has: its field and the answer on its line. */
function inOtherWords(text: string, open: Segment | undefined): { key: FieldKey; answer: string } | null {
  if (open === undefined || text.length > 400 || !/^\p{Lu}/u.test(text)) return null;
  const [, label, answer] = /^([^:?]{8,260}?) ?[:?]\s*(.*)$/u.exec(text) ?? [];
  if (label === undefined) return null;
  if (open.key === "outcome") return asksForRating(label) ? { key: "rating", answer: answer ?? "" } : null;
  if (!SHORT.has(open.key) && !COVER_LISTS.has(open.key)) return null;
  const key = open.outcome === null ? fieldByWords(label) : null;
  return key === null ? null : { key, answer: answer ?? "" };
}

/**
 * The label of a question that the template does not know, in the cover: a question with its answer on the line, or a label of several
 * words before a colon. `null` for anything else.
 */
function unknownLabel(
  text: string,
  open: Segment | undefined,
  { guidance, limit }: Template,
): { label: string; answer: string } | null {
  if (open === undefined || text.length > 400) return null;
  const plain = normalise(text);
  if (guidance.some((start) => plain.replace(MARKED, "").startsWith(start)) || /^[·•▪*\-–☐☒☑"“«(]/.test(text))
    return null;
  // A prompt over several lines has its limit on the last one.
  const inPrompt = open.lines.length < 2 && !limit.test(open.label) && open.limit !== null;
  if (limit.test(text)) return inPrompt ? null : { label: text, answer: "" };
  if (!SHORT.has(open.key)) return null;
  const [, question, behind] = /^(\p{Lu}[^?]{14,300}\?)\s*(.*)$/u.exec(text) ?? [];
  if (question !== undefined) return { label: question, answer: behind ?? "" };
  const [, label, answer] = /^(\p{Lu}[^:?]{8,120}?) ?:\s*(.*)$/u.exec(text) ?? [];
  if (label === undefined || label.split(" ").length < 2 || /\d/.test(label)) return null;
  return { label, answer: answer ?? "" };
}

/** An outcome's heading in part II: `Outcome 1: …`, `Résultat 1 : …`. */
function outcomeHeading(
  text: string,
  language: Language | null,
): { code: string; title: string; slipped: string | null } | null {
  const found = codeAfterTerm("outcome", text);
  if (found === null || !/^\d{1,2}$/.test(found.code)) return null;
  if (language !== null && (language === "en") !== /^o/i.test(text)) return null;
  const [, title] = /^\D{3,14}?\d{1,2} ?[:–—-] ?(.*)$/.exec(text) ?? [];
  return title === undefined ? null : { code: found.code, title: fold(title), slipped: found.misspelled };
}

/** Cuts blocks along the template's labels. `normalised`: the blocks' texts, which are the same for every template. */
export function segment(
  blocks: readonly Block[],
  template: Template,
  normalised: readonly string[],
): Segment[] {
  const segments: Segment[] = [];
  const labels = new Labels(template);
  let outcome: string | null = null;
  const begin = (key: FieldKey, block: Block, label: string, answer: string, more: Partial<Segment> = {}) => {
    const { line, opensCell, cell } = block;
    const lines = answer === "" ? [] : [{ line, text: answer, opensCell, cell }];
    segments.push({ key, line, label, lines, outcome, limit: null, ...more });
  };
  // Headings in the form's language; in the other one only where it has none of its own.
  const own = blocks.some(({ text }) => outcomeHeading(text, template.language) !== null);
  for (const [index, block] of blocks.entries()) {
    if (block.text === "") continue;
    const text = normalised[index] ?? "";
    const heading = outcomeHeading(block.text, own ? template.language : null);
    if (heading !== null) {
      outcome = heading.code;
      begin(
        "outcome",
        block,
        block.text,
        heading.title,
        heading.slipped === null ? {} : { slipped: heading.slipped },
      );
      continue;
    }
    const found = labels.at(text) ?? (block.opensCell ? labels.ofCell(text) : null);
    if (found !== null) {
      if (found.field.key === "heading" || found.field.key === "indicator-table") outcome = null;
      begin(found.field.key, block, block.text, inlineAnswer(block.text, found.field, found.label), {
        limit: found.field.limit ?? null,
        ...(found.slipped !== undefined && { slipped: found.slipped }),
      });
      continue;
    }
    const open = segments.at(-1);
    const worded = inOtherWords(block.text, open);
    if (worded !== null) {
      begin(worded.key, block, block.text, worded.answer);
      continue;
    }
    const other = unknownLabel(block.text, open, template);
    if (other !== null) {
      begin("unknown", block, other.label, other.answer);
      continue;
    }
    const line = { line: block.line, text: block.text, opensCell: block.opensCell, cell: block.cell };
    if (open === undefined) begin("heading", block, "", block.text, { outcome: null });
    else open.lines.push(line);
  }
  return finish(segments, template);
}

/**
 * Puts together what is side by side in a row: a name and its amount. Cells of several paragraphs go paragraph by paragraph, where they
 * have equally many.
 */
export function joinRows(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let position = 0; position < lines.length; ) {
    const besideRow = lines[position]?.cell?.beside.row;
    let end = position + 1;
    while (besideRow !== undefined && lines[end]?.cell?.beside.row === besideRow) end += 1;
    const row = lines.slice(position, end);
    const cells = [...new Set(row.map(({ cell }) => cell?.beside.cell))].map((cell) =>
      row.filter((line) => line.cell?.beside.cell === cell),
    );
    const [first = [], ...others] = cells;
    if (others.length > 0 && others.every((cell) => cell.length === first.length)) {
      for (const [index, line] of first.entries()) {
        const text = cells.map((cell) => cell[index]?.text ?? "").join(" ");
        joined.push({ ...line, text });
      }
    } else {
      joined.push(...row);
    }
    position = end;
  }
  return joined;
}

/** Whether a text is what a control shows before anything was chosen or typed. */
export const isPrompt = (text: string, { placeholders }: Template): boolean =>
  text.length <= 60 && placeholders.includes(normalise(text).replace(/[.…]+$/, ""));

const REST_OF_NUMBER = /^\d{3}(?:[ .,]\d{3})*(?:[.,]\d{1,2})?(?: ?(?:USD|US ?\$|\$|€|EUR))?[.;]?$/;

/** Puts a number together that the end of a line or page took apart: `USD 640` and `000` below it are one amount. */
function joinNumbers({ key, lines }: Segment): Line[] {
  return lines.reduce<Line[]>((all, line) => {
    const last = all.at(-1);
    const continues =
      last !== undefined && (SHORT.has(key) || line.opensCell !== true) && REST_OF_NUMBER.test(line.text);
    if (continues && /(?<!\d)\d{1,3}(?:[ .,]\d{3})*$/.test(last.text))
      all[all.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    else all.push(line);
    return all;
  }, []);
}

function finish(segments: Segment[], template: Template): Segment[] {
  const limited = new Set(template.fields.filter(({ answer }) => answer === "limit").map(({ key }) => key));
  for (const found of segments) {
    if (limited.has(found.key)) afterLimit(found, template);
    // The table of budgets is read by its cells.
    if (SHORT.has(found.key) || found.key === "total-budget") found.lines = joinNumbers(found);
    const lines = found.key === "total-budget" ? found.lines : joinRows(found.lines);
    found.lines = lines.filter(({ text }) => !isPrompt(text, template));
  }
  return segments;
}
