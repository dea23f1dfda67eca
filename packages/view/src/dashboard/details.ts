import { formatDate, formatNumber, formatPercent, type Language, numberOf } from "@cadre/core";
import { drawMachine, type MachineStep, machineWords, pathWords } from "../machine/index.ts";
import { at, html, type Markup, type Part } from "../markup/index.ts";
import { WORDS, wordOf } from "../messages/index.ts";
import type { ActivityRow, IndicatorRow, PartsOfValue } from "../results/index.ts";
import {
  drawProgress,
  numberLine,
  numberLineKey,
  type ProgressFacts,
  progressKey,
  progressWords,
  valueCell,
} from "../shapes/index.ts";
import { findingNotes, reachCell, statusCell } from "../tables/index.ts";
import { categoryInk, fillOf, strokeOf, UNKNOWN_INK } from "../theme/index.ts";
import type { DashboardModel } from "./model.ts";
import { PREFIX } from "./prefix.ts";

const block = (title: string, content: Part): Markup | null =>
  content === null || content === false ? null : html`<div class="block"><h4>${title}</h4>${content}</div>`;

/** The parts of a figure: of a partition next to one another in one bar, of groups that may overlap each in a bar of its own. */
function partsBlock(
  { column, partition, parts, sum, consistent }: PartsOfValue,
  total: number | null,
  language: Language,
): Markup | null {
  const words = WORDS[language];
  const number = (value: number) => formatNumber(value, language);
  const most = Math.max(1, total ?? 0, partition ? sum : 0, ...parts.map(({ value }) => value));
  const note =
    consistent === false && total !== null
      ? html`<strong>✗ ${words.inconsistent(number(sum), number(total))}</strong>`
      : partition
        ? words.partition(number(sum))
        : words.overlapping;
  const label = (text: string) => wordOf(words.members, text);
  const inkOf = (text: string, place: number) => (text === "unknown" ? UNKNOWN_INK : categoryInk(place));
  const rows = parts.map(({ label: name, value }, place) => {
    const [width, ink] = [(value / most) * 160, inkOf(name, place)];
    return html`<li><svg aria-hidden="true" width="164" height="12" viewBox="0 0 164 12"><path d="M1,0V12" stroke="#55606c"/>${width > 0 && html`<rect x="1" y="2" width="${at(width)}" height="8" fill="${fillOf(PREFIX, ink)}" stroke="${strokeOf(ink)}"/>`}</svg> ${number(value)} ${label(name)}</li>`;
  });
  return block(
    `${words.dashboard.breakdown}: ${words.columns[column].name}`,
    html`<ul class="bars">${rows}</ul><p><small>${note}</small></p>`,
  );
}

/** An indicator against time: what was reported of it, or else where it stands on the day of the report. `null` without the project's dates. */
function progressOf(row: IndicatorRow, { project, asOf }: DashboardModel): ProgressFacts | null {
  const { startDate: start, endDate: end } = project;
  if (start === null || end === null || start >= end) return null;
  const reported = numberOf(row.actual);
  const stands =
    row.series.length === 0 && asOf !== null && reported !== null
      ? [{ date: asOf, value: reported }]
      : row.series;
  return {
    name: row.code,
    start,
    end,
    baseline: row.baseline,
    target: row.target,
    milestones: asOf === null ? [] : [{ date: asOf, value: row.milestone }],
    points: stands,
    projection: row.projection ?? { reason: "too-little-data", value: null, periods: 0 },
    asOf,
  };
}

/** The indicator's progress as a picture, where there is anything to be drawn. */
function progressBlock(row: IndicatorRow, model: DashboardModel, language: Language): Markup | null {
  const facts = progressOf(row, model);
  if (facts === null || (facts.points.length === 0 && row.target.kind !== "number")) return null;
  return block(
    WORDS[language].dashboard.overTime,
    html`<div class="picture" tabindex="0" role="group" aria-label="${WORDS[language].dashboard.overTime}">${drawProgress(facts, language)}</div>${progressKey(facts, language)}<p>${progressWords(facts, language)}</p>`,
  );
}

