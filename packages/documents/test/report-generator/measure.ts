import {
  type Finding,
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type Money,
  toMajor,
} from "@cadre/core";
import type { CellTruth } from "./cells.ts";
import { COLUMNS, type GeneratedReport } from "./report.ts";

/** For tests: how many cells and cover fields were read right, and which were not. */
export interface Measured {
  asked: number;
  right: number;
  /** Wrong or lost with a finding at their path, and without one. */
  withFinding: string[];
  silent: string[];
}

const parts = (all: readonly { label: string; value: number }[] | undefined) =>
  Object.fromEntries((all ?? []).map(({ label, value }) => [label, value]));
const same = (one: unknown, other: unknown) =>
  JSON.stringify(Object.entries(one ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort());

/** Whether a cell was read as a careful reader reads it; fields that the truth leaves open are not asked. */
function isRight(truth: CellTruth, { value, breakdown }: Indicator["actual"]): boolean {
  if (truth.kind !== value.kind) return false;
  if (value.kind !== "number") return true;
  return (
    value.value === (truth.value ?? null) &&
    (truth.unit === undefined || value.unit === truth.unit) &&
    value.qualifier === truth.qualifier &&
    value.low === truth.low &&
    value.high === truth.high &&
    value.on === truth.on &&
    same(parts(breakdown?.parts), truth.parts)
  );
}

const major = (amount: Money | null) => (amount === null ? null : toMajor(amount));

/** Cover fields as the document has them, with their paths. */
function coverOf(
  { project, budget, outcomes, report }: FrameworkDocument,
  { cover }: GeneratedReport,
): [string, unknown, unknown][] {
  const agencies = new Map(project.agencies.map((agency) => [agency.name, agency]));
  return [
    ["project/title", project.title, cover.title],
    ["project/country", project.country, cover.country],
    ["project/number", project.number, cover.number],
    ["report/type", report?.type, cover.type],
    ["report/year", report?.year, cover.year],
    ["project/startDate", project.startDate, cover.start],
    ["project/endDate", project.endDate, cover.end],
    ["budget/total", major(budget.total), cover.total],
    ["budget/deliveryRate", budget.deliveryRate, cover.rate],
    ["budget/gewe/allocated", major(budget.gewe.allocated), cover.gewe],
    ["budget/gewe/spent", major(budget.gewe.spent), cover.spent],
    ["project/genderMarker", project.genderMarker, cover.marker],
    ["project/riskMarker", project.riskMarker, cover.risk],
    ["project/focusArea", project.focusArea, cover.focus],
    ["budget/evaluation", major(budget.evaluation), cover.evaluation],
    ["budget/covidAdjustment", major(budget.covidAdjustment), cover.covid],
    ["project/agencies", project.agencies.length, Object.keys(cover.agencies).length],
    ["project/agencies", agencies.get(cover.convening)?.convening, true],
    ...Object.entries(cover.agencies).map(([name, amount]): [string, unknown, unknown] => [
      `project/agencies/${name}`,
      major(agencies.get(name)?.budget ?? null),
      amount,
    ]),
    ...Object.entries(cover.ratings).map(([code, rating]): [string, unknown, unknown] => [
      `outcomes/${code}/rating`,
      outcomes.find((outcome) => outcome.code === code)?.rating ?? null,
      rating,
    ]),
  ];
}

/** For tests: compares a document with the truth of the report that it was read from. */
export function measure(
  document: FrameworkDocument,
  findings: readonly Finding[],
  report: GeneratedReport,
): Measured {
  const measured: Measured = { asked: 0, right: 0, withFinding: [], silent: [] };
  const paths = new Set(findings.map(({ where }) => where.path));
  const ask = (path: string, right: boolean, about: string) => {
    measured.asked += 1;
    if (right) measured.right += 1;
    else
      (paths.has(path) || paths.has(path.replace(/\/[^/]*$/, ""))
        ? measured.withFinding
        : measured.silent
      ).push(`${report.seed} ${path}: ${about}`);
  };
  for (const [path, found, expected] of coverOf(document, report))
    ask(path, found === expected, `expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  const indicators = indicatorsOf(document).map(({ indicator }) => indicator);
  for (const { code, cells, remark } of report.indicators) {
    const found = indicators.find((each) => each.code === code);
    for (const column of COLUMNS) {
      const form = cells[column];
      if (form === undefined) continue;
      const read = found?.[column];
      const right = read !== undefined && isRight(form.truth, read);
      ask(
        `indicators/${code}/${column}`,
        right,
        `“${form.text}” as ${JSON.stringify([read?.value, read?.breakdown])}`,
      );
    }
    ask(
      `indicators/${code}/remark`,
      (found?.remark ?? "") === remark,
      `remark ${JSON.stringify(found?.remark)}`,
    );
  }
  ask(
    "indicators",
    indicators.length === report.indicators.length,
    `${indicators.length} of ${report.indicators.length}`,
  );
  return measured;
}
