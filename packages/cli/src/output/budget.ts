import { formatMoney, formatPercent } from "@cadre/core";
import type { ProjectResult } from "@cadre/core/results";
import { budgetTables } from "./budget-tables.ts";
import { bar, fit, wrap } from "./layout.ts";
import { type Screen, section, style } from "./output.ts";

const LABEL = 12;
const AMOUNT = 18;

/** The gender budget: what is allocated, what is spent, and whether the declared marker agrees. */
export function budgetLines(inspection: ProjectResult, screen: Screen): string[] {
  const { budget } = inspection;
  const { messages, language } = screen;
  const { gewe, marker } = budget;
  const currency = budget.currency ?? "USD";
  const amount = (value: number | null) =>
    fit(
      value === null ? messages.unknown : formatMoney({ amount: value, currency }, { language }),
      AMOUNT,
      "right",
    );
  const share = (value: number | null, of: string) =>
    value === null ? null : `${formatPercent(value, { language })} ${of}`;
  const line = (label: string, value: string, ...notes: (string | null)[]) => {
    const text = `${fit(label, LABEL)}${value}  ${notes.filter((note) => note !== null).join(" · ")}`;
    return wrap(text.trimEnd(), screen.width, " ".repeat(LABEL + AMOUNT + 2));
  };
  const part = (value: number | null) => (value === null ? null : style(screen, "cyan", bar(value, 10)));
  const verdict = {
    true: messages.agrees,
    false: `${messages.contradicts} ${marker.computed}`,
    null: marker.computed === null ? messages.unknownShare : messages.budgetTable.fits(marker.computed),
  }[`${marker.agrees}`];
  return [
    ...section(screen, messages.genderBudget),
    ...line(messages.total, amount(budget.total), share(budget.deliveryRate, messages.delivery)),
    ...line(
      messages.allocated,
      amount(gewe.allocated),
      part(gewe.share),
      share(gewe.share, messages.ofBudget),
    ),
    ...line(
      messages.spent,
      amount(gewe.spent),
      part(gewe.burn),
      share(gewe.burn, messages.ofAllocation),
      share(gewe.spentShare, messages.ofExpenditure),
    ),
    ...line(messages.marker, fit(marker.declared ?? messages.unknown, AMOUNT, "right"), verdict),
    ...line(messages.covid, amount(budget.covidAdjustment)),
    ...line(messages.evaluation, amount(budget.evaluation)),
    ...budgetTables(inspection, screen),
  ];
}
