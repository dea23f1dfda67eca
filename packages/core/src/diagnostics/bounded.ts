import type * as z from "zod";

/** Values of an input up to which every issue is collected. */
const MAX_VALUES = 10_000;
/** Reported issues of one input. */
export const MAX_ISSUES = 200;

/** Whether an input has at most so many values, without visiting more. */
function isSmall(input: unknown): boolean {
  const open = [input];
  let values = 1;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const members = Object.values(next);
    values += members.length;
    if (values > MAX_VALUES) return false;
    // Not spread into one call: a list may have more members than a call has space for arguments.
    for (const member of members) open.push(member);
  }
  return true;
}

/**
 * Validates with bounded memory: of a large input only the first issue is collected, since one of a million wrong members would have
 * millions.
 */
export function parseBounded<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> {
  if (isSmall(input)) return schema.safeParse(input);
  const context: z.core.ParseContextInternal<z.core.$ZodIssue> = { abortEarly: true };
  return schema.safeParse(input, context);
}
