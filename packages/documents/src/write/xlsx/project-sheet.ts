import { type FrameworkDocument, GenderMarker, type Money, toMajor } from "@cadre/core";
import type { FactKey } from "../../annex/labels.ts";
import type { LineRange } from "./budget-sheet.ts";
import type { WorkbookLabels } from "./labels.ts";
import { moneyFormat, SheetBuilder } from "./sheet-builder.ts";

/** Where the agencies are, for lists of other sheets. */
export interface ProjectSheet {
  sheet: SheetBuilder;
  agencies: { from: number; to: number };
}

/** The currency that bare amounts of the workbook are in: that of the first amount of money that the document has. */
export function currencyOf({ budget, project }: FrameworkDocument): string {
  const amounts = [
    budget.total,
    budget.gewe.allocated,
    budget.gewe.spent,
    budget.covidAdjustment,
    budget.evaluation,
    ...project.agencies.map((agency) => agency.budget),
    ...(budget.lines ?? []).map(({ amount }) => amount),
  ];
  return amounts.find((amount) => amount !== null)?.currency ?? "USD";
}

/** The cover: facts, and the agencies with their shares of the budget. */
export function projectSheet(
  document: FrameworkDocument,
  labels: WorkbookLabels,
  lines: LineRange | null,
): ProjectSheet {
  const { project, budget } = document;
  const currency = currencyOf(document);
  const sheet = new SheetBuilder(labels.sheets.project, [42, 30, 18, 10, 18, 14]);
  const fact = (key: FactKey) => {
    const row = sheet.next;
    sheet.text(row, 0, labels.facts[key], "label");
    return row;
  };
  const text = (key: FactKey, value: string | null, path: string) =>
    sheet.text(fact(key), 1, value, "text", path);
  /** An amount in a currency of its own says so. */
  const money = (key: FactKey, amount: Money | null, path: string) => {
    const row = fact(key);
    if (amount === null || amount.currency === currency) sheet.money(row, 1, amount);
    else sheet.text(row, 1, `${toMajor(amount)} ${amount.currency}`, "text", path);
  };
  text("title", project.title, "project/title");
  text("country", project.country, "project/country");
  text("number", project.number, "project/number");
  sheet.date(fact("startDate"), 1, project.startDate);
  sheet.date(fact("endDate"), 1, project.endDate);
  const marker = fact("genderMarker");
  sheet.text(marker, 1, project.genderMarker, "text");
  const risk = fact("riskMarker");
  sheet.text(risk, 1, project.riskMarker === null ? null : labels.risk[project.riskMarker], "text");
  text("focusArea", project.focusArea, "project/focusArea");
  text("currency", currency, "budget/total");
  money("total", budget.total, "budget/total");
  sheet.number(fact("deliveryRate"), 1, budget.deliveryRate, "percent");
  money("geweAllocated", budget.gewe.allocated, "budget/gewe/allocated");
  money("geweSpent", budget.gewe.spent, "budget/gewe/spent");
  money("covidAdjustment", budget.covidAdjustment, "budget/covidAdjustment");
  money("evaluation", budget.evaluation, "budget/evaluation");
  sheet.list(1, marker, marker, GenderMarker.options, labels.choose);
  sheet.list(1, risk, risk, Object.values(labels.risk), labels.choose);

  const head = sheet.next + 1;
  const { name, convening, budget: share, currency: money3, lines: sum, share: part } = labels.agencies;
  sheet.head(head, [name, convening, share, money3, ...(lines === null ? [] : [sum]), part]);
  const from = head + 1;
  const to = head + project.agencies.length;
  const total = to + 1;
  const last = lines === null ? 4 : 5;
  const whole = project.agencies.reduce(
    (all, { budget: own }) => all + (own?.currency === currency ? own.minor : 0),
    0,
  );
  for (const [index, agency] of project.agencies.entries()) {
    const row = from + index;
    sheet.text(row, 0, agency.name, "text", `project/agencies/${agency.name}`);
    sheet.text(row, 1, agency.convening ? labels.yes : labels.no, "text");
    sheet.money(row, 2, agency.budget);
    sheet.text(row, 3, agency.budget?.currency ?? currency, "text");
    if (lines !== null) lines.sumInto(sheet, row, 4, "agency", agency.name, `A${row + 1}`);
    const own = agency.budget?.currency === currency ? agency.budget.minor : null;
    const result = own === null || whole === 0 ? "" : own / whole;
    sheet.formula(
      row,
      last,
      `IF(AND(ISNUMBER(C${row + 1}),C${total + 1}<>0),C${row + 1}/C${total + 1},"")`,
      result,
      "percent",
    );
  }
  if (project.agencies.length > 0) {
    sheet.text(total, 0, labels.total, "total");
    sheet.formula(
      total,
      2,
      `SUM(${sheet.range(2, from, to, "")})`,
      toMajor({ minor: whole, currency }),
      "total",
      moneyFormat(currency),
    );
    sheet.list(1, from, to, [labels.yes, labels.no], labels.choose);
  }
  return { sheet, agencies: { from, to } };
}
