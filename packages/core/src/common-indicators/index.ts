export { COMMON_INDICATORS, type CommonIndicator } from "./catalogue.ts";
export { type CommonQuery, type CommonSuggestion, suggestCommon } from "./suggest.ts";
