import { z } from "zod";

/**
 * What a cell of the indicator table says. Four things that must never be taken for one another:
 * a number (zero is one), *to be determined* (`Tbd`), nothing (`-`, `N/A`, an empty cell), and words.
 */
export const Value = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("number"),
      value: z.number(),
      /** As reported: `%`, `personnes`, `cordons sanitaires fonctionnels`. A percentage keeps its points: 25 with unit `%`. */
      unit: z.string().optional(),
    }),
    z.object({
      kind: z.literal("tbd"),
      /** What stands beside it, such as the source that is awaited: `Tbd (DTM)` → `DTM`. */
      note: z.string().optional(),
    }),
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("text"), text: z.string() }),
  ])
  .meta({ id: "Value", description: "A number, to be determined, none, or text" });
export type Value = z.infer<typeof Value>;

/** Nothing: `-`, `N/A`, an empty cell. */
export const NONE: Value = { kind: "none" };

/** A number, with its unit where it has one. */
export function numberValue(value: number, unit?: string): Value {
  return unit === undefined ? { kind: "number", value } : { kind: "number", value, unit };
}

/** The number that a value is, or `null` where it is none. Zero is a number. */
export function numberOf(value: Value): number | null {
  return value.kind === "number" ? value.value : null;
}
