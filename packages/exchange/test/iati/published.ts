import fc from "fast-check";

/**
 * Activities in the shapes that publishers write: years, a total beside years, running totals, periods repeated for every dimension, periods
 * that share a day, dimensions with and without a total, locations, values that are no numbers, results of every type.
 */
interface Part {
  value: string;
  sex?: string;
  place?: string;
}
interface Goal {
  days: readonly [string, string];
  target: Part[];
  actual: Part[];
}
interface Indicator {
  measure: string;
  ascending: string;
  baseline: string | null;
  /** Of an earlier year. */
  earlier: string | null;
  periods: Goal[];
}
export interface PublishedActivity {
  results: { type: string; indicators: Indicator[] }[];
}

const YEARS = [2021, 2022, 2023].map((year) => [`${year}-01-01`, `${year}-12-31`] as const);
const WHOLE = ["2021-01-01", "2023-12-31"] as const;
const SHARED = [2021, 2022, 2023].map((year) => [`${year}-01-01`, `${year + 1}-01-01`] as const);
const CROSSING = [
  ["2021-01-01", "2022-06-30"],
  ["2022-01-01", "2022-12-31"],
  ["2023-01-01", "2023-12-31"],
] as const;
const RUNNING = [2021, 2022, 2023].map((year) => ["2021-01-01", `${year}-12-31`] as const);
const ODD = ["N/A", "about 40", "yes", "12/15", ""];

const number = fc.integer({ min: 0, max: 500 }).map(String);
const written = fc.oneof({ weight: 12, arbitrary: number }, fc.constantFrom(...ODD));

/** Values of one period: a total, parts by sex with it or alone, or places. */
const values: fc.Arbitrary<Part[]> = fc.oneof(
  { weight: 5, arbitrary: written.map((value) => [{ value }]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, number, number)
      // A part that is more than its total is an error of its own.
      .map(([other, f, m]) => [
        { value: String(Number(f) + Number(m) + Number(other)) },
        { value: f, sex: "Female" },
        { value: m, sex: "Male" },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(number, number).map(([f, m]) => [
      { value: f, sex: "Female" },
      { value: m, sex: "Male" },
    ]),
  },
  // Totals that contradict each other.
  { weight: 1, arbitrary: fc.tuple(number, number).map(([a, b]) => [{ value: a }, { value: b }]) },
  // A total beside some of its places, which may come to less, the same or more.
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, number, fc.constantFrom(-1, 0, 1))
      .map(([a, b, more]) => [
        { value: String(Math.max(0, Number(a) + Number(b) + more)) },
        { value: a, place: "a" },
        { value: b, place: "b" },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(number, number).map(([a, b]) => [
      { value: a, place: "a" },
      { value: b === a ? `${Number(b) + 1}` : b, place: "b" },
    ]),
  },
);
const some = fc.oneof({ weight: 4, arbitrary: values }, fc.constant<Part[]>([]));

const over = (days: readonly (readonly [string, string])[]) =>
  fc
    .array(fc.record({ target: some, actual: some }), { minLength: days.length, maxLength: days.length })
    .map((all) => all.map((each, index): Goal => ({ days: days[index] ?? WHOLE, ...each })));
/** One period for every value, as before version 2.03. */
const repeated = (periods: Goal[]): Goal[] =>
  periods.flatMap(({ days, target, actual }) => {
    const length = Math.max(target.length, actual.length);
    return Array.from({ length }, (_, index) => ({
      days,
      target: target.slice(index, index + 1),
      actual: actual.slice(index, index + 1),
    }));
  });

const periods: fc.Arbitrary<Goal[]> = fc
  .tuple(
    fc.oneof(
      over([WHOLE]),
      over(YEARS),
      over([WHOLE, ...YEARS]),
      over([...YEARS, WHOLE]),
      over(SHARED),
      over(RUNNING),
      over(CROSSING),
      fc.constant<Goal[]>([]),
    ),
    fc.boolean(),
  )
  .map(([all, asRepeated]) => (asRepeated ? repeated(all) : all))
  // The schema knows a period that says nothing; a publisher does not write it.
  .map((all) => all.filter(({ target, actual }) => target.length + actual.length > 0));

const indicator: fc.Arbitrary<Indicator> = fc.record({
  measure: fc.constantFrom("1", "1", "1", "2", "3"),
  ascending: fc.constantFrom("1", "0"),
  baseline: fc.option(number),
  earlier: fc.option(number),
  periods,
});

export const published: fc.Arbitrary<PublishedActivity> = fc.record({
  results: fc.array(
    fc.record({
      type: fc.constantFrom("1", "2", "3", "9"),
      indicators: fc.array(indicator, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const value = (name: string, { value: text, sex, place }: Part): string =>
  `<${name}${text === "" ? "" : ` value="${text}"`}>${place === undefined ? "" : `<location ref="${place}"/>`}${sex === undefined ? "" : `<dimension name="sex" value="${sex}"/>`}</${name}>`;

/** The file of one activity. */
export const activity = ({ results }: PublishedActivity): string =>
  `<iati-activities version="2.03"><iati-activity default-currency="USD" last-updated-datetime="2024-05-01T00:00:00Z"><iati-identifier>XX-1</iati-identifier><reporting-org ref="XX" type="22"><narrative>Example</narrative></reporting-org><title><narrative>Made up</narrative></title><description><narrative>Made up</narrative></description><participating-org role="4" type="22"><narrative>Example</narrative></participating-org><activity-status code="2"/><activity-date type="2" iso-date="2021-01-01"/><activity-date type="3" iso-date="2023-12-31"/>${results
    .map(
      ({ type, indicators }, index) =>
        `<result type="${type}"><title><narrative>Result ${index}</narrative></title>${indicators
          .map(
            ({ measure, ascending, baseline, earlier, periods: all }, nth) =>
              `<indicator measure="${measure}" ascending="${ascending}"><title><narrative>Indicator ${index}.${nth}</narrative></title>${baseline === null ? "" : `${earlier === null ? "" : `<baseline year="2019" value="${earlier}"/>`}<baseline year="2020" value="${baseline}"/>`}${all
                .map(
                  ({ days: [start, end], target, actual }) =>
                    `<period><period-start iso-date="${start}"/><period-end iso-date="${end}"/>${target.map((each) => value("target", each)).join("")}${actual.map((each) => value("actual", each)).join("")}</period>`,
                )
                .join("")}</indicator>`,
          )
          .join("")}</result>`,
    )
    .join("")}</iati-activity></iati-activities>`;
