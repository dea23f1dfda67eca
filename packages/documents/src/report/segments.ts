import { type Block, type CellPosition, fold } from "../blocks/index.ts";
import type { Field, FieldKey, Template } from "../template/grammar.ts";
import { isNearly, normalise, startsNearly } from "../template/normalise.ts";

/** One line of an answer. */
export interface Line {
  line: number;
  text: string;
  /** The cell in which it stands, where the paper says so. */
  cell?: CellPosition | null;
}

/** A field of the template as it was found, with its answer's lines (blank ones left out). */
export interface Segment {
  key: FieldKey;
  /** Where its label stands. */
  line: number;
  label: string;
  lines: Line[];
  /** The outcome under which it stands, in part II. */
  outcome: string | null;
  /** Characters that it may have. */
  limit: number | null;
  /** The label as the template has it, where the paper's differs by a slip of the pen. */
  slipped?: string;
}

/** The paper, cut along its labels. */
export interface Segmented {
  segments: Segment[];
  /** The blocks behind the label of the indicator table; empty where there is none. */
  table: Block[];
  tableLine: number | null;
}

const nth = (text: string, sign: string, count: number): number => {
  let at = -1;
  for (let seen = 0; seen < count; seen += 1) {
    at = text.indexOf(sign, at + 1);
    if (at < 0) return -1;
  }
  return at;
};
const occurrences = (text: string, sign: string) => text.split(sign).length - 1;

/** What stands on the label's own line behind the label: the beginning of the answer. */
function inlineAnswer(text: string, field: Field, label: string): string {
  if (field.answer === "below" || field.answer === "limit") return "";
  const sign = field.answer === "colon" ? ":" : "?";
  const within = occurrences(label, sign);
  // A label that ends in its sign has the answer behind that one; else it is behind the next.
  const at = nth(text, sign, label.endsWith(sign) ? within : within + 1);
  return at < 0 ? "" : fold(text.slice(at + 1));
}

/** Takes the prompt off a long question: everything up to the bracket that names its limit, at most three lines down. */
function afterLimit(segment: Segment, template: Template): void {
  const candidates = [{ line: segment.line, text: segment.label }, ...segment.lines.slice(0, 2)];
  for (const [index, { line, text }] of candidates.entries()) {
    const match = template.limit.exec(text);
    if (match === null) continue;
    segment.limit = Number((match[1] ?? "").replaceAll(" ", ""));
    const rest = fold(text.slice(match.index + match[0].length));
    segment.lines = [...(rest === "" ? [] : [{ line, text: rest }]), ...segment.lines.slice(index)];
    return;
  }
}

/** A number or bullet that a word processor sets before a paragraph; labels shorter than this are not looked for behind one. */
const MARKED = /^(?:[·•▪*\-–]|\d{1,2}[.)]|[a-z][.)]) ?/;
const LONG_LABEL = 15;
/** In labels as long as this a slip of the pen is forgiven: "partie iv:" is one slip from "partie v:", and yet another. */
const FORGIVEN_LABEL = 12;

/** Finds the field whose label a normalised paragraph begins with. */
export class Labels {
  private readonly plain: { field: Field; label: string }[];
  private readonly unmarked: { field: Field; label: string }[];

  constructor(template: Template) {
    this.plain = template.fields.flatMap((field) => field.labels.map((label) => ({ field, label })));
    this.unmarked = this.plain
      .map(({ field, label }) => ({ field, label: label.replace(MARKED, "") }))
      .filter(({ label }) => label.length >= LONG_LABEL);
  }

  at(text: string): { field: Field; label: string; slipped?: string } | null {
    const found = this.plain.find(({ label }) => text.startsWith(label));
    if (found !== undefined) return found;
    const words = text.replace(MARKED, "");
    const unmarked = this.unmarked.find(({ label }) => words.startsWith(label));
    if (unmarked !== undefined) return unmarked;
    const near = this.plain.find(({ label }) => label.length >= FORGIVEN_LABEL && startsNearly(text, label));
    return near === undefined ? null : { ...near, slipped: near.label };
  }
}

const OUTCOME = /^(\D{3,14}?)(\d{1,2}) ?:/;

/**
 * Cuts a block stream along the template's labels. The indicator table is left as blocks, for its own reader. `normalised`: the blocks'
 * texts, which are the same for every template.
 */
export function segment(
  blocks: readonly Block[],
  template: Template,
  normalised: readonly string[],
): Segmented {
  const segments: Segment[] = [];
  const labels = new Labels(template);
  const outcomeWord = normalise(template.rowWords.outcome);
  let outcome: string | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.text === "") continue;
    const text = normalised[index] ?? "";
    const [, word, code] = OUTCOME.exec(text) ?? [];
    // A heading of part II, `Résultat 1: …`.
    if (word !== undefined && code !== undefined && isNearly(word, `${outcomeWord} `)) {
      outcome = code;
      const title = fold(block.text.slice(block.text.indexOf(":") + 1));
      const lines = title === "" ? [] : [{ line: block.line, text: title, cell: block.cell }];
      const slipped = word === `${outcomeWord} ` ? {} : { slipped: outcomeWord };
      segments.push({
        key: "outcome",
        line: block.line,
        label: block.text,
        lines,
        outcome,
        limit: null,
        ...slipped,
      });
      continue;
    }
    const found = labels.at(text);
    if (found?.field.key === "indicator-table") {
      return finish(segments, template, blocks.slice(index + 1), block.line);
    }
    if (found !== null) {
      if (found.field.key === "heading") outcome = null;
      const answer = inlineAnswer(block.text, found.field, found.label);
      segments.push({
        key: found.field.key,
        line: block.line,
        label: block.text,
        lines: answer === "" ? [] : [{ line: block.line, text: answer, cell: block.cell }],
        outcome,
        limit: found.field.limit ?? null,
        ...(found.slipped === undefined ? {} : { slipped: found.slipped }),
      });
      continue;
    }
    const open = segments.at(-1);
    const line = { line: block.line, text: block.text, cell: block.cell };
    if (open === undefined) {
      segments.push({
        key: "heading",
        line: block.line,
        label: "",
        lines: [line],
        outcome: null,
        limit: null,
      });
    } else {
      open.lines.push(line);
    }
  }
  return finish(segments, template, [], null);
}

/**
 * Puts together what stands beside each other in a row: a name and its amount. Cells of several paragraphs go paragraph by paragraph,
 * where they have equally many.
 */
function joinRows(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const besideRow = lines[at]?.cell?.beside.row;
    let end = at + 1;
    while (besideRow !== undefined && lines[end]?.cell?.beside.row === besideRow) end += 1;
    const row = lines.slice(at, end);
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
    at = end;
  }
  return joined;
}

function finish(
  segments: Segment[],
  template: Template,
  table: Block[],
  tableLine: number | null,
): Segmented {
  const limited = new Set(template.fields.filter(({ answer }) => answer === "limit").map(({ key }) => key));
  const placeholders = new Set(template.placeholders);
  const isPrompt = (text: string) =>
    text.length <= 60 && placeholders.has(normalise(text).replace(/[.…]+$/, ""));
  for (const found of segments) {
    if (limited.has(found.key)) afterLimit(found, template);
    found.lines = joinRows(found.lines).filter(({ text }) => !isPrompt(text));
  }
  const answered = table.map((block) => (isPrompt(block.text) ? { ...block, text: "" } : block));
  return { segments, table: answered, tableLine };
}
