export { type FigureFacts, figureWords } from "./figures.ts";
export { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
export { Bilingual, Language } from "./language.ts";
/**
 * The words of the rules, for the rooms above and the packages that read papers.
 *
 * @internal
 */
export * as messages from "./messages.ts";
/** @internal */
export * as reallocationMessages from "./reallocation.ts";
export { type Lateness, type ReachFacts, reachWords } from "./schedule.ts";
