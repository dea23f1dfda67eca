import type { Finding, FrameworkDocument } from "@cadre/core";
import { isRecord } from "../../common.ts";
import type { IatiActivity } from "../read.ts";
import { ACTIVITY_KEY, setExtensions, takeExtensions } from "./extensions.ts";
import { losses } from "./notices.ts";
import { projectData, projectOf, type Reporting } from "./project.ts";
import { canonical, editedResults } from "./results-edit.ts";
import { outcomesOf } from "./results-read.ts";
import { resultsData } from "./results-write.ts";

export { ACTIVITY_KEY } from "./extensions.ts";
export type { Reporting } from "./project.ts";

/** How a document becomes an activity. */
export interface ActivityOptions {
  /** Who publishes. Without it, the convening agency is there, and a finding says so. */
  reporting?: Reporting;
}

/** What an activity says, as a framework document. What the document cannot hold stays in `extensions`, and is written back. */
export function documentOf(activity: IatiActivity): { document: FrameworkDocument; findings: Finding[] } {
  const collected = losses("iati-not-understood");
  const document: FrameworkDocument = {
    format: "cadre/framework",
    version: 1,
    ...projectOf(activity, collected),
    outcomes: outcomesOf(activity.result ?? [], collected).outcomes,
    activities: [],
    report: null,
    extensions: { [ACTIVITY_KEY]: activity },
  };
  takeExtensions(document, activity);
  return { document, findings: collected.findings };
}

/** The activity that a document was read from without its results and elements of others, as `extensions` hold it; nothing where it was read from another format. */
export function extensionsWithoutResults({
  extensions,
}: Pick<FrameworkDocument, "extensions">): Pick<FrameworkDocument, "extensions"> {
  const stored = extensions?.[ACTIVITY_KEY];
  if (!isRecord(stored)) return {};
  const { result: _, other: __, ...rest } = stored as IatiActivity;
  return { extensions: { [ACTIVITY_KEY]: rest } };
}

/**
 * A framework document as an activity. Where the document was read from one, whatever part of it was not changed since is written as it was,
 * with all that the document could not show; a part that was changed is rewritten.
 */
export function activityOf(
  document: FrameworkDocument,
  options: ActivityOptions = {},
): { activity: IatiActivity; findings: Finding[] } {
  const collected = losses("iati-cannot-carry");
  const fresh: IatiActivity = {
    ...projectData(document, options.reporting ?? null, collected),
    result: resultsData(document, collected),
  };
  setExtensions(fresh, document);
  const stored = document.extensions?.[ACTIVITY_KEY];
  const before = isRecord(stored) ? (stored as IatiActivity) : undefined;
  if (before === undefined) return { activity: fresh, findings: collected.findings };
  // What the activity, as it was read, would be written as: parts that are the same now have not been changed.
  const silent = losses("iati-cannot-carry");
  const { document: then } = documentOf(before);
  const again: IatiActivity = {
    ...projectData(then, options.reporting ?? null, silent),
    result: resultsData({ ...then, report: document.report }, silent),
  };
  const activity: IatiActivity = { ...before };
  setExtensions(activity, document);
  const changed: string[] = [];
  for (const part of Object.keys({ ...fresh, ...again }) as (keyof IatiActivity)[]) {
    if (part === "other") continue;
    if (canonical(fresh[part]) === canonical(again[part])) continue;
    changed.push(part);
    if (fresh[part] === undefined) delete activity[part];
    else Object.assign(activity, { [part]: fresh[part] });
  }
  const findingsToKeep = collected.findings.filter(
    ({ where }) => !/^(reporting-org|project\/number)/.test(where.path),
  );
  if (!changed.includes("result")) return { activity, findings: findingsToKeep };
  // What was read of the file is changed there, not rewritten: what concerns fresh results was never asked for.
  const edits = losses("iati-cannot-carry");
  activity.result = editedResults(before.result ?? [], document, fresh.result ?? [], edits);
  const others = findingsToKeep.filter(({ where }) => !/^(indicators|results)\//.test(where.path));
  return { activity, findings: [...others, ...edits.findings] };
}
