export {
  ACCENT,
  CATEGORY_INKS,
  categoryInk,
  INK,
  type Ink,
  LINE,
  PAPER,
  type Pattern,
  QUIET,
  SEVERITY_INKS,
  STAND_INKS,
  STANDS,
  STATE_INKS,
  type Stand,
  UNKNOWN_INK,
} from "./palette.ts";
export { fillOf, isPatterned, patternDefs, strokeOf } from "./patterns.ts";
