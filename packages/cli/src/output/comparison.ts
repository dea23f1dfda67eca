import {
  type ActivityEvent,
  type ActivityState,
  type Cause,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatValueNumber,
  valueState,
} from "@cadre/core";
import type {
  Change,
  ChangeArea,
  Comparison,
  ComparisonSide,
  Plain,
  PlanDifference,
} from "@cadre/core/compare";
import stringWidth from "fast-string-width";
import { revisionLines } from "./budget-tables.ts";
import { findingLines } from "./findings.ts";
import { clip, fit, wrap } from "./layout.ts";
import { causeLabel, eventLabel, type Screen, section, stateLabel, style } from "./output.ts";

const AREAS: readonly ChangeArea[] = ["values", "targets", "states", "money", "plan", "text"];
const LABEL = 34;
const DIFFERENCE = 12;
const CODE = 14;
/** A text longer than this is shown by its length and likeness; `--json` has it whole. */
const LONG = 120;

function shown(value: Plain | null, { messages, language }: Screen): string {
  if (value === null) return "–";
  if (typeof value === "number") return formatNumber(value, { language });
  if (typeof value === "boolean") return value ? messages.yes : messages.no;
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim() || "–";
  if ("amount" in value) return formatMoney(value, { language });
  if ("parts" in value)
    return value.parts
      .map(({ label, value: part }) => `${formatNumber(part, { language })} ${label}`)
      .join(", ");
  if (value.kind === "number")
    return `${formatValueNumber(value, { language })}${value.unit === undefined || value.unit === "%" ? "" : ` ${value.unit}`}`;
  if (value.kind === "tbd") return messages.tbd;
  if (valueState(value) === "suppressed") return messages.reasons.suppressed;
  return value.kind === "none" ? "–" : value.text;
}

/** A difference with its sign. */
function signed(difference: number | undefined, language: Screen["language"]): string {
  if (difference === undefined) return "";
  return `${difference > 0 ? "+" : "−"}${formatNumber(Math.abs(difference), { language })}`;
}

/** What a fact about states says, in words: `started 2020-02-01` → `démarrée le 1er février 2020`. */
function stateShown(path: string, value: string, screen: Screen): string {
  const { language, messages } = screen;
  const fact = path.slice(path.lastIndexOf("/") + 1);
  const parts = value.split(", ");
  switch (fact) {
    case "state":
      return stateLabel(screen, value as ActivityState);
    case "causes":
      return parts.map((cause) => causeLabel(screen, cause as Cause)).join(", ");
    case "events":
      return parts
        .map((part) => {
          const [type = "", date] = part.split(" ");
          const name = eventLabel(screen, type as ActivityEvent["type"]);
          return date === undefined ? name : `${name} (${formatDate(date, { language })})`;
        })
        .join(", ");
    case "expectedUntil":
      return formatDate(value, { language });
    case "rating":
      return messages.ratings[value as keyof typeof messages.ratings] ?? value;
    default:
      return value;
  }
}

function changeLines(change: Change, screen: Screen): string[] {
  const { width, language, messages } = screen;
  const said = (value: Change["before"]) =>
    change.area === "states" && typeof value === "string"
      ? stateShown(change.path, value, screen)
      : shown(value, screen);
  const [before, after] = [said(change.before), said(change.after)];
  const label = fit(change.path, LABEL);
  if (change.likeness !== undefined && before.length + after.length > LONG) {
    const lengths = `${formatNumber(before.length, { language })} → ${formatNumber(after.length, { language })}`;
    const alike = formatPercent(change.likeness, { language, decimals: 0 });
    return [clip(`${label} ${messages.rewritten(lengths, alike)}`, width)];
  }
  const space = width - LABEL - DIFFERENCE - 2;
  const both = `${before} → ${after}`;
  const difference = fit(signed(change.difference, language), DIFFERENCE, "right");
  if (stringWidth(both) <= space && stringWidth(change.path) <= LABEL)
    return [`${label} ${fit(both, space)} ${difference}`.trimEnd()];
  return [
    clip(`${change.path}  ${signed(change.difference, language)}`.trimEnd(), width),
    ...(change.before === null ? [] : [style(screen, "red", clip(`  - ${before}`, width))]),
    ...(change.after === null ? [] : [style(screen, "green", clip(`  + ${after}`, width))]),
  ];
}

