import { isHeldUp } from "../lifecycle/index.ts";
import type { Names, OwnLanguage } from "../locale/language.ts";
import { verdictText } from "../locale/verdict.ts";
import type { ProjectResult } from "./schema.ts";

/** The parts of a result that a verdict needs: a page's own rows will do. */
export interface VerdictSource {
  /** How much of the time and of the money is gone. */
  budget: Pick<ProjectResult["budget"], "elapsedShare" | "deliveryRate">;
  /** How each indicator stands. */
  indicators: readonly Pick<ProjectResult["indicators"][number], "status">[];
  /** The state of each activity. */
  activities: readonly Pick<ProjectResult["activities"][number], "state" | "broader">[];
  /** How much each finding weighs. */
  findings: readonly Pick<ProjectResult["findings"][number], "severity">[];
}

/**
 * How a project is doing, in one line, the same in words, on pages and in the terminal.
 * @param options.languages languages of an agency's own that it is also written in. Default: none.
 */
export function verdictOf(
  { budget, indicators, activities, findings }: VerdictSource,
  options: { languages?: readonly OwnLanguage[] | undefined } = {},
): Names {
  const count = (...statuses: (string | null)[]) =>
    indicators.filter(({ status }) => statuses.includes(status)).length;
  const facts = {
    timeElapsed: budget.elapsedShare,
    moneySpent: budget.deliveryRate,
    activities: activities.length,
    late: activities.filter(isHeldUp).length,
    indicators: indicators.length,
    achieved: count("achieved"),
    onTrack: count("on-track"),
    behind: count("at-risk", "off-track"),
    notDue: count("not-due"),
    errors: findings.filter(({ severity }) => severity === "error").length,
  };
  return verdictText(facts, options.languages);
}
