export { type FigureFacts, figureWords } from "./figures.ts";
export { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
export { Bilingual, Language } from "./language.ts";
/**
 * The field's names in both languages, for the rooms above and the packages that read papers.
 *
 * @internal
 */
export * as messages from "./names.ts";
/** @internal */
export * as reallocationMessages from "./reallocation.ts";
export { say, type Told } from "./say.ts";
export { type Lateness, type ReachFacts, reachWords } from "./schedule.ts";
