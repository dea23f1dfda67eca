import * as z from "zod";

/**
 * A code of the results framework, `1`, `1.1` or `1.1.1`: outcome, output or outcome indicator, output indicator or
 * activity. Indicators and activities are numbered alike and live in separate name spaces. A letter may follow: `1.1.1a`.
 */
export const Code = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,3}){0,3}[a-z]?$/, { error: "a code such as 1, 1.1, 1.1.1 or 1.1.1a" })
  .meta({ id: "Code", description: "Code in the results framework, such as 1.1.1" });
export type Code = z.infer<typeof Code>;

/** Orders codes by their numbers, so that `1.2` comes before `1.10`. */
export function compareCodes(a: Code, b: Code): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let depth = 0; depth < Math.max(left.length, right.length); depth += 1) {
    const [one = "-1", other = "-1"] = [left[depth], right[depth]];
    const difference = Number.parseInt(one, 10) - Number.parseInt(other, 10);
    if (difference !== 0) return difference;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The code one level up: `1.1.1` → `1.1`; `null` for an outcome. */
export function parentCode(code: Code): Code | null {
  const cut = code.lastIndexOf(".");
  return cut < 0 ? null : code.slice(0, cut);
}
