import { type Block, fold } from "../border/blocks.ts";
import type { Field, FieldKey, Template } from "../template/grammar.ts";
import { normalise } from "../template/normalise.ts";

/** One line of an answer. */
export interface Line {
  line: number;
  text: string;
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

function fieldAt(block: Block, template: Template): { field: Field; label: string } | null {
  const text = normalise(block.text);
  for (const field of template.fields) {
    const label = field.labels.find((candidate) => text.startsWith(candidate));
    if (label !== undefined) return { field, label };
  }
  return null;
}

/** The outcome that a heading of part II opens: `Résultat 1: …`. */
function outcomeAt(block: Block, template: Template): string | null {
  const match = /^([a-z]+) (\d{1,2}) ?:/.exec(normalise(block.text));
  return match?.[1] === template.rowWords.outcome ? (match[2] ?? null) : null;
}

/** Cuts a block stream along the template's labels. The indicator table is left as blocks, for its own reader. */
export function segment(blocks: readonly Block[], template: Template): Segmented {
  const segments: Segment[] = [];
  let outcome: string | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.text === "") continue;
    const code = outcomeAt(block, template);
    if (code !== null) {
      outcome = code;
      const title = fold(block.text.slice(block.text.indexOf(":") + 1));
      const lines = title === "" ? [] : [{ line: block.line, text: title }];
      segments.push({ key: "outcome", line: block.line, label: block.text, lines, outcome, limit: null });
      continue;
    }
    const found = fieldAt(block, template);
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
        lines: answer === "" ? [] : [{ line: block.line, text: answer }],
        outcome,
        limit: found.field.limit ?? null,
      });
      continue;
    }
    const open = segments.at(-1);
    const line = { line: block.line, text: block.text };
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

function finish(
  segments: Segment[],
  template: Template,
  table: Block[],
  tableLine: number | null,
): Segmented {
  const limited = new Set(template.fields.filter(({ answer }) => answer === "limit").map(({ key }) => key));
  for (const found of segments) if (limited.has(found.key)) afterLimit(found, template);
  return { segments, table, tableLine };
}
