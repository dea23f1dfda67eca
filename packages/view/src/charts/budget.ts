import {
  addMoney,
  type FrameworkDocument,
  formatPercent,
  type Money,
  moneyShare,
  toMajor,
} from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { localeOf } from "@cadre/core/locale";
import { clip, html, type Markup, nameOf } from "../markup/index.ts";
import { chartsIn, messagesIn } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { type BudgetBy, type BudgetSlice, budgetSlices, sourceText } from "../results/index.ts";
import { fillDefs, key } from "../shapes/index.ts";
import { budgetColumns, moneyText, sliceName, table } from "../tables/index.ts";
import { type Fill, FOREGROUND, fillOf, LINE, QUIET, STATUS_FILLS } from "../theme/index.ts";
import { drawPlot, Plot } from "./plot.ts";

/** Money for gender equality, and the rest; hatched grey where the annex does not separate them. */
const GEWE_FILL: Fill = { ...STATUS_FILLS.achieved, fill: "#7b4a86", pattern: "none" };
const REST_FILL: Fill = { ...STATUS_FILLS.achieved, fill: "#c3ccd6", pattern: "none" };
const UNKNOWN_FILL: Fill = { ...STATUS_FILLS.unknown, fill: "#ffffff", pattern: "hollow" };

/** Options of a chart of a budget. */
export interface BudgetOptions {
  language: DisplayLanguage;
  /** Titles of outputs by code. */
  titles?: Readonly<Record<string, string>>;
}

/** What slices of one currency come to. */
interface Total {
  amount: Money;
  /** Money for gender equality in those that report it; `null` where none does. */
  gewe: Money | null;
  /** How many do not report it. */
  unknown: number;
}

/** The sum of slices of one currency; `null` where they have several, which are not added up, or there are none. */
function total(slices: readonly BudgetSlice[]): Total | null {
  const [first, ...others] = slices;
  if (first === undefined || others.some(({ amount }) => amount.currency !== first.amount.currency))
    return null;
  const known = slices.flatMap(({ gewe }) => (gewe === null ? [] : [gewe]));
  const [one, ...more] = known;
  return {
    amount: addMoney(first.amount, ...others.map(({ amount }) => amount)),
    gewe: one === undefined ? null : addMoney(one, ...more),
    unknown: slices.length - known.length,
  };
}

/** The chart alone: a bar a slice, money for gender equality first, its share beside it. */
export function budgetPicture(slices: readonly BudgetSlice[], by: BudgetBy, options: BudgetOptions): Markup {
  const { language, titles } = options;
  const { columns, notReported } = messagesIn(language);
  const description = budgetText(slices, language);
  // Two slices may bear one name: the place in the list keeps them apart.
  const rows = slices.map((slice, index) => ({
    ...slice,
    place: index,
    name: sliceName(slice, by, language, titles),
  }));
  const parts = rows.flatMap(({ place, amount, gewe }) => {
    const all = toMajor(amount);
    if (gewe === null) return [{ place, from: 0, to: all, fill: UNKNOWN_FILL }];
    const some = toMajor(gewe);
    return [
      { place, from: 0, to: some, fill: GEWE_FILL },
      { place, from: some, to: all, fill: REST_FILL },
    ].filter(({ from, to }) => to > from);
  });
  const widest = Math.max(0, ...rows.map(({ amount }) => toMajor(amount)));
  const height = 30 + 34 * Math.max(1, rows.length);
  return drawPlot(
    { title: chartsIn(language).budgetTitle(columns[by].name), description },
    [GEWE_FILL, REST_FILL, UNKNOWN_FILL],
    (prefix) => ({
      width: 640,
      height,
      marginLeft: 8,
      marginRight: 210,
      marginTop: 4,
      marginBottom: 24,
      x: { domain: [0, widest || 1], label: null },
      y: { type: "band", domain: rows.map(({ place }) => place), label: null, padding: 0.1, axis: null },
      marks: [
        Plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
        Plot.axisX({
          ticks: 5,
          tickFormat: (value: number) =>
            new Intl.NumberFormat(localeOf({ language }), { notation: "compact" }).format(value),
          label: null,
          color: QUIET,
        }),
        Plot.rect(parts, {
          x1: "from",
          x2: "to",
          y: "place",
          insetTop: 15,
          insetBottom: 2,
          fill: ({ fill }: { fill: Fill }) => fillOf(prefix, fill),
          stroke: ({ fill }: { fill: Fill }) => (fill.pattern === "hollow" ? QUIET : "white"),
        }),
        Plot.text(rows, {
          x: 0,
          y: "place",
          text: ({ name }: { name: string }) => clip(name, 76),
          textAnchor: "start",
          dx: 4,
          dy: -8,
          fill: FOREGROUND,
        }),
        Plot.text(rows, {
          x: ({ amount }: BudgetSlice) => toMajor(amount),
          y: "place",
          text: ({ amount, share }: BudgetSlice) =>
            `${moneyText(amount, language)} · ${share === null ? `(${notReported})` : formatPercent(share, { language, decimals: 0 })}`,
          textAnchor: "start",
          dx: 6,
          dy: 6,
          fill: FOREGROUND,
        }),
        Plot.ruleX([0], { stroke: FOREGROUND }),
      ],
    }),
  );
}

