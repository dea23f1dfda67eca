import type { DaysLost, Profile } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { causeLabel, chartsIn, messagesIn, ownNames } from "../messages/index.ts";
import type { View } from "../notebook/index.ts";
import { causesByDays } from "../shapes/index.ts";
import { type BoundedValue, boundsChart } from "./bounds.ts";

/**
 * Activity days lost by cause, the gravest first, of an activity, a project or a portfolio (`sumDaysLost`). Where dates are vague, ranges.
 * Days that several causes share count for each of them; the last row counts each once.
 */
export function delayCausesChart(
  lost: DaysLost,
  { language, name, profile }: { language: DisplayLanguage; name: string; profile?: Profile },
): View {
  const messages = messagesIn(language);
  const own = ownNames(
    profile,
    lost.causes.flatMap(({ cause }) => cause ?? []),
  );
  const item = (label: string, { low, high }: DaysLost["total"]): BoundedValue =>
    low === high ? { label, value: low, bounds: null } : { label, value: null, bounds: { low, high } };
  return boundsChart(
    [
      ...causesByDays(lost).map(({ cause, days }) =>
        item(cause === null ? messages.dashboard.without : causeLabel(cause, language, own), days),
      ),
      item(messages.charts.allCauses, lost.total),
    ],
    { language, name: chartsIn(language).lostTitle(name), unit: chartsIn(language).activityDays },
  );
}
