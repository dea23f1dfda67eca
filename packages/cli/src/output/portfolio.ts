import { formatMoney, formatNumber, formatPercent } from "@cadre/core";
import type { Portfolio, ProjectRow, StatusCount } from "@cadre/core/portfolio";
import { daysLostLines } from "./days-lost.ts";
import { clip, fit } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const [SHARE, LATE, ERRORS, STRIP] = [6, 8, 7, 14];

/** Statuses as letters of a strip, best first. */
const SIGNS: Record<StatusCount, string> = {
  achieved: "★",
  "on-track": "█",
  "at-risk": "▒",
  "off-track": "×",
  "not-due": "·",
  none: "?",
};

/** Counts as a strip of exactly a width: each status that occurs has at least one column, the rest goes by share. */
function strip({ statuses, indicatorCount: indicators }: ProjectRow, width: number): string {
  const present = (Object.keys(SIGNS) as StatusCount[]).filter((status) => statuses[status] > 0);
  const left = width - present.length;
  let [before, drawn] = [0, ""];
  for (const status of present) {
    const end = before + statuses[status];
    const columns = Math.round((end / indicators) * left) - Math.round((before / indicators) * left);
    drawn += SIGNS[status].repeat(1 + columns);
    before = end;
  }
  return drawn;
}

const share = (value: number | null, screen: Screen) =>
  fit(
    value === null ? "–" : formatPercent(value, { language: screen.language, decimals: 0 }),
    SHARE,
    "right",
  );

/** One row a project: its name, time and money elapsed, statuses, late activities, errors. */
export function portfolioLines({ projects, total }: Portfolio, screen: Screen): string[] {
  const { messages, language, width } = screen;
  const { portfolio: labels } = messages;
  const name = width - 2 * (SHARE + 1) - (STRIP + 2) - LATE - ERRORS - 1;
  const head = `${fit(labels.project, name)} ${fit(labels.time, SHARE, "right")} ${fit(labels.money, SHARE, "right")}  ${fit(messages.indicators.toLowerCase(), STRIP)} ${fit(labels.late, LATE, "right")}${fit(labels.errors, ERRORS, "right")}`;
  const rows = projects.map((row) => {
    const title = clip(row.title ?? row.name, name);
    const late = `${row.late}/${row.activityCount}`;
    const errors = fit(formatNumber(row.findings.error, { language }), ERRORS, "right");
    return `${fit(title, name)} ${share(row.timeElapsed, screen)} ${share(row.moneySpent, screen)}  ${fit(strip(row, STRIP), STRIP)} ${fit(late, LATE, "right")}${row.findings.error > 0 ? style(screen, "red", errors) : errors}`;
  });
  const present = (Object.keys(SIGNS) as StatusCount[]).filter((status) => total.statuses[status] > 0);
  const money = total.budgets.map((amount) => formatMoney(amount, { language })).join(" + ");
  return [
    ...section(screen, labels.title(total.projectCount, money)),
    style(screen, "dim", head.trimEnd()),
    ...rows,
    style(screen, "dim", present.map((status) => `${SIGNS[status]} ${labels.statuses[status]}`).join("   ")),
    ...daysLostLines(total.daysLost, screen),
  ];
}
