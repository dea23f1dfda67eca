import {
  type Activity,
  compareDates,
  type FrameworkDocument,
  formatDate,
  inOrderOfEffect,
  latest,
  replay,
} from "@cadre/core";
import { type FundState, fundState, isOwnEvent, type Profile } from "@cadre/core/lifecycle";
import { formatDetails } from "@cadre/core/locale";
import { daysLostOf } from "@cadre/core/results";
import { daysLostLines } from "./days-lost.ts";
import { clip, fit, wrap } from "./layout.ts";
import { causeLabel, eventLabel, type Screen, section, stateLabel, style } from "./output.ts";

const SIGNS: Record<FundState, string> = {
  planned: "·",
  "in-progress": "█",
  delayed: "▒",
  suspended: "░",
  reallocated: "◇",
  cancelled: "×",
  done: "■",
  merged: "↷",
  split: "⑂",
  undetermined: "?",
};
const CODE = 6;
const STATE = 12;
const MAX_COLUMNS = 36;

/** The months from a first to a last day, as `YYYY-MM`. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const next = `${year}-${String(month).padStart(2, "0")}`;
    if (next > last.slice(0, 7)) return months;
    months.push(next);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

/** One sign a step of time: the state at its end, up to the day that the report speaks for; nothing is drawn for what is to come. */
function strip({ events }: Activity, months: readonly string[], asOf: string, profile: Profile): string {
  return months
    .map((month) => {
      if (month > asOf.slice(0, 7)) return " ";
      const end = month === asOf.slice(0, 7) ? asOf : latest(month);
      // What has no date holds by the day of the report, and no earlier day is known.
      const known = events.filter(({ date }) => (date === null ? end >= asOf : compareDates(date, end) <= 0));
      return SIGNS[fundState(replay(known, { asOf: end, profile }).state, profile)];
    })
    .join("");
}

/** Without a report, the day of the last event: nothing is known of later days. */
function lastKnown(activities: readonly Activity[]): string | undefined {
  const dates = activities.flatMap(({ events }) =>
    events.flatMap(({ date }) => (date === null ? [] : [latest(date)])),
  );
  return dates.sort().at(-1);
}

/** What agencies record of their own, with its day, causes and details: the time line shows only the state that it led to. */
function ownEventLines(activities: readonly Activity[], screen: Screen): string[] {
  const { language, messages, width } = screen;
  const lines = activities.flatMap(({ code, events }) =>
    inOrderOfEffect(events)
      .filter(isOwnEvent)
      .flatMap(({ type, date, causes = [], details = {} }) => {
        const parts = [
          eventLabel(screen, type),
          ...(date === null ? [] : [formatDate(date, { language })]),
          ...(causes.length === 0 ? [] : [causes.map((cause) => causeLabel(screen, cause)).join(", ")]),
          ...(Object.keys(details).length === 0 ? [] : [formatDetails(details, { language })]),
        ];
        return wrap(`${fit(code, CODE)}${parts.join(" · ")}`, width, " ".repeat(CODE));
      }),
  );
  return lines.length === 0 ? [] : [style(screen, "dim", messages.ownEvents), ...lines];
}

/** A time line of activities: a row each, a column a month (or more where the project is long). */
export function activityLines(document: FrameworkDocument, screen: Screen): string[] {
  const { messages, language, width, profile } = screen;
  const { startDate, endDate } = document.project;
  if (document.activities.length === 0 || startDate === null || endDate === null) return [];
  const asOf = document.report?.asOf ?? lastKnown(document.activities) ?? startDate;
  const all = monthsBetween(startDate, endDate);
  const step = Math.ceil(all.length / MAX_COLUMNS);
  const months = all.filter((_, index) => index % step === step - 1 || index === all.length - 1);
  const years = months
    .map((month, index) => ({ year: month.slice(0, 4), index }))
    .filter(({ year }, index) => index === 0 || months[index - 1]?.slice(0, 4) !== year);
  let scale = "";
  for (const { year, index } of years) {
    if (scale.length <= index) scale = scale.padEnd(index) + clip(year, Math.max(2, months.length - index));
  }
  const strips = document.activities.map((activity) => strip(activity, months, asOf, profile));
  const rows = document.activities.map((activity, index) => {
    const { state, causes, expectedUntil } = replay(activity.events, { asOf, profile });
    const why = causes.map((cause) => causeLabel(screen, cause));
    const until =
      expectedUntil === null ? [] : [`${messages.until} ${formatDate(expectedUntil, { language })}`];
    const left = `${fit(activity.code, CODE)}${fit(stateLabel(screen, state), STATE)}`;
    const drawn = style(
      screen,
      state === "delayed" ? "yellow" : "cyan",
      fit(strips[index] ?? "", months.length),
    );
    const note = clip([...why, ...until].join(", "), width - CODE - STATE - months.length - 1);
    return `${left}${drawn} ${note}`.trimEnd();
  });
  const legend = (Object.keys(SIGNS) as FundState[])
    .filter((state) => strips.some((drawn) => drawn.includes(SIGNS[state])))
    .map((state) => `${SIGNS[state]} ${messages.states[state]}`)
    .join("   ");
  const inferred = document.activities.some(({ events }) => events.some(({ basis }) => basis === "inferred"));
  return [
    ...section(screen, messages.activities),
    style(screen, "dim", `${" ".repeat(CODE + STATE)}${scale}`),
    ...rows,
    style(screen, "dim", legend),
    ...ownEventLines(document.activities, screen),
    ...daysLostLines(daysLostOf(document, { asOf, profile }), screen),
    ...(inferred ? wrap(messages.inferredNote, width).map((line) => style(screen, "dim", line)) : []),
  ];
}