const named = ({ title, number, reportType, year }: ComparisonSide, { messages }: Screen) =>
  [title ?? messages.unknown, number, reportType === null ? null : messages.annual[reportType], year]
    .filter((part) => part !== null)
    .join(" · ");

/** What a report changed of its project document, one difference a line; texts below it. */
function planLines(differences: readonly PlanDifference[], screen: Screen): string[] {
  const { messages, width } = screen;
  const { plan } = messages;
  const lines = differences.flatMap((difference): string[] => {
    const label = plan.kinds[difference.kind];
    if (difference.kind === "indicator-renumbered")
      return [
        clip(
          `${fit(`${difference.fromCode} → ${difference.toCode}`, CODE)} ${label}: ${difference.text}`,
          width,
        ),
      ];
    const head = `${fit(difference.written ?? difference.code, CODE)} ${label}`;
    switch (difference.kind) {
      case "indicator-dropped":
      case "indicator-added":
        return [clip(`${head}: ${difference.text}`, width)];
      case "indicator-reworded":
        return [
          head,
          style(screen, "red", clip(`  - ${difference.from}`, width)),
          style(screen, "green", clip(`  + ${difference.to}`, width)),
        ];
      case "disaggregation-not-reported": {
        const reported = difference.reportedAxes.join(", ") || "–";
        return [
          clip(
            `${head}: ${plan.promised} ${difference.promisedAxes.join(", ")}; ${plan.reported} ${reported}`,
            width,
          ),
        ];
      }
      default: {
        const both = `${shown(difference.from, screen)} → ${shown(difference.to, screen)}`;
        return [clip(`${head}: ${both}${difference.revised ? ` (${plan.revised})` : ""}`, width)];
      }
    }
  });
  return [...section(screen, plan.title), ...(lines.length === 0 ? [plan.none] : lines)];
}

/** What changed, by what it is about; then the findings that came and went. */
export function comparisonLines(comparison: Comparison, screen: Screen): string[] {
  const { messages, language, width } = screen;
  const { before, after, changes, renumbered, findings } = comparison;
  const { plan } = comparison;
  const quiet = plan === undefined && changes.length + findings.gained.length + findings.lost.length === 0;
  const head = [
    ...wrap(`A  ${named(before, screen)}`, width, "   "),
    ...wrap(`B  ${named(after, screen)}`, width, "   "),
  ].map((line) => style(screen, "bold", line));
  const hints = renumbered.map(({ kind, from, to, likeness }) =>
    clip(
      `${kind}/${from} → ${kind}/${to}  ${messages.maybeRenumbered(formatPercent(likeness, { language, decimals: 0 }))}`,
      width,
    ),
  );
  const found = (title: string, list: Comparison["findings"]["gained"]) =>
    list.length === 0 ? [] : [...section(screen, title), ...findingLines(list, screen).slice(3)];
  return [
    ...head,
    ...(quiet ? ["", messages.noChanges] : []),
    ...(plan === undefined ? [] : planLines(plan, screen)),
    ...AREAS.flatMap((area) => {
      const of = changes.filter((change) => change.area === area);
      return of.length === 0
        ? []
        : [...section(screen, messages.areas[area]), ...of.flatMap((change) => changeLines(change, screen))];
    }),
    ...(comparison.budget === undefined ? [] : revisionLines(comparison.budget, screen)),
    ...(hints.length === 0 ? [] : [...section(screen, messages.renumbered), ...hints]),
    ...found(messages.gained, findings.gained),
    ...found(messages.lost, findings.lost),
  ];
}
