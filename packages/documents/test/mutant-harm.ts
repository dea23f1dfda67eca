import { type FrameworkDocument, type Indicator, indicatorsOf, numberOf, VALUE_COLUMNS } from "@cadre/core";

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

/**
 * Whether the change is one digit for another in a number that the report states once and bounds by nothing: a number of the indicator
 * table without parts, of which no text speaks and that still is in its row's order; a part or a whole of groups that may overlap and
 * still fit; an amount for COVID-19 or for the evaluation, which nothing repeats. No reader of the report alone can know; where all other rows
 * of a column say the same, one can ask.
 */
export function isUnknowable(before: FrameworkDocument, after: FrameworkDocument): boolean {
  const rest = (document: FrameworkDocument) => {
    const copy = structuredClone(contentOf(document));
    for (const amount of [copy.budget.covidAdjustment, copy.budget.evaluation])
      if (amount !== null) amount.minor = 0;
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
      const unit = (value: typeof one.value) => (value.kind === "number" ? { ...value, value: 0 } : value);
      if (numberOf(one.value) === null || JSON.stringify(unit(one.value)) !== JSON.stringify(unit(two.value)))
        return false;
      if (column === "actual" && before.report?.claims.some(({ indicator }) => indicator === was.code))
        return false;
      const [parts, now] = [one.breakdown?.parts ?? [], two.breakdown?.parts ?? []];
      if (one.breakdown?.partition || two.breakdown?.partition) return false;
      if (parts.map(({ label }) => label).join() !== now.map(({ label }) => label).join()) return false;
      return now.every(({ value }) => value <= (numberOf(two.value) ?? 0)) && inOrder(is);
    });
  });
}
