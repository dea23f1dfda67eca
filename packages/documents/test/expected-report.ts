import {
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  type Money,
  toMajor,
  VALUE_COLUMNS,
} from "@cadre/core";
import * as z from "zod";

const Cell = z.union([z.number(), z.string(), z.null()]);

/** What a careful reader reads in a made-up report: only what is certain. A cell is a number, `null` (nothing, or to be determined), or text (kept as text, or a range). */
export const ExpectedReport = z.object({
  cover: z
    .object({
      country: z.string(),
      type: z.string(),
      year: z.number(),
      start: z.string(),
      end: z.string(),
      total: z.number(),
      agencies: z.record(z.string(), z.number()),
      gewe: z.number(),
      spent: z.number(),
      rate: z.number(),
      marker: z.string(),
      risk: z.string(),
      focus: z.string(),
      ratings: z.record(z.string(), z.string()),
      covid: z.number().nullable(),
    })
    .partial()
    .optional(),
  indicators: z.record(
    z.string(),
    z.object({
      baseline: Cell.optional(),
      target: Cell.optional(),
      milestone: Cell.optional(),
      actual: Cell.optional(),
      unit: z.string().optional(),
      parts: z.record(z.string(), z.number()).optional(),
    }),
  ),
});
export type ExpectedReport = z.infer<typeof ExpectedReport>;

const major = (amount: Money | null) => (amount === null ? null : toMajor(amount));

/** The cover of a document in the form in which it is expected. */
function coverOf({
  project,
  budget,
  outcomes,
  report,
}: FrameworkDocument): NonNullable<Required<ExpectedReport["cover"]>> {
  return {
    country: project.country ?? "",
    type: report?.type ?? "",
    year: report?.year ?? 0,
    start: project.startDate ?? "",
    end: project.endDate ?? "",
    total: major(budget.total) ?? 0,
    agencies: Object.fromEntries(project.agencies.map((agency) => [agency.name, major(agency.budget) ?? 0])),
    gewe: major(budget.gewe.allocated) ?? 0,
    spent: major(budget.gewe.spent) ?? 0,
    rate: budget.deliveryRate ?? 0,
    marker: project.genderMarker ?? "",
    risk: project.riskMarker ?? "",
    focus: project.focusArea ?? "",
    ratings: Object.fromEntries(outcomes.map(({ code, rating }) => [code, rating ?? ""])),
    covid: major(budget.covidAdjustment),
  };
}

type Expected = ExpectedReport["indicators"][string];

/** Whether a value is as expected: a number, nothing or to be determined, or no single number. */
function isAs(expected: number | string | null, { value }: Indicator["actual"]): boolean {
  if (expected === null) return value.kind === "none" || value.kind === "tbd";
  if (typeof expected === "number") return value.kind === "number" && value.value === expected;
  return (
    value.kind === "text" ||
    (value.kind === "number" && (value.value === null || value.qualifier === "change"))
  );
}

function wrongCells(expected: Expected, indicator: Indicator): string[] {
  const wrong = VALUE_COLUMNS.flatMap((column) => {
    const cell = expected[column];
    if (cell === undefined || isAs(cell, indicator[column])) return [];
    return [
      `${indicator.code} ${column}: expected ${cell}, found ${JSON.stringify(indicator[column].value)}`,
    ];
  });
  const parts = Object.fromEntries(
    (indicator.actual.breakdown?.parts ?? []).map(({ label, value }) => [label, value]),
  );
  if (expected.parts !== undefined && JSON.stringify(parts) !== JSON.stringify(expected.parts))
    wrong.push(`${indicator.code} parts: ${JSON.stringify(parts)}`);
  const { value } = indicator.actual;
  if (expected.unit !== undefined && (value.kind !== "number" || value.unit !== expected.unit))
    wrong.push(`${indicator.code} unit: ${JSON.stringify(value)}`);
  return wrong;
}

/** Where a document differs from what is expected, in words; empty where it does not. */
export function differences(expected: ExpectedReport, document: FrameworkDocument): string[] {
  const cover = coverOf(document);
  const wrong = Object.entries(expected.cover ?? {}).flatMap(([key, value]) => {
    const found = cover[key as keyof typeof cover];
    return JSON.stringify(found) === JSON.stringify(value)
      ? []
      : [`cover ${key}: expected ${JSON.stringify(value)}, found ${JSON.stringify(found)}`];
  });
  const indicators = indicatorsOf(document).map(({ indicator }) => indicator);
  return [
    ...wrong,
    ...Object.entries(expected.indicators).flatMap(([code, cells]) => {
      const found = indicators.find((each) => code.split("|").includes(each.code));
      return found === undefined ? [`${code}: no such indicator`] : wrongCells(cells, found);
    }),
  ];
}
