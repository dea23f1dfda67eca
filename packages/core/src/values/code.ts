import { z } from "zod";

/**
 * A code of the results framework, `1`, `1.1` or `1.1.1`: outcome, output or outcome indicator, output indicator or
 * activity. Indicators and activities are numbered alike and live in separate name spaces.
 */
export const Code = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,3}){0,3}$/, { error: "a code such as 1, 1.1 or 1.1.1" })
  .meta({ id: "Code", description: "Code in the results framework, such as 1.1.1" });
export type Code = z.infer<typeof Code>;

/** Orders codes by their numbers, so that `1.2` comes before `1.10`. */
export function compareCodes(a: Code, b: Code): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let depth = 0; depth < Math.max(left.length, right.length); depth += 1) {
    const difference = Number(left[depth] ?? -1) - Number(right[depth] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The code one level up: `1.1.1` → `1.1`; `null` for an outcome. */
export function parentCode(code: Code): Code | null {
  const cut = code.lastIndexOf(".");
  return cut < 0 ? null : code.slice(0, cut);
}
