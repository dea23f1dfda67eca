import {
  type ActivityState,
  type CalendarDate,
  type FrameworkDocument,
  formatDate,
  formatNumber,
} from "@cadre/core";
import type { Profile } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, clip, html, type Markup, nameOf, picture } from "../markup/index.ts";
import { chartsIn, fundStateOf, messagesIn, ownNames, stateLabel, stateMeaning } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import {
  type ActivityRow,
  activityRows,
  findingRows,
  isLate,
  lastKnownDay,
  sourceText,
  timeSpan,
} from "../results/index.ts";
import { fillDefs, key, stripShapes, type TimeAxis, ticksOf, xOf } from "../shapes/index.ts";
import { activityColumns, causeText, table } from "../tables/index.ts";
import { FOREGROUND, LINE, patternDefs, QUIET, STATE_FILLS } from "../theme/index.ts";

const [ROW, LABEL, TOP, NOTE] = [30, 250, 30, 210];

/** An arrow along a dependency, from the end of one row to the start of another. */
function arrow(from: readonly [number, number], to: readonly [number, number]): Markup {
  const [[x1, y1], [x2, y2]] = [from, to];
  const turn = Math.max(x1 + 5, Math.min(x2 - 5, x1 + 8));
  const path =
    x2 >= turn + 4
      ? `M${at(x1)},${at(y1)}H${at(turn)}V${at(y2)}H${at(x2 - 4)}`
      : `M${at(x1)},${at(y1)}h5v${at((y2 - y1) / 2)}H${at(x2 - 8)}V${at(y2)}H${at(x2 - 4)}`;
  return html`<path d="${path}" fill="none" stroke="${QUIET}" stroke-width="0.9"/><path d="M${at(x2 - 5)},${at(y2 - 3)}L${at(x2)},${at(y2)}L${at(x2 - 5)},${at(y2 + 3)}Z" fill="${QUIET}"/>`;
}

