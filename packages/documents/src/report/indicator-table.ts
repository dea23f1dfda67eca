import {
  bilingual,
  columnName,
  compareCodes,
  type Finding,
  type Indicator,
  type Outcome,
  parentCode,
  type ReportedValue,
} from "@cadre/core";
import { type ReadValueOptions, type Remark, readValue, settleRow } from "../cells/index.ts";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { axesAskedFor } from "../template/disaggregation.ts";
import type { Template } from "../template/grammar.ts";
import { type Cell, isEmpty, paragraphsOf, textOf } from "./table/cell.ts";
import { leftOver } from "./table/left-over.ts";
import { headOf, type Row, VALUE_NAMES } from "./table/row.ts";

/** What is said of a cell, by the reason why it was not read whole. */
const CELL_REMARKS = {
  text: [en.cellIsText, fr.cellIsText],
  "ambiguous-number": [en.cellAmbiguousNumber, fr.cellAmbiguousNumber],
  "number-habit": [en.cellNumberHabit, fr.cellNumberHabit],
  "two-quantities": [en.cellTwoQuantities, fr.cellTwoQuantities],
  breakdown: [en.cellBreakdown, fr.cellBreakdown],
  "share-differs": [en.cellShareDiffers, fr.cellShareDiffers],
} as const satisfies Record<Remark, readonly [string, string]>;

const EMPTY: ReportedValue = { value: { kind: "none" }, raw: "" };
type Values = Record<(typeof VALUE_NAMES)[number], ReportedValue>;

/** Rows with their codes: those of the document, or assigned by position. */
interface CodedRow {
  row: Row;
  code: string;
  written: string | null;
  assigned: boolean;
  /** Code of the outcome or output that it is listed under; `null` before the first. */
  under: string | null;
}

/** An outcome or output as the table heads it. */
interface Head {
  code: string;
  kind: "outcome" | "output";
  title: string;
  line: number;
  raw: string;
  misspelled: string | null;
  assigned: boolean;
}

type Step = { head: Head } | { row: CodedRow } | { left: Cell };

const levelsOf = (code: string) => code.split(".").length;

/** Walks the rows in order, and gives a code to every head and indicator that has none. */
class Coder {
  private outcome: string | null = null;
  private under: string | null = null;
  private title: { text: string; cell: Cell } | null = null;
  private readonly taken = new Map<string, number>();

  private next(parent: string): string {
    const number = (this.taken.get(parent) ?? 0) + 1;
    this.taken.set(parent, number);
    return `${parent}.${number}`;
  }

  /** Remembers a code, so that the ones that are assigned do not repeat it. */
  seen(code: string): void {
    const parent = parentCode(code);
    if (parent === null) return;
    this.taken.set(parent, Math.max(this.taken.get(parent) ?? 0, Number(code.slice(parent.length + 1))));
  }

  private enter(
    code: string,
    kind: Head["kind"],
    title: string,
    cell: Cell,
    misspelled: string | null,
    assigned: boolean,
  ): Step {
    this.under = code;
    if (kind === "outcome") this.outcome = code;
    return {
      head: { code, kind, title, line: cell.line, raw: cell.paragraphs[0] ?? "", misspelled, assigned },
    };
  }

  private head(cell: Cell): Step[] {
    const named = headOf(cell);
    const rest = (first: string) =>
      [first, ...cell.paragraphs.slice(1)].filter((text) => text !== "").join(" ");
    if (named === null) {
      const left = this.title;
      // Without a code: its first indicator's code says which output it is.
      this.title = { text: textOf(cell), cell };
      return left === null ? [] : [{ left: left.cell }];
    }
    const left: Step[] = this.title === null ? [] : [{ left: this.title.cell }];
    this.title = null;
    const { kind, found } = named;
    const levels = levelsOf(found.code);
    if (kind === "outcome")
      return [
        ...left,
        this.enter(found.code.split(".")[0] ?? "1", kind, rest(found.rest), cell, found.misspelled, false),
      ];
    const code =
      levels === 1 ? `${this.outcome ?? "1"}.${found.code}` : found.code.split(".").slice(0, 2).join(".");
    this.outcome ??= parentCode(code);
    return [...left, this.enter(code, kind, rest(found.rest), cell, found.misspelled, false)];
  }

  /** The head without a code that is before an indicator. */
  private untitled(code: string | null): Step[] {
    if (this.title === null) return [];
    const { text, cell } = this.title;
    this.title = null;
    const parent = code === null ? null : parentCode(code);
    if (parent !== null) {
      // Text beside an indicator that belongs to its parent anyway.
      if (parent === this.under) return [{ left: cell }];
      return [this.enter(parent, levelsOf(parent) === 1 ? "outcome" : "output", text, cell, null, true)];
    }
    if (this.outcome === null) return [this.enter("1", "outcome", text, cell, null, true)];
    const output = this.next(`${this.outcome} outputs`).split(".").at(-1) ?? "1";
    return [this.enter(`${this.outcome}.${output}`, "output", text, cell, null, true)];
  }

