import { type Finding, type FrameworkDocument, indicatorsOf } from "@cadre/core";
import { findingOf } from "../input/problem.ts";
import * as messages from "./messages.ts";

type Part = keyof typeof messages.PARTS;

const PRESENT: Record<Part, (document: FrameworkDocument) => boolean> = {
  report: ({ report }) => report !== null,
  schedule: ({ schedule }) => schedule !== undefined,
  axes: ({ axes }) => axes !== undefined,
  periods: ({ periods }) => periods !== undefined,
  measurement: (document) =>
    indicatorsOf(document).some(({ indicator }) => indicator.measurement !== undefined),
  events: ({ activities }) => activities.some(({ events }) => events.length > 0),
  activities: ({ activities }) => activities.length > 0,
  lines: ({ budget }) => budget.lines !== undefined,
  tranches: ({ budget }) => budget.tranches !== undefined,
  projectDocument: ({ projectDocument }) => projectDocument !== undefined,
  milestones: (document) =>
    indicatorsOf(document).some(
      ({ indicator: { milestones, means, frequency } }) =>
        milestones !== undefined || means !== undefined || frequency !== undefined,
    ),
  direction: (document) =>
    indicatorsOf(document).some(
      ({ indicator }) => indicator.unit !== undefined || indicator.direction !== undefined,
    ),
};

/** Findings for the parts of a document that a format does not support. */
export function unsupportedParts(document: FrameworkDocument, parts: readonly Part[]): Finding[] {
  return parts
    .filter((part) => PRESENT[part](document))
    .map((part) =>
      findingOf(
        "not-supported",
        "info",
        { path: part },
        messages.notSupported(messages.PARTS[part]),
        part,
        null,
      ),
    );
}
