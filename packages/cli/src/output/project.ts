import { type FrameworkDocument, formatDate, formatMoney, formatPercent } from "@cadre/core";
import { textIn } from "@cadre/core/locale";
import { type ProjectResult, verdictOf } from "@cadre/core/results";
import { wrap } from "./layout.ts";
import { type Screen, style } from "./output.ts";

/** The head of the page: what the project is, who carries it out, how much of its time has passed. */
export function projectLines(
  document: FrameworkDocument,
  inspection: ProjectResult,
  screen: Screen,
  /** The day that elapsed time is for. Default: the day of the report. */
  on?: string,
): string[] {
  const { project, budget } = inspection;
  const { messages, language, width, profile } = screen;
  const currency = budget.currency ?? "USD";
  const report = document.report?.type;
  const kind = [report ? messages.annual[report] : null, project.year]
    .filter((part) => part !== null)
    .join(" ");
  const dates = [project.startDate, project.endDate].map((date) =>
    date === null ? messages.unknown : formatDate(date, { language }),
  );
  const asOf = on ?? document.report?.asOf ?? null;
  const elapsed =
    budget.elapsedShare === null || asOf === null
      ? null
      : messages.elapsed(
          formatPercent(budget.elapsedShare, { language, decimals: 1 }),
          formatDate(asOf, { language }),
        );
  const agencies = project.agencies.map(({ name, convening, budget: share }) => {
    const amount = share === null ? messages.unknown : formatMoney({ amount: share, currency }, { language });
    return `${name}${convening ? ` (${messages.convening})` : ""} ${amount}`;
  });
  const parts = (...texts: (string | null)[]) =>
    texts.filter((text) => text !== null && text !== "").join(" · ");
  return [
    ...wrap(project.title ?? messages.unknown, width).map((line) => style(screen, "bold", line)),
    ...wrap(parts(project.country, project.number, kind), width),
    ...(project.startDate === null && project.endDate === null
      ? []
      : wrap(parts(dates.join(" – "), elapsed), width)),
    ...wrap(textIn(verdictOf(inspection, profile), { language }), width).map((line) =>
      style(screen, "bold", line),
    ),
    ...(agencies.length === 0
      ? []
      : wrap(`${messages.agencies}${messages.colon} ${agencies.join(" · ")}`, width, "  ")),
  ];
}
