import {
  type Activity,
  bilingual,
  type Finding,
  type Indicator,
  type Language,
  type Outcome,
  type Output,
  parentCode,
  type ReportedValue,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { normalise } from "../template/normalise.ts";
import { codedHead } from "./codes.ts";
import { promisedAxes } from "./disaggregation.ts";
import { ACTIVITIES, BASELINE, COLUMN_HEADS, type FrameworkColumn, NO_TITLE, TARGET } from "./labels.ts";
import { milestonesOf } from "./milestones.ts";
import { readCell } from "./values.ts";

interface Cell {
  left: number;
  right: number;
  lines: { text: string; line: number }[];
}
interface Row {
  table: number;
  cells: Cell[];
}
type Columns = Partial<Record<FrameworkColumn, { left: number; right: number }>>;

const NONE: ReportedValue = { value: { kind: "none" }, raw: "" };

/** The rows of the tables of a document. */
function rowsOf(blocks: readonly Block[]): Row[] {
  const rows = new Map<string, Row>();
  const cells = new Map<string, Cell>();
  for (const { text, line, cell } of blocks) {
    if (cell === null) continue;
    const rowKey = `${cell.table} ${cell.row}`;
    const row = rows.get(rowKey) ?? { table: cell.table, cells: [] };
    rows.set(rowKey, row);
    const key = `${rowKey} ${cell.cell}`;
    let own = cells.get(key);
    if (own === undefined) {
      own = { left: cell.left, right: cell.right, lines: [] };
      cells.set(key, own);
      row.cells.push(own);
    }
    if (text !== "") own.lines.push({ text, line });
  }
  return [...rows.values()];
}

/** The columns that a row declares by its heads; `null` where it is no head of a results framework. */
function columnsOf({ cells }: Row): Columns | null {
  const columns: Columns = {};
  for (const { left, right, lines } of cells) {
    const text = normalise(lines.map((line) => line.text).join(" "));
    const name = (Object.keys(COLUMN_HEADS) as FrameworkColumn[]).find((each) =>
      COLUMN_HEADS[each].test(text),
    );
    if (name !== undefined && columns[name] === undefined) columns[name] = { left, right };
  }
  const known = Object.keys(columns).length;
  return columns.indicator !== undefined &&
    known >= 3 &&
    (columns.means !== undefined || columns.milestone !== undefined)
    ? columns
    : null;
}

/** The share of a cell that lies in a column. */
function overlap(cell: Cell, column: { left: number; right: number } | undefined): number {
  if (column === undefined) return 0;
  return (
    (Math.min(cell.right, column.right) - Math.max(cell.left, column.left)) /
    Math.max(1, cell.right - cell.left)
  );
}

/** A results framework as it is read, row by row. */
export class FrameworkReader {
  readonly outcomes: Outcome[] = [];
  readonly activities: Activity[] = [];
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  private readonly language: Language;
  private outcome: Outcome | null = null;
  private output: Output | null = null;
  /** Indicators of the row above, for what goes on over a page. */
  private found = false;

  constructor(language: Language) {
    this.language = language;
  }

  /** Whether the blocks have a results framework. */
  get isFound(): boolean {
    return this.found;
  }

  read(blocks: readonly Block[]): void {
    let columns: Columns | null = null;
    let table = 0;
    for (const row of rowsOf(blocks)) {
      if (row.table !== table) {
        table = row.table;
        // A framework that goes on in a table of its own repeats its heads, or has the columns of the one before.
        if (
          columns !== null &&
          !row.cells.some(({ lines }) => lines.some(({ text }) => codedHead(text) !== null))
        )
          columns = null;
      }
      const declared = columnsOf(row);
      if (declared !== null) {
        columns = declared;
        this.found = true;
      } else if (columns !== null) this.row(row, columns);
    }
  }

  private row({ cells }: Row, columns: Columns): void {
    const of = (name: FrameworkColumn) =>
      cells.filter((cell) => overlap(cell, columns[name]) > 0.5).flatMap(({ lines }) => lines);
    for (const cell of cells) {
      const right = columns.indicator === undefined || cell.left < columns.indicator.left - 1;
      if (right && overlap(cell, columns.indicator) < 0.5) this.results(cell.lines);
    }
    const indicators = this.indicators(of("indicator"));
    if (indicators.length === 0) return;
    this.verification(indicators, of("means"), of("frequency"));
    const milestones = of("milestone");
    for (const [index, indicator] of indicators.entries()) {
      // Several indicators in a row share its cells, where those have not a line for each.
      const own =
        indicators.length === 1
          ? milestones
          : milestones.length === indicators.length
            ? milestones.slice(index, index + 1)
            : milestones;
      const found = milestonesOf(
        own.map(({ text }) => text),
        this.language,
        indicator.text,
      );
      if (found.length > 0) {
        indicator.milestones = found;
        this.lines[`indicators/${indicator.code}/milestones`] = own[0]?.line ?? 1;
      }
    }
  }

  /** Means of verification and frequency: two paragraphs, two columns, or one text with a slash between them. */
  private verification(
    indicators: readonly Indicator[],
    means: Cell["lines"],
    frequency: Cell["lines"],
  ): void {
    const texts = means.map(({ text }) => text);
    const joined = texts.join("\n");
    const slash = texts.length === 1 ? joined.lastIndexOf(" / ") : -1;
    const labelled = texts.findIndex((text) => /^(?:frequency|fréquence)\b/i.test(text));
    const index = labelled >= 0 ? labelled : texts.length > 1 ? texts.length - 1 : texts.length;
    const first = slash < 0 ? texts.slice(0, index).join("; ") : joined.slice(0, slash);
    const second =
      frequency.length > 0
        ? frequency.map(({ text }) => text).join("; ")
        : slash < 0
          ? texts.slice(index).join("; ")
          : joined.slice(slash + 3);
    const all = frequency.length > 0 ? texts.join("; ") : first;
    for (const indicator of indicators) {
      if (all.trim() !== "") {
        indicator.means = all.trim();
        this.lines[`indicators/${indicator.code}/means`] = means[0]?.line ?? 1;
      }
      const often = second.replace(/^(?:frequency|fréquence)[^:]*:\s*/i, "").trim();
      if (often !== "") indicator.frequency = often;
    }
  }

  /** Outcomes, outputs and activities of a cell to the left of the indicators. */
  private results(lines: Cell["lines"]): void {
    let open: { title: string } | null = null;
    let inActivities = false;
    for (const { text, line } of lines) {
      const head = codedHead(text);
      const plain = normalise(text);
      if (head !== null && head.kind !== "indicator" && head.code !== null) {
        inActivities = false;
        open =
          head.kind === "outcome"
            ? this.openOutcome(head.code, head.rest, line)
            : this.openOutput(head.code, head.rest, line);
      } else if (ACTIVITIES.test(plain)) {
        inActivities = true;
        open = null;
      } else if (inActivities) this.activity(text, line);
      else if (NO_TITLE.test(plain)) open = null;
      else if (open !== null) open.title = `${open.title} ${text}`.trim();
    }
  }

  private openOutcome(code: string, title: string, line: number): Outcome {
    const known = this.outcomes.find((outcome) => outcome.code === code);
    const outcome = known ?? { code, title, rating: null, indicators: [], outputs: [] };
    if (known === undefined) {
      this.outcomes.push(outcome);
      this.lines[`outcomes/${code}`] = line;
    }
    this.outcome = outcome;
    this.output = null;
    return outcome;
  }

  private openOutput(code: string, title: string, line: number): Output {
    const parent = parentCode(code) ?? code;
    const outcome = this.outcomes.find((each) => each.code === parent) ?? this.openOutcome(parent, "", line);
    const known = outcome.outputs.find((output) => output.code === code);
    const output = known ?? { code, title, indicators: [] };
    if (known === undefined) {
      outcome.outputs.push(output);
      this.lines[`outputs/${code}`] = line;
    }
    this.outcome = outcome;
    this.output = output;
    return output;
  }

  private activity(text: string, line: number): void {
    const [, code, title = ""] =
      /^(?:activit(?:y|é)\s+)?(\d{1,2}(?:\.\d{1,2}){1,3})[.):]?\s+(.+)$/iu.exec(text) ?? [];
    const last = this.activities.at(-1);
    if (code !== undefined) {
      this.activities.push({ code, title, events: [] });
      this.lines[`activities/${code}`] = line;
    } else if (last?.title !== undefined && /^\p{Ll}/u.test(text)) last.title += ` ${text}`;
    else {
      const siblings =
        this.output === null
          ? 0
          : this.activities.filter(({ code: own }) => parentCode(own) === this.output?.code).length;
      if (this.output !== null)
        this.activities.push({ code: `${this.output.code}.${siblings + 1}`, title: text, events: [] });
    }
  }

  /** The indicators of a cell, each with its baseline and target. */
  private indicators(lines: Cell["lines"]): Indicator[] {
    const found: Indicator[] = [];
    let texts: string[] = [];
    let open: {
      head: NonNullable<ReturnType<typeof codedHead>>;
      line: number;
      baseline: string;
      target: string;
    } | null = null;
    let into: "text" | "baseline" | "target" = "text";
    const close = () => {
      if (open !== null)
        found.push(...this.indicator(open.head, texts.join(" "), open.baseline, open.target, open.line));
      open = null;
      texts = [];
    };
    const answer = (text: string) => text.slice(text.indexOf(":") + 1).trim();
    for (const { text, line } of lines) {
      const plain = normalise(text);
      const head = codedHead(text);
      if (head?.kind === "indicator") {
        close();
        open = { head, line, baseline: "", target: "" };
        if (head.rest !== "") texts.push(head.rest);
        into = "text";
      } else if (open !== null && BASELINE.test(plain)) {
        open.baseline = answer(text);
        into = "baseline";
      } else if (open !== null && TARGET.test(plain)) {
        open.target = answer(text);
        into = "target";
      } else if (open === null) {
        const message = bilingual(
          en.projectDocumentTextUnrecognised,
          fr.projectDocumentTextUnrecognised,
          excerpt(text),
        );
        this.findings.push(
          findingOf(
            "text-unrecognised",
            "info",
            { path: "indicators", line },
            message,
            excerpt(text, 400),
            null,
          ),
        );
      } else if (into === "text") texts.push(text);
      else open[into] = `${open[into]} ${text}`.trim();
    }
    close();
    return found;
  }

  private indicator(
    head: NonNullable<ReturnType<typeof codedHead>>,
    text: string,
    baseline: string,
    target: string,
    line: number,
  ): Indicator[] {
    const level =
      head.level ?? (head.code === null ? null : head.code.split(".").length > 2 ? "output" : "outcome");
    const owner = level === "outcome" ? this.outcome : (this.output ?? this.outcome);
    if (owner === null) {
      const message = bilingual(en.indicatorWithoutResult, fr.indicatorWithoutResult, excerpt(text));
      this.findings.push(
        findingOf("row-without-code", "error", { path: "indicators", line }, message, excerpt(text), null),
      );
      return [];
    }
    const code = head.code ?? `${owner.code}.${owner.indicators.length + 1}`;
    const read = (cell: string): ReportedValue => (cell === "" ? NONE : readCell(cell, this.language, text));
    const [from, to] = [read(baseline), read(target)];
    // What is in brackets are parts and their shares.
    const percent = [baseline, target].some((cell) => cell.replace(/\(.*?\)/g, "").includes("%"));
    const axes = promisedAxes(text, target);
    const indicator: Indicator = {
      code,
      ...(head.written !== null && { writtenCode: head.written }),
      ...(head.code === null && { codeAssigned: true }),
      text,
      ...(percent && { unit: "%" }),
      ...(axes.length > 0 && { disaggregation: axes }),
      baseline: from,
      target: to,
      milestone: NONE,
      actual: NONE,
    };
    owner.indicators.push(indicator);
    for (const part of ["", "/baseline", "/target"]) this.lines[`indicators/${code}${part}`] = line;
    return [indicator];
  }
}