/** All that is known of an indicator. */
export function indicatorDetails(row: IndicatorRow, model: DashboardModel, language: Language): Markup {
  const { findings } = model;
  const words = WORDS[language];
  const { columns } = words;
  const own = row.findings.flatMap((place) => findings[place] ?? []);
  const line = numberLine(row, language);
  const total = (column: "target" | "actual") => {
    return numberOf(row[column]);
  };
  const percent = (share: number | null) => (share === null ? null : formatPercent(share, language, 0));
  const expected =
    row.expected === null || row.against === null
      ? null
      : `${words.columns.expected.name} ${percent(row.expected)} (${row.against === "time" ? words.dashboard.time : columns[row.against].name})`;
  const reasons = [row.reason, row.statusReason].flatMap((reason) =>
    reason === null ? [] : [words.reasons[reason]],
  );
  return html`<div class="blocks">${block(
    words.dashboard.overview,
    html`<dl class="pairs">${(["baseline", "milestone", "actual", "target"] as const).map(
      (column) =>
        html`<div><dt>${columns[column].name}</dt><dd>${valueCell(row[column], language)}${row[column].kind === "number" && row.unit !== null && row.unit !== "%" && html` <small>${row.unit}</small>`}</dd></div>`,
    )}<div><dt>${columns.progress.name}</dt><dd>${percent(row.progress) ?? html`<span class="cadre-reason">${reasons[0] ?? words.none}</span>`}${expected !== null && html` <small>${expected}</small>`}</dd></div><div><dt>${columns.status.name}</dt><dd>${statusCell(row, language)}</dd></div></dl>${line !== null && html`<div class="line">${line}${numberLineKey(language)}</div>`}`,
  )}${row.parts.map((parts) => partsBlock(parts, total(parts.column), language))}${progressBlock(row, model, language)}${block(columns.remark.name, row.remark !== null && row.remark !== "" && html`<p class="prose">${row.remark}</p>`)}${block(
    words.dashboard.findings,
    findingNotes(own, language),
  )}</div>`;
}

/** The activity's states with the path that it took, out of its history: what was refused is no step. */
function wayBlock(row: ActivityRow, { machine }: DashboardModel, language: Language): Markup | null {
  const words = WORDS[language];
  const layout = machine[language];
  const steps: MachineStep[] = [];
  let from = layout.initial;
  for (const { type, date, state, refused } of row.history) {
    if (!refused) steps.push({ type, date, from, to: state });
    from = state;
  }
  const title = `${words.charts.machineTitle(machineWords(layout.machine, language))}${words.colon} ${row.code}`;
  const present = steps.at(-1)?.to ?? layout.initial;
  const centre = layout.states.find(({ state }) => state === present)?.x ?? 0;
  return block(
    words.dashboard.way,
    html`<div class="picture" data-centre="${at(centre)}" tabindex="0" role="group" aria-label="${title}">${drawMachine(layout, steps, { language, title })}</div><p><small>${pathWords(layout, steps, language)}</small></p>`,
  );
}

/** All that is known of an activity. */
export function activityDetails(row: ActivityRow, model: DashboardModel, language: Language): Markup {
  const { findings } = model;
  const words = WORDS[language];
  const own = row.findings.flatMap((place) => findings[place] ?? []);
  const day = (date: string | null) => (date === null ? words.rest : formatDate(date, language));
  const { timing, planned } = row;
  const history = row.history.map(
    (event) =>
      html`<li><strong>${wordOf(words.events, event.type)}</strong> ${event.causes.length > 0 && html`(${event.causes.map((cause) => words.causes[cause]).join(", ")}) `}<small>${day(event.date)}</small>${event.refused && html` <em>${words.dashboard.refused}</em>`}${event.inferred && html` <small>· ${words.inferred}</small>`}${event.reason !== null && html`<br>${event.reason}`}${event.quote !== null && html`<br><q>${event.quote}</q>${event.line !== null && html` <small>(${words.line(event.line)})</small>`}`}</li>`,
  );
  const plan =
    planned === null
      ? null
      : html`<dl class="pairs"><div><dt>${words.dashboard.planned}</dt><dd>${day(planned.start)} – ${day(planned.end)}</dd></div>${
          timing !== null &&
          html`<div><dt>${words.dashboard.earliest}</dt><dd>${day(timing.start)} – ${day(timing.end)}</dd></div><div><dt>${words.dashboard.slack}</dt><dd>${timing.slack === null ? words.rest : formatNumber(timing.slack, language)}${timing.critical && html` <small>${words.dashboard.critical}</small>`}</dd></div>`
        }</dl>`;
  return html`<div class="blocks">${block(
    words.dashboard.history,
    history.length > 0
      ? html`<ol class="history">${history}</ol>`
      : html`<p>${words.stateMeanings.planned}</p>`,
  )}${block(words.dashboard.planned, plan)}${block(words.dashboard.reachLabel, reachCell(row, language))}${wayBlock(row, model, language)}${block(
    words.dashboard.findings,
    findingNotes(own, language),
  )}</div>`;
}
