export { rangeBar, targetBar } from "./bar.ts";
export { causesByDays, daysLostBars } from "./days-lost.ts";
export { badge, fillDefs, key, swatch } from "./key.ts";
export { numberLine, numberLineKey } from "./number-line.ts";
export {
  drawProgress,
  forecastText,
  type ProgressData,
  progressKey,
  progressSigns,
  progressText,
} from "./progress.ts";
export { type Segment, segments } from "./segments.ts";
export { type SkylineItem, skyline } from "./skyline.ts";
export { sparkline } from "./sparkline.ts";
export { axisLabels, historyText, strip, stripShapes, type TimeAxis, ticksOf, xOf } from "./strip.ts";
export { numberText, reasonCell, sameDecimals, valueCell, valueText } from "./values.ts";
