export { DARK, darkRules } from "./dark.ts";
export {
  ACCENT,
  BACKGROUND,
  CATEGORY_FILLS,
  categoryFill,
  type Fill,
  FOREGROUND,
  LINE,
  type Pattern,
  QUIET,
  SEVERITY_FILLS,
  STATE_FILLS,
  STATUS_FILLS,
  STATUS_KEYS,
  type StatusKey,
  UNKNOWN_INK,
} from "./palette.ts";
export { fillOf, isPatterned, patternDefs, strokeOf } from "./patterns.ts";
