import { type FrameworkDocument, indicatorsOf } from "../document/index.ts";

/** Whether a document is a budget annex without the report: it has lines, and neither a cover page nor indicators. */
export function isAnnexAlone(document: FrameworkDocument): boolean {
  const { report, project, budget } = document;
  return (
    report === null &&
    (budget.lines?.length ?? 0) > 0 &&
    project.title === null &&
    project.number === null &&
    indicatorsOf(document).length === 0
  );
}