/** What a divided budget says, in a sentence. */
export function budgetText(slices: readonly BudgetSlice[], language: DisplayLanguage): string {
  const { notReported } = messagesIn(language);
  const whole = total(slices);
  if (whole === null) return slices.map(({ amount }) => moneyText(amount, language)).join(", ");
  if (whole.gewe === null) return chartsIn(language).budgetShareUnknown(moneyText(whole.amount, language));
  // The sum of the known parts is a lower bound, not a share of the whole.
  if (whole.unknown > 0)
    return chartsIn(language).budgetPartly(
      moneyText(whole.amount, language),
      moneyText(whole.gewe, language),
      whole.unknown,
      slices.length,
    );
  const share = moneyShare(whole.gewe, whole.amount);
  return chartsIn(language).budgetText(
    moneyText(whole.amount, language),
    moneyText(whole.gewe, language),
    share === null ? notReported : formatPercent(share, { language, decimals: 1 }),
  );
}

/** What the chart's fills mean. */
export function budgetKey(slices: readonly BudgetSlice[], language: DisplayLanguage, prefix: string): Markup {
  return key(budgetLegend(slices, language), prefix);
}

/** The same as a list. */
function budgetLegend(
  slices: readonly BudgetSlice[],
  language: DisplayLanguage,
): { fill: Fill; label: string }[] {
  const { columns, notReported, colon } = messagesIn(language);
  const reported = slices.some(({ gewe }) => gewe !== null);
  return [
    ...(reported
      ? [
          { fill: GEWE_FILL, label: chartsIn(language).geweLegend },
          { fill: REST_FILL, label: chartsIn(language).otherLegend },
        ]
      : []),
    ...(slices.some(({ gewe }) => gewe === null)
      ? [{ fill: UNKNOWN_FILL, label: `${columns.gewe.name}${colon} ${notReported}` }]
      : []),
  ];
}

/** The fills of the chart, for its legend. */
export const BUDGET_INKS: readonly Fill[] = [GEWE_FILL, REST_FILL, UNKNOWN_FILL];

/**
 * The budget by output, agency or expense category with the share of each that goes to gender equality and women's empowerment. Without
 * budget lines only the agencies' totals are known, and a bar says that its share is not reported; slices of a currency are never
 * converted. Sums are exact to the cent.
 */
export function budgetChart(
  document: Pick<FrameworkDocument, "budget" | "project" | "outcomes"> &
    Partial<Pick<FrameworkDocument, "report">>,
  by: BudgetBy,
  { language }: { language: DisplayLanguage },
): View {
  const messages = messagesIn(language);
  const slices = budgetSlices(document, by);
  const titles = Object.fromEntries(
    document.outcomes.flatMap(({ outputs }) => outputs.map(({ code, title }) => [code, title])),
  );
  const title = chartsIn(language).budgetTitle(messages.columns[by].name);
  if (slices.length === 0)
    return viewOf({
      title,
      text: `${title}\n${messages.dashboard.noLines}`,
      body: html`<p>${messages.dashboard.noLines}</p>`,
    });
  const description = budgetText(slices, language);
  const svg = budgetPicture(slices, by, { language, titles });
  const prefix = nameOf(`key${title}${description}`);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg,
    picture: {
      language,
      subtitle: [...new Set(slices.map(({ amount }) => amount.currency))].join(", "),
      legend: budgetLegend(slices, language),
      source: sourceText(document, language),
      date: document.report?.asOf,
    },
    body: html`<p>${description}</p>${fillDefs(BUDGET_INKS, prefix)}${budgetKey(slices, language, prefix)}<details><summary>${messages.asTable}</summary>${table(
      {
        caption: title,
        id: `budget${by}`,
        language,
        rows: slices,
        columns: budgetColumns(by, language, titles),
      },
    )}</details>`,
  });
}
