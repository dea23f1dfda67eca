export { COMMON_INDICATORS, type CommonIndicator } from "./catalogue.ts";
export {
  CommonMapping,
  type CommonPart,
  type CommonRollUp,
  type CommonRow,
  commonRollUp,
  type PortfolioSuggestion,
  type UnmatchedMapping,
} from "./roll-up.ts";
export { type CommonQuery, type CommonSuggestion, suggestCommon } from "./suggest.ts";
