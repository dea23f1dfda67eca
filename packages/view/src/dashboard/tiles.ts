import { formatDate, formatMoney, formatNumber, formatPercent } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { html, type Markup, type Part } from "../markup/index.ts";
import { counted, fundStateOf, messagesIn, stateLabel, stateMeaning } from "../messages/index.ts";
import { type ActivityRow, isLate } from "../results/index.ts";
import { segments, skyline, swatch } from "../shapes/index.ts";
import { type Fill, STATE_FILLS } from "../theme/index.ts";
import { meter } from "./meter.ts";
import type { DashboardModel } from "./model.ts";
import { filterLink, statusChips } from "./outcomes.ts";
import { PREFIX } from "./prefix.ts";

const TIME: Fill = { fill: "#55606c", pattern: "none", sign: "" };
const MONEY: Fill = { fill: "#2079b8", pattern: "none", sign: "" };

/** What is read first: a name, one large value, what it is of, and a picture. */
const tile = (name: string, value: Part, of: Part, picture: Part): Markup =>
  html`<section class="card tile"><h2>${name}</h2><p class="value"><strong>${value}</strong> <small>${of}</small></p>${picture}</section>`;

const unknown = (language: DisplayLanguage): Markup =>
  html`<span class="cadre-reason">${messagesIn(language).notReported}</span>`;

function shareTile(
  name: string,
  share: number | null,
  of: Part,
  meaning: string,
  fill: Fill,
  language: DisplayLanguage,
) {
  const text = share === null ? null : formatPercent(share, { language, decimals: 0 });
  const label = `${name}${messagesIn(language).colon} ${text ?? messagesIn(language).notReported}`;
  return tile(
    name,
    text ?? unknown(language),
    text === null ? "" : of,
    html`${meter(share, fill, label)}<p class="meaning">${meaning}</p>`,
  );
}

/** The middle of what is known; of an even number the mean of the two. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function progressTile({ indicators }: DashboardModel, language: DisplayLanguage): Markup {
  const labels = messagesIn(language).overview;
  const known = indicators.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  const middle = median(known);
  const number = (value: number) => formatNumber(value, { language });
  const text = middle === null ? null : formatPercent(middle, { language, decimals: 0 });
  return tile(
    labels.progress,
    text ?? messagesIn(language).none,
    text === null
      ? labels.noneMeasured
      : html`${labels.median} ${labels.measured(number(known.length), number(indicators.length))}`,
    html`${skyline(indicators, PREFIX, `${labels.skyline(text ?? messagesIn(language).none)}${known.length < indicators.length ? labels.notMeasurable(indicators.length - known.length) : ""}`)}${statusChips(indicators, "", language)}`,
  );
}

function activityTile({ activities, own }: DashboardModel, language: DisplayLanguage): Markup {
  const labels = messagesIn(language).overview;
  const number = (value: number) => formatNumber(value, { language });
  const inState = (state: ActivityRow["state"]) => activities.filter((row) => row.state === state).length;
  const all = [...Object.keys(STATE_FILLS), ...Object.keys(own?.states ?? {})] as ActivityRow["state"][];
  const known = all.filter((state) => inState(state) > 0);
  const label = (state: ActivityRow["state"]) => stateLabel(state, language, own);
  const fillAt = (state: ActivityRow["state"]) => STATE_FILLS[fundStateOf(state, own)];
  if (activities.length === 0)
    return tile(labels.lateActivities, messagesIn(language).none, labels.noActivities, null);
  return tile(
    labels.lateActivities,
    labels.ofAll(number(activities.filter(isLate).length), number(activities.length)),
    "",
    html`${segments(
      known.map((state) => ({ label: label(state), count: inState(state), fill: fillAt(state) })),
      PREFIX,
      language,
    )}<span class="chips">${known.map((state) =>
      filterLink(
        { state },
        "activities",
        html`${swatch(fillAt(state), PREFIX)} <strong>${number(inState(state))}</strong> ${counted(label(state), inState(state), language)}`,
        `${number(inState(state))} ${counted(label(state), inState(state), language)}${messagesIn(language).colon} ${stateMeaning(state, language, own)}`,
      ),
    )}</span>`,
  );
}

/** Time, money, progress and activities: what a reader judges a project by in ten seconds. */
export function tiles(model: DashboardModel, language: DisplayLanguage): Markup {
  const { dashboard, onDay } = messagesIn(language);
  const { budget, elapsed, asOf } = model;
  return html`${shareTile(
    dashboard.time,
    elapsed,
    asOf === null ? "" : onDay(formatDate(asOf, { language })),
    dashboard.timeMeaning,
    TIME,
    language,
  )}${shareTile(
    dashboard.delivery,
    budget.deliveryRate,
    budget.total === null
      ? dashboard.ofBudget
      : `${dashboard.ofBudgetOf} ${formatMoney({ amount: budget.total.value, currency: budget.total.currency }, { language })}`,
    dashboard.deliveryMeaning,
    MONEY,
    language,
  )}${progressTile(model, language)}${activityTile(model, language)}`;
}
