import type { Bounds, DaysLost } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { at, html, type Markup } from "../markup/index.ts";
import { causeLabel, daysText, messagesIn, type OwnNames } from "../messages/index.ts";
import { ACCENT, QUIET } from "../theme/index.ts";

/** Causes with the days that they cost, the gravest first. */
export function causesByDays({ causes }: DaysLost): DaysLost["causes"] {
  const most = ({ days }: DaysLost["causes"][number]) => days.high ?? Number.POSITIVE_INFINITY;
  return [...causes].sort((a, b) => b.days.low - a.days.low || (most(b) > most(a) ? 1 : -1));
}

/** Days lost by cause as bars: full up to what is certain, pale up to what is possible. `null` where nothing was lost. */
export function daysLostBars(lost: DaysLost, language: DisplayLanguage, own?: OwnNames): Markup | null {
  const { colon, dashboard, charts } = messagesIn(language);
  if (lost.causes.length === 0) return null;
  const rows: { label: string; days: Bounds }[] = [
    ...causesByDays(lost).map(({ cause, days }) => ({
      label: cause === null ? dashboard.without : causeLabel(cause, language, own),
      days,
    })),
    ...(lost.causes.length > 1 ? [{ label: charts.allCauses, days: lost.total }] : []),
  ];
  const widest = Math.max(1, ...rows.map(({ days }) => days.high ?? days.low));
  const width = (days: number) => at((Math.min(days, widest) / widest) * 200);
  return html`<ul class="slices">${rows.map(({ label, days, days: { low, high } }) => {
    const text = daysText(days, language);
    return html`<li><span class="name">${label}</span><span class="amount">${text}</span><svg role="img" aria-label="${label}${colon} ${text}" viewBox="0 0 200 10" preserveAspectRatio="none" width="100%" height="10"><rect x="0" y="1" width="${width(high ?? widest)}" height="8" fill="#c3ccd6" stroke="${QUIET}" stroke-width="0.5"/>${low > 0 && html`<rect x="0" y="1" width="${width(low)}" height="8" fill="${ACCENT}"/>`}</svg></li>`;
  })}</ul>`;
}
