import { formatDate, formatMoney, formatNumber, formatPercent, type Language } from "@cadre/core";
import { html, type Markup, type Part } from "../markup/index.ts";
import { fundStateOf, MESSAGES, OVERVIEW_LABELS, stateLabel, stateMeaning } from "../messages/index.ts";
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

const unknown = (language: Language): Markup =>
  html`<span class="cadre-reason">${MESSAGES[language].notReported}</span>`;

function shareTile(
  name: string,
  share: number | null,
  of: Part,
  meaning: string,
  fill: Fill,
  language: Language,
) {
  const text = share === null ? null : formatPercent(share, { language, decimals: 0 });
  const label = `${name}${MESSAGES[language].colon} ${text ?? MESSAGES[language].notReported}`;
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

function progressTile({ indicators }: DashboardModel, language: Language): Markup {
  const labels = OVERVIEW_LABELS[language];
  const known = indicators.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  const middle = median(known);
  const number = (value: number) => formatNumber(value, { language });
  const text = middle === null ? null : formatPercent(middle, { language, decimals: 0 });
  return tile(
    labels.progress,
    text ?? MESSAGES[language].none,
    text === null
      ? labels.noneMeasured
      : html`${labels.median} ${labels.measured(number(known.length), number(indicators.length))}`,
    html`${skyline(indicators, PREFIX, labels.skyline(text ?? MESSAGES[language].none, indicators.length - known.length))}${statusChips(indicators, "", language)}`,
  );
}

function activityTile({ activities, own }: DashboardModel, language: Language): Markup {
  const { counted } = MESSAGES[language];
  const labels = OVERVIEW_LABELS[language];
  const number = (value: number) => formatNumber(value, { language });
  const inState = (state: ActivityRow["state"]) => activities.filter((row) => row.state === state).length;
  const all = [...Object.keys(STATE_FILLS), ...Object.keys(own?.states ?? {})] as ActivityRow["state"][];
  const known = all.filter((state) => inState(state) > 0);
  const label = (state: ActivityRow["state"]) => stateLabel(state, language, own);
  const fillAt = (state: ActivityRow["state"]) => STATE_FILLS[fundStateOf(state, own)];
  if (activities.length === 0)
    return tile(labels.lateActivities, MESSAGES[language].none, labels.noActivities, null);
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
        html`${swatch(fillAt(state), PREFIX)} <strong>${number(inState(state))}</strong> ${counted(label(state), inState(state))}`,
        `${number(inState(state))} ${counted(label(state), inState(state))}${MESSAGES[language].colon} ${stateMeaning(state, language, own)}`,
      ),
    )}</span>`,
  );
}

/** Time, money, progress and activities: what a reader judges a project by in ten seconds. */
export function tiles(model: DashboardModel, language: Language): Markup {
  const { dashboard, onDay } = MESSAGES[language];
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
