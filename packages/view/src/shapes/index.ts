export { targetBar } from "./bar.ts";
export { badge, inkDefs, key, swatch } from "./key.ts";
export { numberLine, numberLineKey } from "./number-line.ts";
export { drawProgress, type ProgressFacts, progressKey, progressWords, projectionWords } from "./progress.ts";
export { type Segment, segments } from "./segments.ts";
export { sparkline } from "./sparkline.ts";
export { axisLabels, historyWords, strip, stripShapes, type TimeAxis, ticksOf, xOf } from "./strip.ts";
export { numberWords, reasonCell, valueCell, valueWords } from "./values.ts";
