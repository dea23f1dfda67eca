import { type FrameworkDocument, type Indicator, indicatorsOf } from "../document/index.ts";

/** A text of the document with its path. */
export interface TextAt {
  path: string;
  text: string;
}

/** Every text that people wrote: titles, indicators, remarks, narratives. */
export function textsOf(document: FrameworkDocument): TextAt[] {
  const titles = document.outcomes.flatMap((outcome) => [
    { path: `outcomes/${outcome.code}`, text: outcome.title },
    ...outcome.outputs.map(({ code, title }) => ({ path: `outputs/${code}`, text: title })),
  ]);
  const cells = indicatorsOf(document).flatMap(({ indicator: { code, text, remark = "" } }) => [
    { path: `indicators/${code}/text`, text },
    { path: `indicators/${code}/remark`, text: remark },
  ]);
  return [...narrativesOf(document), ...titles, ...cells].filter(({ text }) => text !== "");
}

/** The report's answers in prose. */
export function narrativesOf({ report }: Pick<FrameworkDocument, "report">): TextAt[] {
  return (report?.narratives ?? []).map(({ topic, outcome, text }) => ({
    path: outcome === undefined ? `narrative/${topic}` : `narrative/${topic}/${outcome}`,
    text,
  }));
}

/** Whether an indicator counts things: it says so, or its text begins with "number of". */
export const counts = ({ measurement, text }: Indicator): boolean =>
  measurement === undefined ? /^(?:nombre|number)\b/i.test(text.trim()) : measurement.measure === "count";

/** Whether the text names things that a project wants fewer of, so that a target below the baseline is intended. */
export const fewerIsBetter = (text: string): boolean =>
  /r[ée]du|baiss|diminu|incident|violen|conflit|plainte|mort|d[ée]c[èe]s|attaque|victim|menace|litige|cas d|reduc|decreas|fewer|conflict|death|attack|dispute|threat|complaint|cases? of/i.test(
    text,
  );

/** Whether an answer is there but was not understood: then nothing is missing, and its reader has reported it. */
export const isUnread = ({ report }: FrameworkDocument, path: string): boolean =>
  report?.unread !== undefined && Object.hasOwn(report.unread, path);
