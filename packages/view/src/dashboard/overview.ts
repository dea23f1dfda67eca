import { formatDate, formatMoney, formatNumber, formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup, type Part } from "../markup/index.ts";
import { causeLabel, daysText, messagesIn, stateLabel } from "../messages/index.ts";
import { type ActivityRow, isLate, lateByCause } from "../results/index.ts";
import { daysLostBars, swatch } from "../shapes/index.ts";
import { downloadButton, sliceName } from "../tables/index.ts";
import { type Fill, fillOf, QUIET, STATE_FILLS, STATUS_FILLS } from "../theme/index.ts";
import { attentionCard } from "./attention.ts";
import { BUDGET_DIVISIONS, outputTitles } from "./budget-file.ts";
import { hashOf } from "./filters.ts";
import { meter } from "./meter.ts";
import type { Amount, AmountSlice, DashboardModel } from "./model.ts";
import { filterLink, outcomeSection } from "./outcomes.ts";
import { PREFIX } from "./prefix.ts";
import { tiles } from "./tiles.ts";

const GEWE: Fill = { fill: "#7b4a86", pattern: "none", sign: "" };

function fact(label: string, value: Part, meaning: string, bar?: Markup): Markup {
  return html`<div class="fact"><dt title="${meaning}">${label}</dt><dd>${value}</dd>${bar !== undefined && html`<dd class="bar">${bar}</dd>`}<dd class="meaning">${meaning}</dd></div>`;
}

const amountText = ({ value, currency }: Amount, language: DisplayLanguage): string =>
  formatMoney({ amount: value, currency }, { language });

const money = (amount: Amount | null, language: DisplayLanguage): Part =>
  amount === null
    ? html`<span class="cadre-reason">${messagesIn(language).notReported}</span>`
    : amountText(amount, language);

const percent = (share: number | null, language: DisplayLanguage): Part =>
  share === null
    ? html`<span class="cadre-reason">${messagesIn(language).notReported}</span>`
    : formatPercent(share, { language, decimals: 1, least: 1 });

/** A share with the amount that it is of; where both are unknown, that alone. */
const shareOf = (
  share: number | null,
  of: string,
  amount: Amount | null,
  language: DisplayLanguage,
): Markup =>
  html`<strong>${percent(share, language)}</strong>${(share !== null || amount !== null) && html` <small>${of}, ${money(amount, language)}</small>`}`;

/** Money for gender equality, and whether the marker fits it. */
function genderCard({ budget }: DashboardModel, language: DisplayLanguage): Markup {
  const { dashboard, markers, notReported } = messagesIn(language);
  const { declared, computed, agrees } = budget.marker;
  const verdict =
    agrees === null
      ? dashboard.unknownShare
      : agrees
        ? dashboard.agrees
        : `${dashboard.contradicts} ${computed}`;
  const sign = agrees === null ? "?" : agrees ? "✓" : "✗";
  return html`<section class="card gender"><h2>${dashboard.gender}</h2><dl>${fact(
    dashboard.allocated,
    shareOf(budget.share, dashboard.ofBudget, budget.allocated, language),
    dashboard.genderMeaning,
    meter(
      budget.share,
      GEWE,
      `${dashboard.allocated}: ${budget.share === null ? notReported : formatPercent(budget.share, { language, decimals: 1, least: 1 })}`,
      [0.3, 0.8],
    ),
  )}${fact(
    dashboard.spent,
    shareOf(budget.burn, dashboard.ofAllocation, budget.spent, language),
    dashboard.spentMeaning,
    meter(
      budget.burn,
      GEWE,
      `${dashboard.spent}: ${budget.burn === null ? notReported : formatPercent(budget.burn, { language, decimals: 1, least: 1 })}`,
    ),
  )}</dl><p><strong>${dashboard.marker} ${declared ?? notReported}</strong>${declared !== null && html` <small>(${markers[declared]})</small>`}<br><span class="verdict" data-agrees="${String(agrees)}">${sign}</span> ${verdict}</p></section>`;
}

const MAX_LATE = 6;

/** What is late, by cause. */
export function lateSection(
  { activities, daysLost, own }: DashboardModel,
  language: DisplayLanguage,
): Markup {
  const messages = messagesIn(language);
  const { dashboard } = messages;
  const groups = lateByCause(activities);
  const number = (value: number) => formatNumber(value, { language });
  const item = (row: ActivityRow) => {
    const waiting = row.impact?.activities.length ?? row.waiting.length;
    const data = [
      row.since === null
        ? null
        : `${stateLabel(row.state, language, own)} · ${messages.columns.since.name.toLowerCase()} ${formatDate(row.since, { language })}`,
      row.expectedUntil === null
        ? null
        : `${messages.columns.until.name.toLowerCase()} ${formatDate(row.expectedUntil, { language })}`,
      waiting === 0 ? null : `${number(waiting)} ${dashboard.waiting}`,
    ].filter((text) => text !== null);
    return html`<li><a href="${hashOf({ state: "late", open: [`a${row.code}`], q: row.code })}" data-go="activities"><strong>${row.code}</strong> ${row.title ?? ""}</a><br><small>${data.join(" · ")}</small></li>`;
  };
  const bars = daysLostBars(daysLost, language, own);
  const lost =
    bars !== null &&
    html`<details data-keep="late lost" open><summary>${dashboard.daysLost} <span class="count">${daysText(daysLost.total, language)}</span></summary><p class="hint">${dashboard.daysLostMeaning}</p>${bars}</details>`;
  return html`<section class="panel late" id="panel-late"><h2>${dashboard.late} <span class="count">${number(activities.filter(isLate).length)}</span></h2>${
    groups.length === 0
      ? html`<p>${dashboard.lateNone}</p>`
      : html`<p class="hint">${dashboard.lateMeaning}</p>${groups.map(
          ({ cause, rows }) =>
            html`<details open data-keep="late ${cause ?? "none"}"><summary>${swatch(STATE_FILLS.delayed, PREFIX)} ${cause === null ? dashboard.without : causeLabel(cause, language, own)} <span class="count">${number(rows.length)}</span></summary><ul>${rows.slice(0, MAX_LATE).map(item)}</ul>${
              rows.length > MAX_LATE &&
              html`<p>${filterLink({ state: "late", cause: cause ?? "none" }, "activities", messages.more(number(rows.length - MAX_LATE)))}</p>`
            }</details>`,
        )}`
  }${lost}</section>`;
}

