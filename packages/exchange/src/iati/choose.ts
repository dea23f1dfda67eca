import { type Result, refuse } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { refusal } from "../reading.ts";
import { type IatiActivity, type IatiReadOptions, openIati } from "./read.ts";

/** Identifiers that a refusal names. */
const MAX = 20;

/** How one activity of a file is found. */
export interface ChoiceOptions extends IatiReadOptions {
  /** Its identifier. Without it, the file must have a single activity. */
  identifier?: string;
}

/** One activity of a file, by its identifier, or the only one. A file of gigabytes is read in bounded memory, and no further than need be. */
export async function chooseActivity(
  source: AsyncIterable<Uint8Array | string>,
  { identifier, ...options }: ChoiceOptions = {},
): Promise<Result<IatiActivity>> {
  const opened = await openIati(source, options);
  if (!opened.ok) return opened;
  let [count, only]: [number, IatiActivity | null] = [0, null];
  const identifiers: string[] = [];
  for await (const item of opened.value.activities) {
    if (!item.ok) return refuse(...item.problems);
    const { activity } = item.value;
    const own = activity["iati-identifier"]?.text.trim();
    if (identifier !== undefined && own === identifier.trim())
      return { ok: true, value: activity, findings: [] };
    count += 1;
    if (identifiers.length < MAX) identifiers.push(own || "?");
    only = count === 1 ? activity : null;
  }
  const where = "iati-activities";
  if (count === 0)
    return refusal("iati-no-activity", where, message(en.noActivity, fr.noActivity), 0, "one activity");
  const known = identifiers.join(" | ") + (count > MAX ? " | …" : "");
  if (identifier !== undefined) {
    const what = message(en.activityUnknown, fr.activityUnknown, identifier);
    return refusal("iati-activity-unknown", where, what, identifier, known);
  }
  if (only !== null) return { ok: true, value: only, findings: [] };
  const what = message(en.severalActivities, fr.severalActivities, count);
  const expected = "the identifier of one activity";
  return refusal("iati-several-activities", where, what, `${count}: ${known}`, expected);
}