/** Why an activity is late and what its delay reaches, short. */
function lateNote(row: ActivityRow, language: DisplayLanguage): string {
  if (!isLate(row)) return "";
  const { expectedUntil, impact } = row;
  const until = expectedUntil === null ? null : `→ ${formatDate(expectedUntil, { language })}`;
  const reached =
    impact === null || impact.activities.length === 0
      ? null
      : `⇒ ${impact.activities.map(({ code }) => code).join(", ")}`;
  return [causeText(row, language), until, reached]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

/** Options of a chart of activities. */
export interface GanttOptions {
  /** Language of title, legend and table. */
  language: DisplayLanguage;
  /** The day up to which states are known. Default: the report's own day. */
  asOf?: CalendarDate;
  /** No more activities than these are drawn; the table lists all. Default: 40. */
  limit?: number;
  /** What an agency adds to the fund's states, events and causes. Default: nothing. */
  profile?: Profile | undefined;
}

/**
 * Activities over time: their states as they went through them, the work plan as thin frames, dependencies as arrows; beside each late one
 * the cause, when it should end and which activities its delay reaches. Nothing is drawn after the day of the report.
 */
export function activityGantt(
  document: FrameworkDocument,
  { language, asOf, limit = 40, profile }: GanttOptions,
): View {
  const messages = messagesIn(language);
  const rows = activityRows(document, { asOf, profile, findings: findingRows([]) });
  const span = timeSpan(document, rows);
  const title = chartsIn(language).ganttTitle;
  const late = rows.filter(isLate);
  const description = chartsIn(language).ganttText(
    formatNumber(rows.length, { language }),
    formatNumber(late.length, { language }),
  );
  const notes = late.map(
    (row) => `${row.code} ${stateLabel(row.state, language, row.own)}: ${lateNote(row, language)}`,
  );
  const text = [title, description, ...notes.slice(0, limit)].join("\n");
  if (span === null || rows.length === 0)
    return viewOf({ title, text, body: html`<p>${description} ${chartsIn(language).nothing}</p>` });
  const drawn = rows.slice(0, limit);
  const day = asOf ?? document.report?.asOf ?? lastKnownDay(document);
  const axis: TimeAxis = { ...span, width: 400, asOf: day };
  const id = nameOf(`${title}${description}${notes.join("")}`);
  const states = [...new Set(drawn.flatMap(({ spans }) => spans.map(({ state }) => state)))];
  const own = ownNames(profile, states);
  const fillAt = (state: ActivityState) => STATE_FILLS[fundStateOf(state, own)];
  const fills = states.map(fillAt);
  const y = (index: number) => TOP + index * ROW;
  const place = new Map(drawn.map(({ code }, index) => [code, index]));
  const arrows = (document.schedule?.dependencies ?? []).flatMap(({ from, to }) => {
    const [one, other] = [place.get(from), place.get(to)];
    const [before, after] = [drawn[one ?? -1]?.planned, drawn[other ?? -1]?.planned];
    if (one === undefined || other === undefined || before?.end == null || after?.start == null) return [];
    return [
      arrow(
        [LABEL + xOf(axis, before.end), y(one) + ROW / 2 - 2],
        [LABEL + xOf(axis, after.start), y(other) + ROW / 2 - 2],
      ),
    ];
  });
  const height = y(drawn.length) + 8;
  const svg = picture(
    {
      width: LABEL + axis.width + NOTE,
      height,
      title,
      description: [description, ...notes.slice(0, limit)].join(" "),
      id,
    },
    html`${patternDefs(id, fills)}${ticksOf(axis).map(
      (tick) =>
        html`<path d="M${at(LABEL + xOf(axis, tick))},${TOP - 8}V${height - 4}" stroke="${LINE}"/><text x="${at(LABEL + xOf(axis, tick) + 2)}" y="16" font-size="11" fill="${QUIET}">${`${tick.slice(5, 7)}/${tick.slice(0, 4)}`}</text>`,
    )}${drawn.map(
      (row, index) =>
        html`<g><text x="0" y="${y(index) + 18}" fill="${FOREGROUND}"><tspan font-weight="600">${row.code}</tspan> ${clip(row.title ?? "", 32)}</text><g transform="translate(${LABEL} ${y(index) + 4})">${stripShapes(row, axis, id)}</g><text x="${LABEL + axis.width + 8}" y="${y(index) + 18}" font-size="11" fill="${FOREGROUND}">${clip(lateNote(row, language), 36)}</text></g>`,
    )}${arrows}`,
  );
  const prefix = nameOf(`key${id}`);
  return viewOf({
    title,
    text,
    svg,
    picture: {
      language,
      subtitle: chartsIn(language).span(
        formatDate(span.start, { language }),
        formatDate(span.end, { language }),
      ),
      legend: [
        ...states.map((state) => ({ fill: fillAt(state), label: stateLabel(state, language, own) })),
        ...(drawn.some(({ planned }) => planned !== null)
          ? [
              {
                label: chartsIn(language).ganttPlan,
                sign: html`<rect x="1" y="3" width="22" height="10" fill="none" stroke="${FOREGROUND}"/>`,
              },
            ]
          : []),
      ],
      source: sourceText(document, language),
      date: day,
    },
    body: html`${fillDefs(fills, prefix)}${key(
      states.map((state) => ({
        fill: fillAt(state),
        label: stateLabel(state, language, own),
        title: stateMeaning(state, language, own),
      })),
      prefix,
    )}${drawn.length < rows.length && html`<p class="cadre-more">${messages.more(formatNumber(rows.length - drawn.length, { language }))}</p>`}<details><summary>${messages.asTable}</summary>${table(
      {
        caption: title,
        id: "gantt",
        language,
        rows,
        columns: activityColumns({ language, findings: [], prefix, axis: null }),
      },
    )}</details>`,
  });
}
