import { boundsOf, formatPercent, numberOf } from "@cadre/core";
import type { GoalReason } from "@cadre/core/aggregate";
import type { DisplayLanguage } from "@cadre/core/locale";
import { messagesIn } from "../messages/index.ts";
import type { IndicatorRow } from "../results/index.ts";
import type { SortRange } from "./data.ts";

/** What percent of target is shown of. */
export interface ShareRow extends Pick<IndicatorRow, "percentOfTarget" | "progress"> {
  reason: IndicatorRow["reason"] | GoalReason;
}

/** What a bar shows of an indicator: percent of target, or the progress from baseline to target where less is better. */
export function shareText(
  { percentOfTarget, progress, reason }: ShareRow,
  language: DisplayLanguage,
): { share: number; text: string } | null {
  if (percentOfTarget !== null)
    return { share: percentOfTarget, text: formatPercent(percentOfTarget, { language, decimals: 0 }) };
  if (reason !== "decreasing-indicator" || progress === null) return null;
  return {
    share: progress,
    text: messagesIn(language).progressOf(formatPercent(progress, { language, decimals: 0 })),
  };
}

/** Percent of target as fractions where only bounds of the value are known; `null` where the target is no exact number above zero. */
export function shareRange({ reason, actual, target, baseline }: IndicatorRow): SortRange | null {
  if (reason !== "bounds-only") return null;
  const [value, goal] = [boundsOf(actual), boundsOf(target)];
  const from = numberOf(baseline);
  if (value === null || value.low === value.high || goal === null || goal.low === null) return null;
  // Less than nothing, and less is better: a share of the target says nothing there.
  if (goal.low !== goal.high || goal.low <= 0 || (from !== null && from > goal.low)) return null;
  const goalValue = goal.low;
  const share = (end: number | null) => (end === null ? null : end / goalValue);
  return { low: share(value.low), high: share(value.high) };
}

/** A range of shares in words. */
export function rangeText({ low, high }: SortRange, language: DisplayLanguage): string {
  const percent = (end: number) => formatPercent(end, { language, decimals: 0 });
  const { atLeast, atMost, between } = messagesIn(language);
  if (low === null) return atMost(percent(high ?? 0));
  return high === null ? atLeast(percent(low)) : between(percent(low), percent(high));
}

/** What the column of percent of target says in words, where it shows no number of its own. */
export function shareNote(row: IndicatorRow, language: DisplayLanguage): string | null {
  const range = shareRange(row);
  if (range !== null) return rangeText(range, language);
  return row.reason === null ? null : messagesIn(language).reasons[row.reason];
}
