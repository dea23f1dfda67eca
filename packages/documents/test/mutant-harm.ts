import {
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  numberOf,
  type ReportedValue,
  VALUE_COLUMNS,
} from "@cadre/core";

/**
 * What a reader of the values would notice: structure and values, not the words of the prose. Of title, country and number only whether
 * they are there: a letter struck wrong in them is a matter of words.
 */
export const contentOf = ({ project, budget, outcomes }: FrameworkDocument) => ({
  project: {
    ...project,
    title: project.title !== null,
    country: project.country !== null,
    number: project.number !== null,
  },
  budget,
  outcomes: outcomes.map(({ code, rating, outputs }) => ({
    code,
    rating,
    outputs: outputs.map((output) => output.code),
  })),
});

const rowsOf = (document: FrameworkDocument) =>
  indicatorsOf(document).map(({ parent, indicator }) => ({
    parent,
    code: indicator.code,
    values: VALUE_COLUMNS.map((column) => [indicator[column].value, indicator[column].breakdown]),
  }));

/** Whether a change altered the values: a harmful one. */
export const isHarmful = (before: FrameworkDocument, after: FrameworkDocument): boolean =>
  JSON.stringify([contentOf(before), rowsOf(before)]) !== JSON.stringify([contentOf(after), rowsOf(after)]);

/** Whether a row's numbers are as a project's do: the target above the baseline, the milestone between, progress of no more than thrice the target. */
function inOrder(row: Indicator): boolean {
  const [from, to, by, now] = VALUE_COLUMNS.map((column) => numberOf(row[column].value));
  const above = (high: number | null | undefined, low: number | null | undefined) =>
    typeof high !== "number" || typeof low !== "number" || high >= low;
  const beyond = typeof from !== "number" || typeof to !== "number" || from < to;
  return beyond && above(by, from) && above(to, by) && (typeof to !== "number" || above(3 * to, now));
}

type Parts = readonly { label: string; value: number }[];
const sameLabels = (one: Parts, other: Parts) =>
  one.map(({ label }) => label).join() === other.map(({ label }) => label).join();
/** Whether the cell states parts alone, whose sum is its value: `411 femmes et 525 hommes`. */
const onlyParts = ({ value, breakdown, raw = "" }: ReportedValue) =>
  breakdown?.partition === true && !raw.replace(/[\s.,]/g, "").includes(String(numberOf(value)));
const isPercent = ({ value }: ReportedValue) => value.kind === "number" && value.unit === "%";
const between = (whole: number, groups: Parts) =>
  groups.some(({ value }) => value <= whole) && groups.some(({ value }) => value >= whole);

/**
 * Whether the change is one digit for another in a number that the report states once and bounds by nothing: a number of the indicator
 * table without parts, of which no text speaks and that still is in its row's order; a part or a whole of groups that may overlap and
 * still fit; a part of a total that only the parts state; a group's share with the whole's still between the groups' shares; an amount for
 * COVID-19 or for the evaluation or a day of the cover, which nothing repeats. So is one answer that gives no number for another, such as
 * `N/A` for an empty cell. No reader of the report alone can know; where all other rows of a column say the same, one can ask.
 */
export function isUnknowable(before: FrameworkDocument, after: FrameworkDocument): boolean {
  const rest = (document: FrameworkDocument) => {
    const copy = structuredClone(contentOf(document));
    for (const amount of [copy.budget.covidAdjustment, copy.budget.evaluation])
      if (amount !== null) amount.minor = 0;
    const { startDate, endDate } = copy.project;
    // A day that keeps the order of start and end.
    if (startDate !== null && endDate !== null && startDate < endDate)
      Object.assign(copy.project, { startDate: "", endDate: "" });
    return JSON.stringify(copy);
  };
  if (rest(before) !== rest(after)) return false;
  const [rows, changed] = [indicatorsOf(before), indicatorsOf(after)];
  if (rows.length !== changed.length) return false;
  return rows.every(({ parent, indicator: was }, index) => {
    const { parent: under, indicator: is = was } = changed[index] ?? {};
    if (under !== parent || is.code !== was.code) return false;
    return VALUE_COLUMNS.every((column) => {
      const [one, two] = [was[column], is[column]];
      if (JSON.stringify([one.value, one.breakdown]) === JSON.stringify([two.value, two.breakdown]))
        return true;
      if (one.value.kind !== "number" && two.value.kind !== "number") return column !== "target";
      const unit = (value: typeof one.value) => (value.kind === "number" ? { ...value, value: 0 } : value);
      if (numberOf(one.value) === null || JSON.stringify(unit(one.value)) !== JSON.stringify(unit(two.value)))
        return false;
      if (column === "actual" && before.report?.claims.some(({ indicator }) => indicator === was.code))
        return false;
      const [parts, now] = [one.breakdown?.parts ?? [], two.breakdown?.parts ?? []];
      if (onlyParts(one) && onlyParts(two) && sameLabels(parts, now)) return inOrder(is);
      if (one.breakdown?.partition || two.breakdown?.partition) return false;
      if (isPercent(one) && isPercent(two) && now.length > 1)
        return sameLabels(parts, now) && between(numberOf(two.value) ?? 0, now) && inOrder(is);
      if (parts.map(({ label }) => label).join() !== now.map(({ label }) => label).join()) return false;
      return now.every(({ value }) => value <= (numberOf(two.value) ?? 0)) && inOrder(is);
    });
  });
}
