import {
  type Bilingual,
  Code,
  type FrameworkDocument,
  formatNumber,
  type Language,
  type Result,
  refuse,
} from "@cadre/core";
import {
  DERIVED_COLUMNS,
  type DerivedValue,
  FormulaError,
  formulaValues,
  parseExpression,
  readFormula,
  referencesOf,
  withDerived,
} from "@cadre/core/derived";
import { type Expression, type Indicator, indicatorsOf } from "@cadre/core/document";
import { readInput } from "../input.ts";
import { jsonAt } from "../mapped.ts";
import { both, MESSAGES } from "../messages.ts";
import { writeWhole } from "../write.ts";
import { EXIT, type ReadOptions, reportProblems, type Terminal } from "./command.ts";

/** What `cadre derive` takes beside its file. */
export interface DeriveOptions extends ReadOptions {
  /** Formulas as they are written, each with the code of its indicator where it has one: `1.3=1000 * [1.1] / [1.2]`. */
  formula?: string[];
  /** A file of formulas: code, formula, and text and unit of an indicator that the document does not have. */
  formulas?: string;
  /** Where the document goes with its formulas. */
  out?: string;
}

interface NamedFormula {
  code: string;
  formula: Expression;
  text?: string;
  unit?: string;
}

const problem = (path: string, message: Bilingual, found: string, expected: string) =>
  refuse({ code: "formula-not-understood", where: { path }, message, found, expected });

function read(path: string, formula: unknown): Result<Expression> {
  try {
    const value = typeof formula === "string" ? readFormula(formula) : parseExpression(formula);
    return { ok: true, value, findings: [] };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return problem(
      path,
      {
        en: MESSAGES.en.problems.formula(error.reason.en),
        fr: MESSAGES.fr.problems.formula(error.reason.fr),
      },
      typeof formula === "string" ? formula : (JSON.stringify(formula)?.slice(0, 200) ?? "nothing"),
      "1000 * [1.1] / [1.2]",
    );
  }
}

/** Formulas of the command line: `1.3=…`, or one without a code, which is an indicator of its own. */
function named(text: string, index: number): { code: string; formula: unknown } {
  const [, code, formula] = /^\s*([\w.]+)\s*=(.*)$/su.exec(text) ?? [];
  return code === undefined ? { code: `0.${index + 1}`, formula: text } : { code, formula };
}

async function formulasOf(options: DeriveOptions): Promise<Result<NamedFormula[]>> {
  const entries: { code?: unknown; formula?: unknown; text?: unknown; unit?: unknown }[] = (
    options.formula ?? []
  ).map(named);
  if (options.formulas !== undefined) {
    const json = await jsonAt(options.formulas);
    if (!json.ok) return json;
    if (!Array.isArray(json.value))
      return problem(
        options.formulas,
        both(({ problems }) => problems.noFormulas),
        typeof json.value,
        '[{ "code": "1.3", "formula": "1000 * [1.1] / [1.2]" }]',
      );
    entries.push(...json.value.map((each) => (typeof each === "object" && each !== null ? each : {})));
  }
  const found: NamedFormula[] = [];
  for (const { code, formula, text, unit } of entries) {
    const parsed = Code.safeParse(code);
    if (!parsed.success)
      return problem(
        "code",
        both(({ problems }) => problems.formulaCode),
        String(code),
        "1.3",
      );
    const expression = read(parsed.data, formula);
    if (!expression.ok) return expression;
    found.push({
      ...{ code: parsed.data, formula: expression.value },
      ...(typeof text === "string" && { text }),
      ...(typeof unit === "string" && { unit }),
    });
  }
  return { ok: true, value: found, findings: [] };
}

