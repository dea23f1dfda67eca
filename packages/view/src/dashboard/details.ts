import { formatDate, formatNumber, formatPercent, numberOf } from "@cadre/core";
import { type DisplayLanguage, formatDetails } from "@cadre/core/locale";
import { drawMachine, type MachineStep, machineLabels, pathText } from "../machine/index.ts";
import { at, html, type Markup, type Part } from "../markup/index.ts";
import { causeLabel, codeOf, eventLabel, labelOf, messagesIn } from "../messages/index.ts";
import type { ActivityRow, IndicatorRow, PartsOfValue } from "../results/index.ts";
import {
  drawProgress,
  numberLine,
  numberLineKey,
  type ProgressData,
  progressKey,
  progressText,
  valueCell,
} from "../shapes/index.ts";
import { findingNotes, impactCell, statusCell } from "../tables/index.ts";
import { ACCENT, fillOf, QUIET, strokeOf, UNKNOWN_INK } from "../theme/index.ts";
import type { DashboardModel } from "./model.ts";
import { PREFIX } from "./prefix.ts";

const block = (title: string, content: Part): Markup | null =>
  content === null || content === false ? null : html`<div class="block"><h3>${title}</h3>${content}</div>`;

/** The parts of a value, each as a bar of its own with its name. What a bar means is written beside it: it needs no colour for it. */
function partsBlock(
  { column, partition, parts, suppressed, sum, consistent }: PartsOfValue,
  total: number | null,
  language: DisplayLanguage,
): Markup | null {
  const messages = messagesIn(language);
  const number = (value: number) => formatNumber(value, { language });
  const maximum = Math.max(1, total ?? 0, partition ? sum : 0, ...parts.map(({ value }) => value));
  const note =
    consistent === false && total !== null
      ? html`<strong>✗ ${messages.inconsistent(number(sum), number(total))}</strong>`
      : partition
        ? messages.partition(number(sum))
        : messages.overlapping;
  const label = (text: string) => labelOf(messages.members, text);
  const rows = parts.map(({ label: name, value }) => {
    const fill =
      name === "unknown" ? UNKNOWN_INK : { ...UNKNOWN_INK, fill: ACCENT, pattern: "none" as const };
    const bar =
      value > 0 &&
      html`<rect x="0" y="1" width="${at((value / maximum) * 200)}" height="8" fill="${fillOf(PREFIX, fill)}" stroke="${strokeOf(fill)}"/>`;
    return html`<li><span class="name">${label(name)}</span><span class="amount">${number(value)}</span><svg aria-hidden="true" viewBox="0 0 200 10" preserveAspectRatio="none" width="100%" height="10"><path d="M0,0V10" stroke="${QUIET}" stroke-width="2" vector-effect="non-scaling-stroke"/>${bar}</svg></li>`;
  });
  const hidden = suppressed.map(
    (name) =>
      html`<li><span class="name">${label(name)}</span><span class="amount cadre-reason">${messages.reasons.suppressed}</span></li>`,
  );
  return block(
    `${messages.dashboard.breakdown}${messages.colon} ${messages.columns[column].name.toLowerCase()}`,
    html`<ul class="slices">${rows}${hidden}</ul><p><small>${note}</small></p>`,
  );
}

/** An indicator against time: what was reported of it, or else its value on the day of the report. `null` without the project's dates. */
function progressOf(row: IndicatorRow, { project, asOf }: DashboardModel): ProgressData | null {
  const { startDate: start, endDate: end } = project;
  if (start === null || end === null || start >= end) return null;
  const reported = numberOf(row.actual);
  const statuses =
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
    points: statuses,
    forecast: row.forecast ?? { reason: "too-little-data", value: null, pointCount: 0 },
    asOf,
  };
}

/** The indicator's progress as a picture, where there is anything to be drawn. */
function progressBlock(row: IndicatorRow, model: DashboardModel, language: DisplayLanguage): Markup | null {
  const data = progressOf(row, model);
  if (data === null || (data.points.length === 0 && row.target.kind !== "number")) return null;
  return block(
    messagesIn(language).dashboard.overTime,
    html`<div class="picture" tabindex="0" role="group" aria-label="${messagesIn(language).dashboard.overTime}">${drawProgress(data, language)}</div>${progressKey(data, language)}<p>${progressText(data, language)}</p>`,
  );
}

