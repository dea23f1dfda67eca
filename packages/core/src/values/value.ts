import * as z from "zod";
import { CalendarDate, PartialDate } from "./date.ts";

/**
 * How a number is meant. `at-least`, `at-most`, `more-than`, `less-than`: a limit. `about`: an approximation. `change`: the difference to
 * the baseline, signed (`-50%`, `increase by 20%`), not a level.
 */
export const Qualifier = z
  .enum(["at-least", "at-most", "more-than", "less-than", "about", "change"])
  .meta({ id: "Qualifier" });
export type Qualifier = z.infer<typeof Qualifier>;

/** One of several quantities in a cell: `1,000 households`. */
export const Quantity = z
  .object({
    /** How many. */
    value: z.number(),
    /** Of what, as written. */
    unit: z.string().optional(),
  })
  .meta({ id: "Quantity" });
export type Quantity = z.infer<typeof Quantity>;

/** What a number may state in place of one value. */
const NumberForms = ["low", "high", "numerator", "quantities"] as const;

const NumberValue = z
  .object({
    kind: z.literal("number"),
    /** The number as stated; `null` where the cell states no single one: a range, `12/15`. */
    value: z.number().nullable(),
    /** As reported: `%`, `personnes`, `USD`. A percentage keeps its points: 25 with unit `%`. */
    unit: z.string().optional(),
    /** How the number is meant. Default: exactly. */
    qualifier: Qualifier.optional(),
    /** Lower end of a range, or of what the qualifier leaves open: `50-60%` → 50, `at least 30` → 30. */
    low: z.number().optional(),
    /** Upper end, as `low`. */
    high: z.number().optional(),
    /** `12/15`, `3 out of 5`. */
    numerator: z.number().optional(),
    /** What the numerator is divided by; above 0 or unknown. */
    denominator: z.number().optional(),
    /** The date that the cell names for its number: `0 (2018)` → `2018`. */
    on: PartialDate.optional(),
    /** All quantities of a cell that states several, the one that is `value` included. */
    quantities: z.array(Quantity).optional(),
  })
  .refine((each) => each.value !== null || NumberForms.some((form) => each[form] !== undefined), {
    error: "a value, or a range, a fraction or quantities instead",
    path: ["value"],
  })
  .refine(({ low, high }) => low === undefined || high === undefined || low <= high, {
    error: "a lower end that does not exceed the upper end",
    path: ["low"],
  });

/**
 * What a cell of the indicator table says: a number (zero is one), *to be determined* (`Tbd`), nothing (`-`, `N/A`, an empty cell), or text.
 */
export const Value = z
  .discriminatedUnion("kind", [
    NumberValue,
    z.object({
      kind: z.literal("tbd"),
      /** What is beside it, such as the source that is awaited: `Tbd (DTM)` → `DTM`. */
      note: z.string().optional(),
    }),
    z.object({
      kind: z.literal("none"),
      /** Why there is no value, where the cell says so: `N/A`, `not started yet`, `no data`. `suppressed`: there is one, which is withheld to protect people. */
      because: z.enum(["not-applicable", "not-started", "no-data", "suppressed"]).optional(),
    }),
    z.object({
      kind: z.literal("text"),
      /** The cell as written. */
      text: z.string(),
      /** The date that the text is: `15 January 2020` → `2020-01-15`. */
      date: CalendarDate.optional(),
      /** The numbers that the text may mean, where it is ambiguous: `1.500` → 1500 and 1.5. */
      readings: z.array(z.number()).optional(),
    }),
  ])
  .meta({ id: "Value", description: "A number, to be determined, none, or text" });
export type Value = z.infer<typeof Value>;