  /** A head without a code and without an indicator below it. */
  end(): Step[] {
    return this.title === null ? [] : [{ left: this.title.cell }];
  }

  row(row: Row): Step[] {
    const steps = row.head === null ? [] : this.head(row.head);
    if (row.indicator === null) return steps;
    const found = row.indicator.code;
    let code = found?.code ?? null;
    let assigned = false;
    // A single number counts the indicators of what they are under.
    if (code !== null && levelsOf(code) === 1) code = `${this.under ?? this.outcome ?? "1"}.${code}`;
    steps.push(...this.untitled(code));
    if (code === null) {
      code = this.next(this.under ?? "1");
      assigned = true;
    }
    const written = found?.written ?? (found !== null && found.code !== code ? found.code : null);
    steps.push({ row: { row, code, written, assigned, under: this.under } });
    return steps;
  }
}

export interface IndicatorTable {
  outcomes: Outcome[];
  lines: Record<string, number>;
  findings: Finding[];
}

/** Reads the table's rows into outcomes; remembers where everything is. */
class TableReader {
  readonly outcomes: Outcome[] = [];
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  private readonly options: ReadValueOptions;

  constructor(options: ReadValueOptions) {
    this.options = options;
  }

  private outcome(code: string, title = ""): Outcome {
    const known = this.outcomes.find((outcome) => outcome.code === code);
    if (known !== undefined) {
      if (known.title === "") known.title = title;
      return known;
    }
    const outcome: Outcome = { code, title, rating: null, indicators: [], outputs: [] };
    this.outcomes.push(outcome);
    return outcome;
  }

  private output(code: string, title = "") {
    const outcome = this.outcome(parentCode(code) ?? code);
    const known = outcome.outputs.find((output) => output.code === code);
    if (known !== undefined) {
      if (known.title === "") known.title = title;
      return known;
    }
    const output = { code, title, indicators: [] as Indicator[] };
    outcome.outputs.push(output);
    return output;
  }

  head({ code, kind, title, line, raw, misspelled, assigned }: Head): void {
    const path = kind === "outcome" ? `outcomes/${code}` : `outputs/${code}`;
    if (misspelled !== null) this.misspelled(raw, misspelled, path, line);
    const first = this.lines[path];
    if (first !== undefined && !assigned) {
      const message = bilingual(en.headRepeated, fr.headRepeated, code, String(first));
      this.findings.push(
        findingOf(
          "head-repeated",
          "warning",
          { path, line },
          message,
          excerpt(`${raw} ${title}`, 2000),
          "once",
        ),
      );
    }
    this.lines[path] = line;
    if (kind === "outcome") this.outcome(code, title);
    else this.output(code, title);
    if (assigned) {
      const message = bilingual(en.headWithoutCode, fr.headWithoutCode, code, excerpt(title));
      this.findings.push(findingOf("code-assigned", "info", { path, line }, message, excerpt(title), code));
    }
  }

  /** Reports a term before a code that is not as the template prints it. */
  private misspelled(text: string, word: string, path: string, line: number): void {
    const raw = excerpt(text, 40);
    const message = bilingual(en.labelMisspelt, fr.labelMisspelt, raw, word);
    this.findings.push(findingOf("label-misspelt", "warning", { path, line }, message, raw, word));
  }

  /** Reports an indicator that is listed under another outcome or output than its code names. */
  private misplaced({ code, under, assigned }: CodedRow, line: number): void {
    const parent = parentCode(code) ?? code;
    if (under === null || under === parent || assigned) return;
    const where = { path: `indicators/${code}`, line };
    this.findings.push(
      findingOf(
        "row-misplaced",
        "warning",
        where,
        bilingual(en.rowMisplaced, fr.rowMisplaced, code, under),
        code,
        `${under}.n`,
      ),
    );
  }

  private values(code: string, text: string, row: Row): Values {
    const path = `indicators/${code}`;
    const read = Object.fromEntries(
      VALUE_NAMES.map((column) => {
        const cell = row.cells[column];
        if (cell === undefined) return [column, EMPTY];
        this.lines[`${path}/${column}`] = cell.line;
        const raw = textOf(cell);
        // Where it is not known which column a value belongs to, it is text in each.
        if (!row.sure || row.merged.includes(column))
          return [column, { value: { kind: "text" as const, text: raw }, raw }];
        const { reported, remark } = this.read(raw, text);
        if (remark !== null) {
          const [english, french] = CELL_REMARKS[remark];
          const message = bilingual(english, french, code, columnName(column), excerpt(raw));
          const where = { path: `${path}/${column}`, line: cell.line };
          const severity = remark === "text" || remark === "number-habit" ? "info" : "warning";
          this.findings.push(
            findingOf(`cell-${remark}`, severity, where, message, excerpt(raw), "one number"),
          );
        }
        return [column, reported];
      }),
    ) as Values;
    return row.sure ? settleRow(read, text) : read;
  }

