import { formatMoney, formatNumber, formatPercent } from "@cadre/core";
import type { BudgetRevision } from "@cadre/core/reallocation";
import type { ProjectResult } from "@cadre/core/results";
import { bar, clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const NAME = 22;
const NUMBER = 15;
const SHARE = 9;

type Parts = ProjectResult["budget"]["byOutput"][number];

const right = (text: string, width: number) => fit(text, width, "right");

function rows(
  title: string,
  named: readonly (readonly [string, Pick<Parts, "direct" | "gewe" | "share" | "spent">])[],
  screen: Screen,
): string[] {
  const { messages, language, width } = screen;
  const number = (value: number | null) =>
    right(value === null ? "–" : formatNumber(value, { language, decimals: 2 }), NUMBER);
  const percent = (value: number | null) =>
    right(value === null ? "–" : formatPercent(value, { language }), SHARE);
  const { budgetTable: head } = messages;
  return [
    style(
      screen,
      "dim",
      clip(
        `${fit(title, NAME)}${right(head.direct, NUMBER)}${right(head.gewe, NUMBER)}${right(head.share, SHARE)}${right(head.spent, NUMBER)}`,
        width,
      ),
    ),
    ...named.map(([name, { direct, gewe, share, spent }]) =>
      clip(`${fit(name, NAME)}${number(direct)}${number(gewe)}${percent(share)}${number(spent)}`, width),
    ),
  ];
}

/** The budget by output and by agency, expenditure against time, and whether the next tranche is due. */
export function budgetTables({ budget }: ProjectResult, screen: Screen): string[] {
  const { messages, language, width } = screen;
  const { budgetTable: head } = messages;
  if (budget.lineCount === 0) return [];
  const currency = budget.currency ?? "";
  const spending: string[] = [];
  if (budget.spent !== null || budget.elapsedShare !== null) {
    const part = (label: string, value: number | null) =>
      value === null
        ? []
        : [
            clip(
              `${fit(label, NAME)}${style(screen, "cyan", bar(value, 20))} ${formatPercent(value, { language })}`,
              width,
            ),
          ];
    const rate = budget.deliveryRate;
    spending.push("", ...part(head.delivered, rate), ...part(head.elapsed, budget.elapsedShare));
  }
  const tranches = budget.byAgency.flatMap(({ agency, nextTranche }) => {
    // Where no expenditure of the agency is known, nothing can be said.
    if (nextTranche === null || nextTranche.ready === null) return [];
    const { number, delivered, required, ready } = nextTranche;
    const state = ready ? head.ready : head.notReady;
    const rate = delivered === null ? "–" : formatPercent(delivered, { language });
    return [
      clip(
        `${fit(agency, NAME)}${head.tranche(number)}: ${rate} / ${formatPercent(required, { language, decimals: 0 })}, ${state}`,
        width,
      ),
    ];
  });
  const bounds = budget.gewe.bounds;
  return [
    ...section(screen, `${head.title}${currency === "" ? "" : ` (${currency})`}`),
    ...rows(
      head.output,
      budget.byOutput.map((each) => [each.output ?? head.additional, each] as const),
      screen,
    ),
    "",
    ...rows(
      head.agency,
      budget.byAgency.map((each) => [each.agency, each] as const),
      screen,
    ),
    ...(bounds === null
      ? []
      : [
          "",
          clip(
            head.bounds(formatPercent(bounds.low, { language }), formatPercent(bounds.high, { language })),
            width,
          ),
        ]),
    ...spending,
    ...(tranches.length === 0 ? [] : ["", ...tranches]),
  ];
}

/** What a revision changes: lines, and totals against the approved budget. */
export function revisionLines(revision: BudgetRevision, screen: Screen): string[] {
  const { messages, language, width } = screen;
  const { budgetTable: head } = messages;
  const signed = (value: number, currency: string) =>
    `${value > 0 ? "+" : "−"}${formatMoney({ amount: Math.abs(value), currency }, { language })}`;
  const percent = (value: number | null) =>
    value === null ? head.added : formatPercent(value, { language });
  return [
    ...section(screen, head.revision),
    ...revision.lines.map(({ name, agency, before, after, difference, currency, share }) =>
      clip(
        `${fit(`${name} ${agency}`, NAME)}${right(formatNumber(before, { language, decimals: 2 }), NUMBER)}${right(formatNumber(after, { language, decimals: 2 }), NUMBER)}  ${signed(difference, currency)} (${percent(share)})`,
        width,
      ),
    ),
    "",
    ...revision.totals.map(({ by, name, difference, currency, share, needsApproval }) => {
      const text = `${fit(`${head.by[by]} ${name}`, NAME + 8)}${signed(difference, currency)} (${percent(share)})${needsApproval ? `  ${head.needsApproval(formatPercent(revision.limit, { language, decimals: 0 }))}` : ""}`;
      return needsApproval ? style(screen, "yellow", clip(text, width)) : clip(text, width);
    }),
  ];
}
