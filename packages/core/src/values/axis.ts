import * as z from "zod";

/** The category of those without a recorded category. It is a part of a partition like any other. */
export const UNKNOWN = "unknown";

/**
 * An axis of disaggregation: sex, age, group. The categories of a `partition` exclude one another and add up to the total; those of
 * an `overlapping` axis need not (a woman can be young), so they are never added up.
 */
export const Axis = z
  .object({
    /** Names the axis in observations and results: `sex`. */
    name: z.string().min(1),
    /** Whether its categories divide the people counted, or may overlap. */
    kind: z.enum(["partition", "overlapping"]),
    /** The categories that are admitted beside `unknown`. Without them, every category is. */
    categories: z.array(z.string()).optional(),
  })
  .meta({ id: "Axis", description: "An axis of disaggregation, a partition or overlapping groups" });
export type Axis = z.infer<typeof Axis>;
