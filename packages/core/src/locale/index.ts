export { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
export { Bilingual, Language } from "./language.ts";
export * as messages from "./messages.ts";
