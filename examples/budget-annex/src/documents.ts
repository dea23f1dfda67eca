import type { FrameworkDocument, Result } from "@cadre/core";
import { readAnnex, readReportDocx, writeReport, writeWorkbook } from "@cadre/documents";
import { PROJECT } from "./project.ts";

/** The progress report as the convening agency sent it: a Word document. */
export async function reportSent(): Promise<Uint8Array> {
  return (await writeReport(PROJECT, { language: "en" })).bytes;
}

/** The budget annex as it was sent: a workbook in which FAO's grants lost a zero and a line is under an output that is none. */
export async function annexSent(): Promise<Uint8Array> {
  const annex = structuredClone(PROJECT);
  for (const line of annex.budget.lines ?? []) {
    if (line.id === "6") line.amount = { minor: line.amount.minor / 10, currency: line.amount.currency };
    if (line.id === "3") line.output = "1.3";
  }
  return (await writeWorkbook(annex, { language: "en" })).bytes;
}

/** The budget of a document as a workbook with live formulas. */
export async function workbookOf(document: FrameworkDocument): Promise<Uint8Array> {
  return (await writeWorkbook(document, { language: "en" })).bytes;
}

/** What was read, or why nothing was. */
function read(result: Result<FrameworkDocument>): FrameworkDocument {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message.en).join("\n"));
  return result.value;
}

export const reportIn = async (bytes: Uint8Array) => read(await readReportDocx(bytes));
export const annexIn = async (bytes: Uint8Array) => read(await readAnnex(bytes));
