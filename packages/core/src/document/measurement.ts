import * as z from "zod";

/**
 * What kind of thing is measured. `ratio` and `percentage` carry numerator and denominator; a `percentage` is given in points
 * (25 is 25 %); a `scale` is the position of a level, from 0; `yes-no` is 1 or 0. `survey-share` (in points) and
 * `survey-mean` are estimates from a sample: they have an interval and are never added to anything.
 */
export const Measure = z.enum([
  "count",
  "ratio",
  "percentage",
  "currency",
  "score",
  "scale",
  "yes-no",
  "survey-share",
  "survey-mean",
]);
export type Measure = z.infer<typeof Measure>;

/**
 * How a value grows over periods. `sum`: each period adds. `latest`: a stock, the last reported value counts. `cumulative`: each source
 * reports a running total, which is carried forward until its next one. `max`, `average`: over the periods' values.
 */
export const Accumulation = z.enum(["sum", "latest", "cumulative", "max", "average"]);
export type Accumulation = z.infer<typeof Accumulation>;

/** How values of several sources, or of several places, make one. `none`: they do not. */
export const Combination = z.enum(["sum", "max", "average", "none"]);
export type Combination = z.infer<typeof Combination>;

/** How an indicator's reported values make one. Without it, see `measurementOf`. */
export const Measurement = z
  .object({
    /** What kind of quantity it is. */
    measure: Measure,
    /** How values of successive periods combine. */
    accumulation: Accumulation,
    /** How values of places and sources combine. */
    combination: z.object({
      /** How values of several sources make one. */
      sources: Combination,
      /** How values of several places make one. */
      places: Combination,
    }),
    /** The levels of a qualitative scale, lowest first. */
    levels: z.array(z.string()).optional(),
    /** The least and the greatest value that can be measured. Default: see `limitsOf`. */
    minimum: z.number().optional(),
    /** The greatest value that it can have. */
    maximum: z.number().optional(),
  })
  .meta({ id: "Measurement" });
export type Measurement = z.infer<typeof Measurement>;
