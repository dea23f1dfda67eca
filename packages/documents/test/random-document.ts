import {
  type BudgetLine,
  ExpenseCategory,
  type FrameworkDocument,
  type Indicator,
  money,
  type ReportedValue,
  type Value,
} from "@cadre/core";
import fc from "fast-check";

const usd = (major: number) => money(major, "USD");

/** For tests: a made-up budget annex for a document: five lines, three tranches. */
export function annexOf(document: FrameworkDocument): FrameworkDocument {
  const [first, second] = document.project.agencies.map(({ name }) => name);
  const [a = "A", b = "B"] = [first, second];
  const line = (id: string, major: number, change: Partial<BudgetLine>): BudgetLine => ({
    id,
    activity: "1.1.1",
    output: "1.1",
    agency: a,
    category: "staff",
    amount: usd(major),
    gewe: 0.3,
    ...change,
  });
  return {
    ...document,
    budget: {
      ...document.budget,
      lines: [
        line("L1", 300_000.1, { spent: usd(1000.5), remark: "=remark" }),
        line("L2", 260_747.67, { category: "travel", gewe: 0.5, committed: usd(500) }),
        line("L3", 39_252.33, { category: "indirect-support", activity: null, output: null, gewe: 0 }),
        line("L4", 373_831.79, {
          agency: b,
          output: "2.1",
          activity: "2.1.1",
          category: "transfers-and-grants",
          gewe: 0.25,
        }),
        line("L5", 26_168.23, {
          agency: b,
          category: "indirect-support",
          activity: null,
          output: null,
          gewe: 0,
          spent: usd(0),
        }),
      ],
      tranches: [
        { number: 1, agency: a, amount: usd(420_000.07), share: 0.7, received: "2020-01-15" },
        { number: 2, agency: a, amount: usd(180_000.03), share: 0.3, received: null },
        { number: 1, agency: b, amount: null, share: null, received: null },
      ],
    },
    activities: [
      ...document.activities,
      ...(document.activities.some(({ code }) => code === "2.1.1")
        ? []
        : [{ code: "2.1.1", title: "Grants", events: [] }]),
    ],
  };
}

/** A document whose values have no text: what two formats say alike. */
export function withoutRaw(document: FrameworkDocument): FrameworkDocument {
  const copy = structuredClone(document);
  for (const outcome of copy.outcomes)
    for (const each of [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)])
      for (const column of ["baseline", "target", "milestone", "actual"] as const) delete each[column].raw;
  return copy;
}

const label = fc.constantFrom("femmes", "hommes", "jeunes", "women", "men");
const amount = fc.integer({ min: 0, max: 1e11 }).map((minor) => ({ minor, currency: "USD" }));
const count = fc.oneof(
  fc.nat({ max: 5_000_000 }),
  fc.integer({ min: 1, max: 99_999 }).map((n) => n / 10),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);

const value: fc.Arbitrary<Value> = fc.oneof(
  count.map((number): Value => ({ kind: "number", value: number })),
  fc.integer({ min: 0, max: 1000 }).map((n): Value => ({ kind: "number", value: n / 10, unit: "%" })),
  count.map((number): Value => ({ kind: "number", value: number, unit: "personnes" })),
  fc.constantFrom<Value>({ kind: "tbd" }, { kind: "tbd", note: "DTM" }, { kind: "none" }),
  fc.constantFrom<Value>(
    { kind: "text", text: "600 bénéficiaires ;15 agents" },
    { kind: "text", text: "beaucoup" },
  ),
);
const reportedValue: fc.Arbitrary<ReportedValue> = fc
  .tuple(
    value,
    fc.option(
      fc.tuple(
        fc.boolean(),
        fc.array(fc.tuple(label, fc.nat({ max: 9999 })), { minLength: 1, maxLength: 3 }),
      ),
    ),
  )
  .map(([content, parts]): ReportedValue => {
    if (parts === null || content.kind !== "number" || content.unit === "%") return { value: content };
    const [partition, items] = parts;
    return {
      value: content,
      breakdown: { partition, parts: items.map(([name, n]) => ({ label: name, value: n })) },
    };
  });

const anyWords = (hostile: readonly string[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(
        "Nombre de personnes formées",
        "Dialogue — « paix »",
        "Total",
        "_x0041_",
        "a\rb",
        "œuvre",
      ),
      fc.string({ minLength: 1, maxLength: 20 }),
    )
    .filter((text) => text.trim() !== "");

const indicator = (code: string, words: fc.Arbitrary<string>): fc.Arbitrary<Indicator> =>
  fc
    .tuple(
      fc.record({
        text: words,
        baseline: reportedValue,
        target: reportedValue,
        milestone: reportedValue,
        actual: reportedValue,
      }),
      fc.option(words),
      fc.option(fc.constantFrom("increase" as const, "decrease" as const, "maintain" as const)),
      fc.option(fc.constant<string[]>(["sex", "age"])),
    )
    .map(([row, remark, direction, axes]) => ({
      code,
      ...row,
      ...(direction === null ? {} : { direction }),
      ...(axes === null ? {} : { disaggregation: axes }),
      ...(remark === null ? {} : { remark }),
    }));

const line = (id: string, words: fc.Arbitrary<string>): fc.Arbitrary<BudgetLine> =>
  fc
    .record({
      position: fc.constantFrom<[string | null, string | null]>(
        ["1.1.1", "1.1"],
        [null, "1.1"],
        [null, null],
      ),
      agency: fc.constantFrom("PAM", "FAO", "=OIM", "A*"),
      category: fc.option(fc.constantFrom(...ExpenseCategory.options)),
      amount,
      gewe: fc.option(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
      spent: fc.option(amount),
      remark: fc.option(words),
    })
    .map(({ position: [activity, output], spent, remark, ...rest }) => ({
      id,
      activity,
      output,
      ...rest,
      ...(spent === null ? {} : { spent }),
      ...(remark === null ? {} : { remark }),
    }));

/** For tests: any document that a workbook or a report may be made of; codes belong together, texts are anything. */
export function randomDocument(
  base: FrameworkDocument,
  hostile: readonly string[],
): fc.Arbitrary<FrameworkDocument> {
  const words = anyWords(hostile);
  return fc
    .record({
      title: fc.option(words),
      outcomeTitle: words,
      outputTitle: words,
      rating: fc.option(fc.constantFrom("off-track" as const, "on-track" as const)),
      outcomeIndicator: fc.option(indicator("1.1", words)),
      indicators: fc.tuple(indicator("1.1.1", words), indicator("1.1.2", words)),
      total: fc.option(amount),
      lines: fc.option(fc.tuple(line("1", words), line("2", words), line("3", words))),
      marker: fc.option(fc.constantFrom("GM0" as const, "GM1" as const, "GM2" as const, "GM3" as const)),
      activity: words,
    })
    .map((drawn) => {
      return {
        ...base,
        project: { ...base.project, title: drawn.title, genderMarker: drawn.marker },
        budget: {
          ...base.budget,
          total: drawn.total,
          ...(drawn.lines === null ? {} : { lines: drawn.lines }),
        },
        outcomes: [
          {
            code: "1",
            title: drawn.outcomeTitle,
            rating: drawn.rating,
            indicators: drawn.outcomeIndicator === null ? [] : [drawn.outcomeIndicator],
            outputs: [{ code: "1.1", title: drawn.outputTitle, indicators: drawn.indicators }],
          },
        ],
        activities: [{ code: "1.1.1", title: drawn.activity, events: [] }],
      };
    });
}