/** A list of slices of the budget: bars that need no axis, since each says its amount. */
function sliceList(
  slices: readonly AmountSlice[],
  by: "agency" | "output" | "category",
  model: DashboardModel,
  language: DisplayLanguage,
): Markup {
  const messages = messagesIn(language);
  const titles = outputTitles(model);
  const maximum = Math.max(1, ...slices.map(({ amount }) => amount.value));
  const heading = {
    agency: messages.dashboard.byAgency,
    output: messages.dashboard.byOutput,
    category: messages.dashboard.byCategory,
  }[by];
  const convening = (key: string | null) =>
    by === "agency" && model.project.agencies.some(({ name, convening: does }) => does && name === key);
  return html`<details data-keep="money ${by}"${by === "agency" && html` open`}><summary>${heading} <span class="count">${formatNumber(slices.length, { language })}</span></summary><ul class="slices">${slices.map(
    (slice) => {
      const { amount, gewe, spent, share } = slice;
      const [all, some] = [(amount.value / maximum) * 200, ((gewe?.value ?? 0) / maximum) * 200];
      const name = sliceName(slice, by, language, titles);
      const equality =
        share === null
          ? `${messages.columns.gewe.name}${messages.colon} ${messages.notReported}`
          : `${messages.columns.gewe.name} ${formatPercent(share, { language, decimals: 1, least: 1 })}`;
      const reported =
        spent === null
          ? equality
          : `${equality} · ${messages.columns.spent.name}${messages.colon} ${amountText(spent, language)}`;
      return html`<li><span class="name">${name}${convening(slice.key) && html` <small>(${messages.dashboard.convening})</small>`}</span><span class="amount">${amountText(amount, language)} <small>${reported}</small></span><svg role="img" aria-label="${name}${messages.colon} ${amountText(amount, language)}, ${reported}" viewBox="0 0 200 10" preserveAspectRatio="none" width="100%" height="10"><rect x="0" y="1" width="${at(all)}" height="8" fill="${gewe === null ? fillOf(PREFIX, STATUS_FILLS.unknown) : "#c3ccd6"}" stroke="${QUIET}" stroke-width="0.5"/>${some > 0 && html`<rect x="0" y="1" width="${at(some)}" height="8" fill="${GEWE.fill}"/>`}</svg></li>`;
    },
  )}</ul></details>`;
}

/** The money: in all, and by agency, output and category. */
export function moneySection(model: DashboardModel, language: DisplayLanguage): Markup {
  const { dashboard } = messagesIn(language);
  const { slices, total, covidAdjustment, evaluation } = model.budget;
  const lines = BUDGET_DIVISIONS.filter((by) => slices[by].length > 0);
  return html`<section class="panel money" id="panel-money"><div class="sheet-head"><h2>${dashboard.money}</h2>${lines.length > 0 && downloadButton("money", language)}</div><dl class="pairs"><div><dt title="${dashboard.budgetMeaning}">${dashboard.budget}</dt><dd>${money(total, language)}</dd></div><div><dt>${dashboard.covid}</dt><dd>${money(covidAdjustment, language)}</dd></div><div><dt>${dashboard.evaluation}</dt><dd>${money(evaluation, language)}</dd></div></dl>${lines.map(
    (by) => sliceList(slices[by], by, model, language),
  )}${slices.category.length === 0 && html`<p class="hint">${dashboard.noLines}</p>`}</section>`;
}

/** What is read first. */
const cards = (model: DashboardModel, language: DisplayLanguage): Markup =>
  html`<div class="cards" id="cards">${tiles(model, language)}${attentionCard(model, language)}${genderCard(model, language)}</div>`;

/** A part of the page that is drawn by itself; its element bears its name. */
export interface Piece {
  id: string;
  draw: () => Markup;
}

/** The pieces of {@link overview}. */
export const overviewPieces = (model: DashboardModel, language: DisplayLanguage): Piece[] => [
  { id: "cards", draw: () => cards(model, language) },
  { id: "panel-outcomes", draw: () => outcomeSection(model, language) },
  { id: "panel-late", draw: () => lateSection(model, language) },
  { id: "panel-money", draw: () => moneySection(model, language) },
];

/** Everything that is seen at a glance. */
export function overview(model: DashboardModel, language: DisplayLanguage): Markup {
  const [first, ...panels] = overviewPieces(model, language).map(({ draw }) => draw());
  return html`${first}<div class="panels">${panels}</div>`;
}
