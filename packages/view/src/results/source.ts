import type { FrameworkDocument } from "@cadre/core";
import type { DisplayLanguage } from "@cadre/core/locale";
import { chartsIn, messagesIn } from "../messages/index.ts";

/** The report that values are from: `Annual report 2020, project 00119645`; `undefined` where the document does not say. */
export function sourceText(
  { project, report }: Pick<FrameworkDocument, "project"> & Partial<Pick<FrameworkDocument, "report">>,
  language: DisplayLanguage,
): string | undefined {
  const { reports } = messagesIn(language);
  const kind =
    report?.type == null ? null : `${reports[report.type]}${report.year === null ? "" : ` ${report.year}`}`;
  const number = project.number === null ? null : chartsIn(language).projectNumber(project.number);
  const parts = [kind, number].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.join(", ");
}