/** All that is known of an indicator. */
export function indicatorDetails(
  row: IndicatorRow,
  model: DashboardModel,
  language: DisplayLanguage,
): Markup {
  const { findings } = model;
  const messages = messagesIn(language);
  const { columns } = messages;
  const own = row.findings.flatMap((index) => findings[index] ?? []);
  const line = numberLine(row, language);
  const total = (column: "target" | "actual") => {
    return numberOf(row[column]);
  };
  const percent = (share: number | null) =>
    share === null ? null : formatPercent(share, { language, decimals: 0 });
  const expected =
    row.expected === null || row.against === null
      ? null
      : `${messages.columns.expected.name} ${percent(row.expected)} (${row.against === "time" ? messages.dashboard.time : columns[row.against].name})`;
  const reasons = [row.reason, row.statusReason].flatMap((reason) =>
    reason === null ? [] : [messages.reasons[reason]],
  );
  return html`<div class="blocks">${block(
    messages.dashboard.overview,
    html`<dl class="pairs">${(["baseline", "milestone", "actual", "target"] as const).map(
      (column) =>
        html`<div><dt>${columns[column].name}</dt><dd>${valueCell(row[column], language)}${row[column].kind === "number" && row.unit !== null && row.unit !== "%" && html` <small>${row.unit}</small>`}</dd></div>`,
    )}<div><dt>${columns.progress.name}</dt><dd>${percent(row.progress) ?? html`<span class="cadre-reason">${reasons[0] ?? messages.none}</span>`}${expected !== null && html` <small>${expected}</small>`}</dd></div><div><dt>${columns.status.name}</dt><dd>${statusCell(row, language)}</dd></div></dl>${line !== null && html`<div class="line">${line}${numberLineKey(language)}</div>`}`,
  )}${row.parts.map((parts) => partsBlock(parts, total(parts.column), language))}${progressBlock(row, model, language)}${block(columns.remark.name, row.remark !== null && row.remark !== "" && html`<p class="prose">${row.remark}</p>`)}${block(
    messages.dashboard.findings,
    findingNotes(own, language),
  )}</div>`;
}

/** The states that an activity went through, each with the day from which it held. The diagram of all states is one click further. */
function transitionBlock(
  row: ActivityRow,
  { machine }: DashboardModel,
  language: DisplayLanguage,
): Markup | null {
  const messages = messagesIn(language);
  const layout = machine[codeOf(language)] ?? machine.en;
  const steps: MachineStep[] = [];
  let from = layout.initial;
  // What was refused is no step.
  for (const { type, date, state, refused } of row.history) {
    if (!refused) steps.push({ type, date, from, to: state });
    from = state;
  }
  const title = messages.charts.machineTitle(machineLabels(layout.machine, language));
  const present = steps.at(-1)?.to ?? layout.initial;
  const boxOf = (state: string) => layout.states.find((box) => box.state === state);
  const changes = steps.filter((step) => step.from !== step.to);
  const held = [{ to: layout.initial, date: null }, ...changes].map(
    ({ to, date }) =>
      html`<li${to === present && html` aria-current="step"`}>${boxOf(to)?.label ?? to}${date !== null && html` <small>${formatDate(date, { language })}</small>`}</li>`,
  );
  return block(
    messages.dashboard.way,
    html`<ol class="path">${held}</ol><details class="whole"><summary>${title}</summary><div class="picture" data-centre="${at(boxOf(present)?.x ?? 0)}" tabindex="0" role="group" aria-label="${title}${messages.colon} ${row.code}">${drawMachine(layout, steps, { language, title: `${title}${messages.colon} ${row.code}` })}</div><p><small>${pathText(layout, steps, language)}</small></p></details>`,
  );
}

/** All that is known of an activity. */
export function activityDetails(row: ActivityRow, model: DashboardModel, language: DisplayLanguage): Markup {
  const { findings } = model;
  const messages = messagesIn(language);
  const own = row.findings.flatMap((index) => findings[index] ?? []);
  const day = (date: string | null) => (date === null ? messages.rest : formatDate(date, { language }));
  const { timing, planned } = row;
  const history = row.history.map(
    (event) =>
      html`<li><strong>${eventLabel(event.type, language, row.own)}</strong> ${event.causes.length > 0 && html`(${event.causes.map((cause) => causeLabel(cause, language, row.own)).join(", ")}) `}<small>${day(event.date)}</small>${event.refused && html` <em>${messages.dashboard.refused}</em>`}${event.inferred && html` <small>· ${messages.inferred}</small>`}${event.details !== undefined && html`<br>${formatDetails(event.details, { language })}`}${event.reason !== null && html`<br>${event.reason}`}${event.quote !== null && html`<br><q>${event.quote}</q>${event.line !== null && html` <small>(${messages.line(String(event.line))})</small>`}`}</li>`,
  );
  const plan =
    planned === null
      ? null
      : html`<dl class="pairs"><div><dt>${messages.dashboard.planned}</dt><dd>${day(planned.start)} – ${day(planned.end)}</dd></div>${
          timing !== null &&
          html`<div><dt>${messages.dashboard.earliest}</dt><dd>${day(timing.start)} – ${day(timing.end)}</dd></div><div><dt>${messages.dashboard.slack}</dt><dd>${timing.slack === null ? messages.rest : formatNumber(timing.slack, { language })}${timing.critical && html` <small>${messages.dashboard.critical}</small>`}</dd></div>`
        }</dl>`;
  return html`<div class="blocks">${block(
    messages.dashboard.history,
    history.length > 0
      ? html`<ol class="history">${history}</ol>`
      : html`<p>${messages.stateMeanings.planned}</p>`,
  )}${block(messages.dashboard.planned, plan)}${block(messages.dashboard.impactLabel, impactCell(row, language))}${transitionBlock(row, model, language)}${block(
    messages.dashboard.findings,
    findingNotes(own, language),
  )}</div>`;
}
