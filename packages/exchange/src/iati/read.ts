import { type Problem, type Result, refuse } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { excerpt, problem } from "../reading.ts";
import { builder } from "./build.ts";
import type { Data } from "./spec.ts";
import { IATI_ACTIVITIES, type IATI_ACTIVITY } from "./vocabulary.ts";
import { parseXml, type XmlLimits, XmlRefusal } from "./xml/parse.ts";

/** An activity as plain data, by the standard's own names. */
export type IatiActivity = Data<typeof IATI_ACTIVITY>;
/** What is on the element around activities: version, date, extensions. */
export type IatiHeader = Omit<Data<typeof IATI_ACTIVITIES>, "iati-activity">;

/** An activity with the line that it begins at. */
export interface IatiItem {
  /** The activity as plain data. */
  activity: IatiActivity;
  /** Where it begins, from 1. */
  line: number;
}

/** A file that was found to be one of activities. */
export interface IatiFile {
  /** Version, date and extensions of the file. */
  header: IatiHeader;
  /** Its activities as they come; each can be forgotten before the next. As the last thing, why the file cannot be read on. To be read once. */
  activities: AsyncIterable<Result<IatiItem>>;
}

/** How a file is read. */
export interface IatiReadOptions {
  /** Reports how many bytes have been read. */
  onBytes?: (bytes: number) => void;
  /** Stops the reading, which then throws the signal's reason. */
  signal?: AbortSignal;
  /** How deep the XML may be, and how long a tag or text. Default: 200 elements, 4,194,304 characters. */
  limits?: XmlLimits;
  /** An activity of more bytes is refused, so that memory stays bounded; Default: {@link ACTIVITY_BYTES}. */
  activityBytes?: number;
}

/** Default limit of one activity in bytes: the largest that are published have a tenth of it. */
export const ACTIVITY_BYTES = 32_000_000;

const tooLarge = (found: number, limit: number): Problem => {
  const what = message(en.activityTooLarge, fr.activityTooLarge, found, limit);
  return problem("iati-activity-too-large", "iati-activities", what, found, `at most ${limit}`);
};
const notIati = (found: string): Problem => {
  const what = message(en.notIati, fr.notIati);
  return problem("iati-not-activities", { path: "file", line: 1 }, what, found, "<iati-activities>");
};
const notRead = (version: string | null): Problem => {
  const old = version?.startsWith("1") ? message(en.oldVersion, fr.oldVersion) : "";
  const what =
    version === null
      ? message(en.versionMissing, fr.versionMissing)
      : message(en.versionNotRead, fr.versionNotRead, version, old);
  const where = { path: "iati-activities/version", line: 1 };
  return problem("iati-version", where, what, version, "2.01 | 2.02 | 2.03");
};

/**
 * Opens a file of IATI activities (2.01 to 2.03) and reads it as a stream: one activity is in memory at a time. What the standard's schema does not
 * know is kept under `other`; comments and white space between elements are not data and go.
 */
export async function openIati(
  source: AsyncIterable<Uint8Array | string>,
  { onBytes, signal, limits, activityBytes = ACTIVITY_BYTES }: IatiReadOptions = {},
): Promise<Result<IatiFile>> {
  const ready: { activity: IatiActivity; line: number }[] = [];
  let root: { name: string; header: IatiHeader } | null = null;
  let read = 0;
  const handlers = builder(
    { name: "iati-activities", spec: IATI_ACTIVITIES, whole: "iati-activity" },
    (name, header) => {
      root = { name, header: header as IatiHeader };
    },
    (activity, line) => ready.push({ activity: activity as IatiActivity, line }),
  );
  const pieces = parseXml(source, handlers, {
    ...(limits && { limits }),
    onBytes: (more) => {
      read += more;
      onBytes?.(read);
    },
  });
  let ended = 0;
  /** Reads a piece on; whether there was one. */
  const advance = async (): Promise<boolean> => {
    signal?.throwIfAborted();
    const { done } = await pieces.next();
    if (ready.length > 0) ended = read;
    else if (read - ended > activityBytes) throw new XmlRefusal(tooLarge(read - ended, activityBytes));
    return done !== true;
  };
  const failed = (error: unknown): Problem[] => {
    if (error instanceof XmlRefusal) return [error.problem];
    throw error;
  };
  const opened = (): { name: string; header: IatiHeader } | null => root;
  try {
    while (opened() === null) if (!(await advance())) break;
  } catch (error) {
    return refuse(...failed(error));
  }
  const found = opened();
  if (found === null || found.name !== "iati-activities") {
    await pieces.return(undefined);
    return refuse(notIati(found === null ? "nothing" : `<${excerpt(found.name)}>`));
  }
  const { header } = found;
  if (!/^2\.0[123]$/.test(header.version ?? "")) {
    await pieces.return(undefined);
    return refuse(notRead(header.version ?? null));
  }
  const prefixes = Object.entries(header.other?.attributes ?? {}).filter(([name]) =>
    name.startsWith("xmlns:"),
  );
  async function* activities(): AsyncGenerator<Result<IatiItem>> {
    try {
      for (;;) {
        for (const { activity, line } of ready.splice(0)) {
          if (prefixes.length > 0) declare(activity, prefixes);
          yield { ok: true, value: { activity, line }, findings: [] };
        }
        if (!(await advance())) return;
      }
    } catch (error) {
      yield refuse(...failed(error));
    } finally {
      await pieces.return(undefined);
    }
  }
  return { ok: true, value: { header, activities: activities() }, findings: [] };
}

/** An activity that may leave its file takes along what the file declares for its extensions. */
function declare(activity: IatiActivity, prefixes: readonly [string, string][]): void {
  const { other = {} } = activity;
  activity.other = { ...other, attributes: { ...Object.fromEntries(prefixes), ...other.attributes } };
}
