import type * as z from "zod";
import { ACTIVITY_EVENT_TYPES, type ActivityEvent, type Cause, FundCause, isOwnEvent } from "./event.ts";
import { knowsCause, type Profile } from "./profile.ts";

type Issue = z.core.$ZodIssue;

const unknown = (path: readonly (string | number)[], input: string, values: readonly string[]): Issue => ({
  ...{ code: "invalid_value", path: [...path], input, values: [...values], message: "" },
});

/** Causes that a profile does not know, as the issues of a schema. */
export const causeIssues = (
  causes: readonly Cause[] = [],
  profile: Profile,
  path: readonly (string | number)[],
): Issue[] =>
  causes.flatMap((cause, index) =>
    knowsCause(cause, profile)
      ? []
      : unknown([...path, "causes", index], cause, [...FundCause.options, ...Object.keys(profile.causes)]),
  );

/** What of an event a profile does not know or refuses, as the issues of a schema: its type, its causes, its details. */
export function eventIssues(
  event: ActivityEvent,
  profile: Profile,
  path: readonly (string | number)[],
): Issue[] {
  const causes = "causes" in event ? causeIssues(event.causes, profile, path) : [];
  if (!isOwnEvent(event)) return causes;
  const own = profile.events[event.type];
  if (own === undefined)
    return [
      unknown([...path, "type"], event.type, [...ACTIVITY_EVENT_TYPES, ...Object.keys(profile.events)]),
      ...causes,
    ];
  const details = own.details?.safeParse(event.details ?? {}).error?.issues ?? [];
  return [...causes, ...details.map((issue) => ({ ...issue, path: [...path, "details", ...issue.path] }))];
}
