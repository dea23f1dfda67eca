import { formatPercent, type UndefinedReason } from "@cadre/core";
import type { GoalReason } from "@cadre/core/aggregate";
import { bar, fit } from "./layout.ts";
import { type Screen, style } from "./output.ts";

/** Columns of the bar and of the percentage beside it. */
export const [BAR, PERCENT] = [8, 8];

/** An indicator's shares as fractions. */
export interface Shares {
  percentOfTarget: number | null;
  progress: number | null;
  undefinedBecause: UndefinedReason | GoalReason | null;
}

/** Marks progress from baseline to target, shown in place of percent of target where less is better. */
const PROGRESS_SIGN = "↘";

/** Percent of target as a bar and a number; progress where less is better; else the reason why there is neither. */
export function shareCell({ percentOfTarget, progress, undefinedBecause }: Shares, screen: Screen): string {
  const { messages, language } = screen;
  const way = undefinedBecause === "decreasing-indicator" ? progress : null;
  const share = percentOfTarget ?? way;
  if (share === null)
    return style(
      screen,
      "dim",
      fit(undefinedBecause === null ? messages.unknown : messages.reasons[undefinedBecause], BAR + PERCENT),
    );
  const percent = `${way === null ? "" : `${PROGRESS_SIGN} `}${formatPercent(share, { language, decimals: 0 })}`;
  return style(screen, share >= 1 ? "green" : "cyan", bar(share, BAR)) + fit(percent, PERCENT, "right");
}

/** What the sign means, where any row has it. */
export function shareNote(rows: readonly Shares[], screen: Screen): string[] {
  const shown = rows.some(
    ({ undefinedBecause, progress }) => undefinedBecause === "decreasing-indicator" && progress !== null,
  );
  return shown ? [style(screen, "dim", `${PROGRESS_SIGN} ${screen.messages.progressNote}`)] : [];
}