  /** A cell, by the document's habit of numbers; a count is not read as a fraction by habit alone. */
  private read(raw: string, indicator: string) {
    const found = readValue(raw, { ...this.options, indicator });
    const { value } = found.reported;
    const fraction =
      value.kind === "number" && value.value !== null && !Number.isInteger(value.value) && value.unit !== "%";
    if (found.remark !== "number-habit" || !fraction || !/^(?:nombre|number|no\.|#|nb)/i.test(indicator))
      return found;
    return readValue(raw, { ...this.options, habit: { thousands: null, decimal: null }, indicator });
  }

  /** Reports a row whose cells are not cut like the table's head. */
  private cuts(code: string, cell: Cell, row: Row): void {
    const path = `indicators/${code}`;
    if (!row.sure) {
      const message = bilingual(en.rowIncomplete, fr.rowIncomplete, code, row.count, row.expected);
      const where = { path, line: row.surplus ?? cell.line };
      this.findings.push(findingOf("row-incomplete", "error", where, message, row.count, row.expected));
      return;
    }
    for (const column of [...row.merged, ...row.continued]) {
      const at = row.cells[column];
      if (isEmpty(at)) continue;
      const raw = excerpt(textOf(at));
      const down = row.continued.includes(column);
      // A reason that holds for several indicators is usual; a value that covers two columns belongs to neither.
      const severity = down ? "info" : "warning";
      const message = down
        ? bilingual(en.cellMergedDown, fr.cellMergedDown, code, columnName(column), raw)
        : bilingual(en.cellMerged, fr.cellMerged, code, columnName(column), raw);
      const where = { path: `${path}/${column}`, line: at?.line ?? cell.line };
      this.findings.push(findingOf("cell-merged", severity, where, message, raw, "one cell of its own"));
    }
  }

  row(coded: CodedRow, othersCoded: boolean): void {
    const { row, code, written, assigned } = coded;
    const cell = row.indicator?.cell;
    if (cell === undefined) return;
    const path = `indicators/${code}`;
    this.lines[path] = cell.line;
    this.lines[`${path}/text`] = cell.line;
    const misspelled = row.indicator?.code?.misspelled ?? null;
    if (misspelled !== null) this.misspelled(cell.paragraphs[0] ?? "", misspelled, path, cell.line);
    this.misplaced(coded, cell.line);
    this.cuts(code, cell, row);
    const [first = "", ...others] = cell.paragraphs;
    const text = [row.indicator?.code?.rest ?? first, ...others].filter((part) => part !== "").join(" ");
    if (assigned) {
      const message = bilingual(en.rowCodeAssigned, fr.rowCodeAssigned, code, excerpt(text));
      const severity = othersCoded ? "warning" : "info";
      this.findings.push(
        findingOf("code-assigned", severity, { path, line: cell.line }, message, excerpt(text), code),
      );
    }
    const axes = axesAskedFor(text);
    const remark = textOf(row.cells.remark);
    if (row.cells.remark !== undefined) this.lines[`${path}/remark`] = row.cells.remark.line;
    const other = Object.entries(row.other).map(([name, each]) => [name, each.paragraphs.join("\n")]);
    const indicator: Indicator = {
      code,
      ...(written !== null && { writtenCode: written }),
      ...(assigned && { codeAssigned: true }),
      text,
      ...(axes.length === 0 ? {} : { disaggregation: axes }),
      ...this.values(code, text, row),
      ...(remark === "" ? {} : { remark }),
      ...(other.length > 0 && { otherColumns: Object.fromEntries(other) as Record<string, string> }),
    };
    const parent = parentCode(code) ?? code;
    const isOutput = levelsOf(code) > 2;
    (isOutput ? this.output(parent.split(".").slice(0, 2).join(".")) : this.outcome(parent)).indicators.push(
      indicator,
    );
  }
}

/** Reads the rows of the indicator tables into outcomes, outputs and indicators. */
export function readIndicatorTable(
  rows: readonly Row[],
  template: Template,
  options: ReadValueOptions,
): IndicatorTable {
  const coder = new Coder();
  for (const row of rows) if (row.indicator?.code != null) coder.seen(row.indicator.code.code);
  const steps = rows.flatMap((row) => coder.row(row));
  const othersCoded = rows.some((row) => row.indicator?.code != null);
  const reader = new TableReader(options);
  const last = coder.end();
  for (const step of [...steps, ...last]) {
    if ("head" in step) reader.head(step.head);
    else if ("left" in step) reader.findings.push(...leftOver(paragraphsOf([step.left]), template));
    else reader.row(step.row, othersCoded);
  }
  reader.outcomes.sort((a, b) => compareCodes(a.code, b.code));
  return { outcomes: reader.outcomes, lines: reader.lines, findings: reader.findings };
}
