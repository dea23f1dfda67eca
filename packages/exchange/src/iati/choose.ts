import { type Problem, type Result, refuse } from "@cadre/core";
import { type IatiActivity, type IatiReadOptions, openIati } from "./read.ts";

/** Identifiers that a refusal names. */
const MAX = 20;

/** The activities that were seen, for a refusal. */
class Seen {
  count = 0;
  readonly identifiers: string[] = [];
  add({ "iati-identifier": identifier }: IatiActivity): void {
    this.count += 1;
    if (this.identifiers.length < MAX) this.identifiers.push(identifier?.text.trim() || "?");
  }
  toString(): string {
    return `${this.count}: ${this.identifiers.join(", ")}${this.count > MAX ? ", …" : ""}`;
  }
}

const about = { where: { path: "iati-activities" } };
const none = (seen: Seen): Problem => ({
  code: "iati-no-activity",
  ...about,
  message: { en: "The file has no activity.", fr: "Le fichier n’a pas d’activité." },
  found: String(seen),
  expected: "one activity",
});
const several = (seen: Seen): Problem => ({
  code: "iati-several-activities",
  ...about,
  message: {
    en: `The file has ${seen.count} activities; say by its identifier which of them is meant.`,
    fr: `Le fichier a ${seen.count} activités ; indiquez l’identifiant de celle à lire.`,
  },
  found: String(seen),
  expected: "the identifier of one activity",
});
const unknown = (identifier: string, seen: Seen): Problem => ({
  code: "iati-activity-unknown",
  ...about,
  message: {
    en: `The file has no activity “${identifier}”.`,
    fr: `Le fichier n’a pas d’activité « ${identifier} ».`,
  },
  found: identifier,
  expected: seen.identifiers.join(" | ") + (seen.count > MAX ? " | …" : ""),
});

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
  const seen = new Seen();
  let only: IatiActivity | null = null;
  for await (const item of opened.value.activities) {
    if (!item.ok) return refuse(...item.problems);
    const { activity } = item;
    if (identifier !== undefined && activity["iati-identifier"]?.text.trim() === identifier.trim())
      return { ok: true, value: activity, findings: [] };
    seen.add(activity);
    only = seen.count === 1 ? activity : null;
  }
  if (seen.count === 0) return refuse(none(seen));
  if (identifier !== undefined) return refuse(unknown(identifier, seen));
  return only === null ? refuse(several(seen)) : { ok: true, value: only, findings: [] };
}
