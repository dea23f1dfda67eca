import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type FrameworkDocument, type Problem, type Result, refuse } from "@cadre/core";
import { openFile } from "@cadre/documents";
import { fileNotReadable } from "@cadre/documents/internal";
import { frameworkJsonReader } from "./formats/framework-json.ts";
import { both } from "./messages.ts";
import { fileOf, STDIN } from "./stdin.ts";

/** The first bytes of a file, as many as formats are recognised by. */
async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const start = new Uint8Array(4096);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return start.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const notIati = (activity: string): Problem => ({
  code: "activity-without-iati",
  where: { path: "--activity" },
  message: both(({ problems }) => problems.notIati),
  found: activity,
  expected: "<iati-activities>",
});

/** The activity that is meant, where a file is of IATI by its name. */
export const activityFor = (path: string, activity: string | undefined): string | undefined =>
  extname(path).toLowerCase() === ".xml" ? activity : undefined;

/** Whether the first bytes of a file could be markup, in any encoding: then IATI's reader, which takes time to load, is asked. */
const couldBeMarkup = (start: Uint8Array) => start.subarray(0, 256).includes(0x3c);

/** Reads a supported file or standard input (`-`), by what it contains. `activity`: which one of a file of IATI, by its identifier. */
export async function readInput(path: string, activity?: string): Promise<Result<FrameworkDocument>> {
  try {
    const file = await fileOf(path);
    // Files of any size: one activity is in memory at a time.
    const start = await startOf(file);
    const iati = couldBeMarkup(start) ? await import("@cadre/exchange/iati") : null;
    if (iati?.iatiReader.recognises?.(start) === true)
      return await iati.readIati(createReadStream(file), {
        ...(activity !== undefined && { identifier: activity }),
      });
    if (activity !== undefined) return refuse(notIati(activity));
    // Standard input has no name that could say what it is.
    return await openFile(file, {
      readers: [frameworkJsonReader],
      ...(path === STDIN && { name: "" }),
    });
  } catch (error) {
    return refuse(fileNotReadable(error));
  }
}
