export {
  ACCENT,
  CATEGORY_FILLS,
  categoryFill,
  FOREGROUND,
  type Fill,
  LINE,
  BACKGROUND,
  type Pattern,
  QUIET,
  SEVERITY_FILLS,
  STATUS_FILLS,
  STATUS_KEYS,
  STATE_FILLS,
  type StatusKey,
  UNKNOWN_INK,
} from "./palette.ts";
export { fillOf, isPatterned, patternDefs, strokeOf } from "./patterns.ts";
