import { bilingual, type Finding, type FrameworkDocument, indicatorsOf } from "@cadre/core";
import { findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";

/** Parts of a document that a format may not support. */
const PARTS = {
  report: bilingual(en.partReport, fr.partReport),
  schedule: bilingual(en.partSchedule, fr.partSchedule),
  axes: bilingual(en.partAxes, fr.partAxes),
  periods: bilingual(en.partPeriods, fr.partPeriods),
  measurement: bilingual(en.partMeasurement, fr.partMeasurement),
  events: bilingual(en.partEvents, fr.partEvents),
  activities: bilingual(en.partActivities, fr.partActivities),
  lines: bilingual(en.partLines, fr.partLines),
  tranches: bilingual(en.partTranches, fr.partTranches),
  projectDocument: bilingual(en.partProjectDocument, fr.partProjectDocument),
  milestones: bilingual(en.partMilestones, fr.partMilestones),
  direction: bilingual(en.partDirection, fr.partDirection),
};
type Part = keyof typeof PARTS;

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
        bilingual(en.notSupported, fr.notSupported, PARTS[part]),
        part,
        null,
      ),
    );
}
