import { type Bilingual, type Language, type Problem, type Result, refuse } from "@cadre/core";
import {
  type ProtectOptions,
  protectTable,
  type ReleasedValue,
  type TableCell,
  TableError,
} from "@cadre/core/disclosure";
import { csvTable, readTable } from "@cadre/exchange/csv";
import { fileAt } from "../mapped.ts";
import { both, MESSAGES } from "../messages.ts";
import { fileOf } from "../stdin.ts";
import { writeWhole } from "../write.ts";
import { EXIT, reportProblems, type Terminal } from "./command.ts";
import { type DisclosureOptions, wrongMinCell } from "./disclosure.ts";

/** What `cadre protect` takes beside its table. */
export interface ProtectCommandOptions extends DisclosureOptions {
  /** Columns of the categories. */
  axes: string[];
  value: string;
  zeros?: boolean;
  /** Publish multiples of this, and withhold only what can be learned nevertheless. */
  roundTo?: string;
  /** What this command wrote of earlier releases of the same values. */
  released?: string[];
  /** The same of running totals, and the unprotected table of the last release. */
  running?: string[];
  before?: string;
  out?: string;
  json?: boolean;
  lang?: Language;
}

const MAX_BYTES = 2 ** 24;
type Row = Record<string, string>;

const rowsOf = (path: string): Promise<Result<Row[]>> => fileAt(path, MAX_BYTES, (bytes) => readTable(bytes));

const problem = (path: string, message: Bilingual, found: string | null, expected: string): Problem => ({
  ...{ code: "table-invalid", where: { path }, message, found, expected },
});

const textOf = (value: string | undefined): string => (value ?? "").trim();

/** Values by the categories that a row names; an empty category is the total over its axis. */
function valuesOf(rows: readonly Row[], axes: readonly string[], value: string): Result<ReleasedValue[]> {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const missing = [...axes, value].find((name) => !columns.has(name));
  if (missing !== undefined)
    return refuse(
      problem(
        missing,
        both(({ problems }) => problems.noColumn(missing)),
        missing,
        [...columns].join(" | "),
      ),
    );
  const found: ReleasedValue[] = [];
  for (const [index, row] of rows.entries()) {
    const text = textOf(row[value]);
    const number = text === "" ? null : Number(text);
    if (number !== null && (!Number.isSafeInteger(number) || number < 0))
      return refuse(
        problem(
          `row ${index + 1}, ${value}`,
          both(({ problems }) => problems.notACount),
          text,
          "0, 1, 2, …",
        ),
      );
    const at = Object.fromEntries(
      axes.map((axis) => [axis, textOf(row[axis])]).filter(([, each]) => each !== ""),
    );
    found.push({ at, value: number });
  }
  return { ok: true, value: found, findings: [] };
}

/** Cells of the full cross table alone: totals are computed from them. */
function cellsOf(values: readonly ReleasedValue[], axes: readonly string[]): Result<TableCell[]> {
  const cells: TableCell[] = [];
  for (const [index, { at, value }] of values.entries()) {
    if (Object.keys(at).length < axes.length) continue;
    if (value === null)
      return refuse(
        problem(
          `row ${index + 1}`,
          both(({ problems }) => problems.valueMissing),
          null,
          "0, 1, 2, …",
        ),
      );
    cells.push({ at, value });
  }
  return { ok: true, value: cells, findings: [] };
}

async function tableAt(path: string, options: ProtectCommandOptions): Promise<Result<ReleasedValue[]>> {
  const rows = await rowsOf(await fileOf(path));
  return rows.ok ? valuesOf(rows.value, options.axes, options.value) : rows;
}

/** `cadre protect TABLE`: a table of counts as it may leave, with its margins, together with what left before. */
export async function runProtect(
  path: string,
  options: ProtectCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const language = options.lang ?? terminal.language;
  const { colon, found, expected, protect, written } = MESSAGES[language];
  const base = options.roundTo === undefined ? null : Number(options.roundTo);
  const wrong =
    wrongMinCell(options, language) ??
    (base !== null && !(Number.isSafeInteger(base) && base >= 2)
      ? `--round-to: ${found}${colon} ${options.roundTo}, ${expected}${colon} 2, 3, …`
      : (options.running === undefined) !== (options.before === undefined)
        ? protect.runningTogether
        : null);
  if (wrong !== null) {
    terminal.error(`cadre: ${wrong}`);
    return EXIT.use;
  }
  const read = async (file: string) => ({ file, values: await tableAt(file, options) });
  const files = [path, ...(options.before === undefined ? [] : [options.before])];
  const tables: TableCell[][] = [];
  for (const file of files) {
    const { values } = await read(file);
    const cells = values.ok ? cellsOf(values.value, options.axes) : values;
    if (!cells.ok) return reportProblems(file, cells.problems, language, terminal);
    tables.push(cells.value);
  }
  const earlier: ReleasedValue[][] = [];
  for (const file of [...(options.released ?? []), ...(options.running ?? [])]) {
    const { values } = await read(file);
    if (!values.ok) return reportProblems(file, values.problems, language, terminal);
    earlier.push(values.value);
  }
  const [cells = [], before] = tables;
  const axes = Object.fromEntries(
    options.axes.map((axis) => [
      axis,
      [...new Set([...tables.flat(), ...earlier.flat()].flatMap(({ at }) => at[axis] ?? []))],
    ]),
  );
  const same = options.released?.length ?? 0;
  const protection: ProtectOptions = {
    released: earlier.slice(0, same).flat(),
    ...(before !== undefined && { running: { releases: earlier.slice(same), lastTable: before } }),
    ...(base !== null && { rounding: { base } }),
  };
  try {
    const policy = {
      ...(options.minCell !== undefined && { threshold: Number(options.minCell) }),
      ...(options.zeros === true && { zeros: true }),
    };
    const table = protectTable(axes, cells, { policy, ...protection });
    const rows = table.cells.map(({ at, value, suppressed }) => ({
      ...Object.fromEntries(options.axes.map((axis) => [axis, at[axis] ?? ""])),
      ...{ [options.value]: value, suppressed },
    }));
    const text = options.json
      ? `${JSON.stringify(table, null, 2)}\n`
      : csvTable([...options.axes, options.value, "suppressed"], rows);
    if (options.out === undefined) terminal.out(text.trimEnd());
    else {
      await writeWhole(options.out, text);
      terminal.error(`cadre: ${written(options.out)}`);
    }
    const withheld = table.cells.filter(({ value }) => value === null).length;
    terminal.error(`cadre: ${protect.withheld(withheld, table.cells.length, table.sensitive)}`);
    for (const at of table.exposed)
      terminal.error(`cadre: ${protect.exposed(Object.values(at).join(" · ") || protect.total)}`);
    return table.exposed.length > 0 ? EXIT.input : EXIT.done;
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    terminal.error(`cadre: ${path}: ${error.reason[language]} [${error.code}]`);
    return EXIT.input;
  }
}