/** The document with formulas of its indicators, and with an indicator for each of the others, under the first outcome. */
function withFormulas(document: FrameworkDocument, formulas: readonly NamedFormula[]): FrameworkDocument {
  const byCode = new Map(formulas.map((each) => [each.code, each]));
  const known = new Set(indicatorsOf(document).map(({ indicator }) => indicator.code));
  const update = (indicator: Indicator): Indicator => {
    const found = byCode.get(indicator.code);
    return found === undefined ? indicator : { ...indicator, formula: found.formula };
  };
  const none = { value: { kind: "none" as const } };
  const added = formulas
    .filter(({ code }) => !known.has(code))
    .map(
      ({ code, formula, text = "", unit }): Indicator => ({
        ...{ code, text, formula, ...(unit !== undefined && { unit }) },
        ...{ baseline: none, target: none, milestone: none, actual: none },
      }),
    );
  const [first = { code: "1", title: "", rating: null, indicators: [], outputs: [] }, ...rest] =
    document.outcomes;
  return {
    ...document,
    outcomes: [{ ...first, indicators: [...first.indicators, ...added] }, ...rest].map((outcome) => ({
      ...outcome,
      indicators: outcome.indicators.map(update),
      outputs: outcome.outputs.map((output) => ({ ...output, indicators: output.indicators.map(update) })),
    })),
  };
}

/** `cadre derive FILE`: what formulas come to, with their numbers. Exit 1 where one refers to what the document does not have. */
export async function runDerive(path: string, options: DeriveOptions, terminal: Terminal): Promise<number> {
  const language = options.lang ?? terminal.language;
  const messages = MESSAGES[language];
  const formulas = await formulasOf(options);
  if (!formulas.ok)
    return reportProblems(options.formulas ?? "--formula", formulas.problems, language, terminal);
  const input = await readInput(path, options.activity);
  if (!input.ok) return reportProblems(path, input.problems, language, terminal);
  const document = withFormulas(input.value, formulas.value);
  const { derivedAt } = formulaValues(document);
  const codes = new Set(indicatorsOf(document).map(({ indicator }) => indicator.code));
  let exit: number = EXIT.done;
  const rows = indicatorsOf(document).flatMap(({ indicator }) => {
    if (indicator.formula === undefined) return [];
    const unknown = referencesOf(indicator.formula).filter((code) => !codes.has(code));
    if (unknown.length > 0) {
      exit = EXIT.input;
      terminal.error(
        `cadre: ${indicator.code}: ${messages.found}${messages.colon} ${unknown.join(", ")}, ${messages.expected}${messages.colon} ${[...codes].filter((code) => code !== indicator.code).join(" | ")}`,
      );
    }
    const [baseline, actual] = DERIVED_COLUMNS.map((column) => derivedAt(indicator, column));
    return baseline == null || actual == null
      ? []
      : [{ code: indicator.code, text: indicator.text, baseline, actual }];
  });
  if (options.json) terminal.out(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) terminal.out(messages.derive.none);
  else terminal.out(rows.flatMap((row) => rowLines(row, language)).join("\n"));
  if (options.out !== undefined) {
    await writeWhole(options.out, `${JSON.stringify(withDerived(document), null, 2)}\n`);
    terminal.error(`cadre: ${messages.written(options.out)}`);
  }
  return exit;
}

function rowLines(
  {
    code,
    text,
    baseline,
    actual,
  }: { code: string; text: string; baseline: DerivedValue; actual: DerivedValue },
  language: Language,
): string[] {
  const { columns, derive } = MESSAGES[language];
  const line = (name: string, { working, unit, estimates, interval, ...value }: DerivedValue) => {
    const confidence =
      interval === null
        ? estimates.length > 0
          ? ` · ${derive.noInterval(estimates.join(", "))}`
          : ""
        : ` · ${derive.interval(`${number(interval.low, language)} – ${number(interval.high, language)}`)}`;
    return `  ${name}  ${working} = ${valueText(value, language)}${unit === null ? "" : ` ${unit}`}${confidence}`;
  };
  return [
    `${code}  ${text === "" ? "" : `${text}  `}= ${actual.formula}`,
    ...(baseline.reason === "missing" ? [] : [line(columns.baseline, baseline)]),
    line(columns.actual, actual),
  ];
}

const number = (value: number, language: Language) => formatNumber(value, { language, decimals: 4 });

function valueText(
  { value, bounds, reason, missing }: Pick<DerivedValue, "value" | "bounds" | "reason" | "missing">,
  language: Language,
): string {
  if (value !== null) return number(value, language);
  if (bounds !== null) return `${number(bounds.low, language)}–${number(bounds.high, language)}`;
  const { derive } = MESSAGES[language];
  return derive.reasons[reason ?? "missing"](missing.join(", "));
}
