import { readFileSync } from "node:fs";
import { type FrameworkDocument, parseFramework, type Result } from "@cadre/core";
import { inspect, type ProjectResult } from "@cadre/core/results";
import { readReport } from "@cadre/documents";

export const REPORT = new URL("../report.fr.txt", import.meta.url);
export const FRAMEWORK = new URL("../framework.json", import.meta.url);

function inspected(read: Result<FrameworkDocument>): ProjectResult {
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return inspect(read.value, { readerFindings: read.findings });
}

/** What a progress report, saved as text, says and what follows from it. */
export const inspectReport = (file: URL) => inspected(readReport(readFileSync(file)));

/** A framework document in JSON. */
export function frameworkIn(file: URL): FrameworkDocument {
  const parsed = parseFramework(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

/** The same of a framework document in JSON. */
export const inspectFramework = (file: URL) =>
  inspected(parseFramework(JSON.parse(readFileSync(file, "utf8"))));
