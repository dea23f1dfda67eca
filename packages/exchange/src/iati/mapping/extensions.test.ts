import { edit, type FrameworkDocument, parseFramework } from "@cadre/core";
import { sampleDocument } from "@cadre/testkit";
import { describe, expect, it } from "vitest";
import { iatiReader } from "../port.ts";
import type { IatiActivity } from "../read.ts";
import { writeIati } from "../write.ts";
import { validateIati } from "../xsd.ts";
import { activityOf } from "./index.ts";

async function xmlOf(activity: IatiActivity): Promise<Uint8Array> {
  let text = "";
  for await (const piece of writeIati([activity])) text += piece;
  return new TextEncoder().encode(text);
}
async function read(bytes: Uint8Array): Promise<FrameworkDocument> {
  const result = await iatiReader.read(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
/** A document with a field of its own at the project, an outcome, an indicator, an activity and itself. */
function extended(): FrameworkDocument {
  const whole = structuredClone(sampleDocument()) as unknown as Record<string, Record<string, unknown>> & {
    outcomes: Record<string, unknown>[];
    activities: Record<string, unknown>[];
  };
  Object.assign(whole, { donor: "Sweden & <others>" });
  Object.assign(whole.project ?? {}, { geo: { lat: 16.77, lon: -3 } });
  Object.assign(whole.outcomes[0] ?? {}, { sdg: ["16.1"] });
  Object.assign(whole.activities[0] ?? {}, { place: "Mopti" });
  const parsed = parseFramework(whole);
  if (!parsed.ok) throw new Error("refused");
  return parsed.value;
}

describe("fields that a document does not have", () => {
  it("survive IATI and back, and the official schema", async () => {
    const document = extended();
    const bytes = await xmlOf(activityOf(document).activity);
    const without = await xmlOf(activityOf(sampleDocument()).activity);
    expect((await validateIati(bytes)).length).toBe((await validateIati(without)).length);
    const back = await read(bytes);
    expect([back.project.extensions, back.outcomes[0]?.extensions]).toEqual([
      { geo: { lat: 16.77, lon: -3 } },
      { sdg: ["16.1"] },
    ]);
    // IATI carries no activities: what was beside one is with the document.
    const [{ code } = { code: "" }] = document.activities;
    const { iati: _, ...own } = back.extensions ?? {};
    expect(own).toEqual({ donor: "Sweden & <others>", [`activities/${code}/place`]: "Mopti" });
  });

  it("are written as they are now, not as they were read", async () => {
    const back = await read(await xmlOf(activityOf(extended()).activity));
    const edited = edit(back, (draft) => {
      draft.project.extensions = { geo: "unknown" };
      draft.extensions = { iati: back.extensions?.iati };
    });
    if (!edited.ok) throw new Error("refused");
    const again = await read(await xmlOf(activityOf(edited.value).activity));
    expect([again.project.extensions, Object.keys(again.extensions ?? {})]).toEqual([
      { geo: "unknown" },
      ["iati"],
    ]);
    const { activity } = activityOf({
      ...edited.value,
      project: { ...back.project, extensions: undefined },
    });
    expect(JSON.stringify(activity.other ?? {})).not.toContain("geo");
  });
});
