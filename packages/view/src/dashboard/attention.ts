import { formatNumber } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { causeLabel, isOne, messagesIn, textPart } from "../messages/index.ts";
import { countByStatus, type FindingRow, isLate, lateByCause } from "../results/index.ts";
import { SEVERITY_FILLS } from "../theme/index.ts";
import type { Filters } from "./filters.ts";
import { hrefOfFinding } from "./links.ts";
import type { DashboardModel } from "./model.ts";
import { filterLink } from "./outcomes.ts";

/** Errors that are said in full. */
const MAX_ERRORS = 4;
/** Warnings about the project as a whole that are said in full, beside the errors. */
const PROJECT_RULES = ["delivery-behind-time", "gender-marker-mismatch"];

const sign = (severity: FindingRow["severity"]): Markup =>
  html`<span class="cadre-symbol" style="--fill:${SEVERITY_FILLS[severity].fill}" aria-hidden="true">${SEVERITY_FILLS[severity].sign}</span>`;

function finding(row: FindingRow, language: DisplayLanguage): Markup {
  const { severities, colon } = messagesIn(language);
  const link = hrefOfFinding(row);
  const text = textPart(row.message, language);
  return html`<li>${sign(row.severity)}<span><span class="read">${severities[row.severity].one}${colon} </span>${link === null ? text : html`<a href="${link.href}" data-go="${link.table}">${text}</a>`}</span></li>`;
}

const counted = (
  severity: FindingRow["severity"],
  filters: Partial<Filters>,
  table: string,
  text: string,
  more?: Part,
) => html`<li>${sign(severity)}<span>${filterLink(filters, table, text)}${more}</span></li>`;

/** What somebody should look at, the worst first, each leading to its rows; and how many findings there are. */
export function attentionCard(
  { indicators, activities, findings, own }: DashboardModel,
  language: DisplayLanguage,
): Markup {
  const { dashboard, severities, colon } = messagesIn(language);
  const labels = messagesIn(language).overview;
  const number = (value: number) => formatNumber(value, { language });
  const errors = findings.filter(({ severity }) => severity === "error");
  const late = activities.filter(isLate).length;
  const [first] = lateByCause(activities);
  const statuses = countByStatus(indicators);
  const behind = statuses["off-track"] + statuses["at-risk"];
  const cause =
    first?.cause == null
      ? null
      : labels.mostOften(causeLabel(first.cause, language, own), number(first.rows.length));
  const items = [
    ...errors.slice(0, MAX_ERRORS).map((row) => finding(row, language)),
    errors.length > MAX_ERRORS &&
      counted("error", { severity: "error" }, "findings", labels.furtherErrors(errors.length - MAX_ERRORS)),
    ...findings
      .filter(({ code, severity }) => severity === "warning" && PROJECT_RULES.includes(code))
      .map((row) => finding(row, language)),
    late > 0 &&
      counted(
        "warning",
        { state: "late" },
        "activities",
        labels.late(late, activities.length),
        cause !== null && html` <small>${cause}</small>`,
      ),
    behind > 0 &&
      counted("warning", { status: "behind" }, "indicators", labels.behind(behind, indicators.length)),
    statuses.unknown > 0 &&
      counted(
        "info",
        { status: "unknown" },
        "indicators",
        labels.unmeasured(statuses.unknown, indicators.length),
      ),
  ].filter((item) => item !== false);
  return html`<section class="card attention"><h2>${labels.attention}</h2>${items.length === 0 ? html`<p>${labels.calm}</p>` : html`<ul class="todo">${items}</ul>`}<p class="severities">${dashboard.findings}${colon} ${(
    ["error", "warning", "info"] as const
  ).map((severity) => {
    const count = findings.filter((row) => row.severity === severity).length;
    const { one, many } = severities[severity];
    return filterLink(
      { severity },
      "findings",
      html`${sign(severity)} <strong>${number(count)}</strong> ${isOne(count, language) ? one : many}`,
    );
  })}</p></section>`;
}
