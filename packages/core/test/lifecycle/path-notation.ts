import type { ActivityEvent, Cause } from "@cadre/core";

const TYPES: Record<string, string> = {
  "+": "started",
  d: "delayed",
  s: "suspended",
  "-d": "hold-up-ended",
  "-s": "hold-up-ended",
  ">": "resumed",
  p: "reallocation-proposed",
  a: "reallocation-approved",
  n: "reallocation-rejected",
  w: "reallocation-withdrawn",
  r: "reallocation-reverted",
  x: "cancelled",
  v: "completed",
  o: "reopened",
  i: "reinstated",
  h: "handed-over",
  m: "merged",
};

const dateOf = (text: string): string | null =>
  text === "?" ? null : /^\d{4}/.test(text) ? text : `2020-${text}`;

/** Events of a path in the notation of `LIFECYCLE_PATHS`. */
export const eventsOfPath = (path: string): ActivityEvent[] =>
  path
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each): ActivityEvent => {
      const match = /^(\+|-?[ds]|[>panwrxvoihm])(?:\(([\w-]+)\))?(?:(\d+)%)? (\S+)(?: \.\.(\S+))?$/.exec(
        each,
      );
      if (match === null) throw new Error(`no path: ${each}`);
      const [, sign = "", cause, share, date = "?", until] = match;
      const type = TYPES[sign];
      const causes = cause === undefined ? [] : [cause as Cause];
      return {
        type,
        date: dateOf(date),
        basis: "reported",
        ...(sign === "d" || sign === "s" ? { causes } : sign.startsWith("-") ? { causes } : {}),
        ...(until === undefined ? {} : { expectedUntil: dateOf(until) }),
        ...(share === undefined ? {} : { share: Number(share) / 100 }),
        ...(sign === "h" ? { to: "IOM" } : {}),
        ...(sign === "m" ? { into: "1.1.2" } : {}),
      } as ActivityEvent;
    });
