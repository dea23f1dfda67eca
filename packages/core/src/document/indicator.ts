import * as z from "zod";
import { Code } from "../values/code.ts";
import { PartialDate } from "../values/date.ts";
import { Value } from "../values/value.ts";
import { Formula } from "./expression.ts";
import { extensible } from "./extensions.ts";
import { Measurement } from "./measurement.ts";

/**
 * The parts that a cell gives of its number. The parts of a `partition` must add up to the number (`soit`, that is); groups that may
 * overlap need not (`dont`, of which).
 */
export const Breakdown = z
  .object({
    /** Whether the parts add up to the whole; otherwise they may overlap. */
    partition: z.boolean(),
    /** The groups with their values, in the unit of the whole. */
    parts: z.array(
      z.object({
        /** The group, as written: `femmes`. */
        label: z.string(),
        /** Its value. */
        value: z.number(),
      }),
    ),
    /** Values per something, which are no parts: `70 par commune`. */
    rates: z
      .array(
        z.object({
          /** How many. */
          value: z.number(),
          /** Of what there are so many each, as written: `commune`. */
          per: z.string(),
        }),
      )
      .optional(),
    /**
     * Parts that are stated as a share of the number, a fraction from 0 to 1: `350 of which 45% women` → 0.45. `low` and `high` are the
     * counts that the rounded share allows (156 and 159); absent where the number is no count.
     */
    shares: z
      .array(
        z.object({
          /** The group, as written. */
          label: z.string(),
          /** Its share of the number: 0.45. */
          share: z.number().min(0).max(1),
          /** The least count that the rounded share allows. */
          low: z.number().optional(),
          /** The greatest count that the rounded share allows. */
          high: z.number().optional(),
        }),
      )
      .optional(),
    /** Labels of parts that are withheld to protect people. What is left is no partition then. */
    suppressed: z.array(z.string()).optional(),
  })
  .meta({ id: "Breakdown" });
export type Breakdown = z.infer<typeof Breakdown>;

/** The sample that a value was estimated from. */
export const Sample = z
  .object({
    /** Respondents. */
    n: z.int().positive(),
    /** The variance over that of a simple random sample. Default: unknown, read as 1 and said so. */
    designEffect: z.number().positive().optional(),
    /** Standard error, in the value's own unit. */
    se: z.number().nonnegative().optional(),
  })
  .meta({ id: "Sample" });
export type Sample = z.infer<typeof Sample>;

/** One cell of the indicator table: its value, its parts, and its text as written. */
export const ReportedValue = z
  .object({
    /** The value, or why there is none. */
    value: Value,
    /** Its parts by group, where the document gives them. */
    breakdown: Breakdown.optional(),
    /** Of an indicator whose measure is `survey-share` or `survey-mean`. */
    sample: Sample.optional(),
    /** The cell as written, white space folded. Absent where the value did not come from a document. */
    raw: z.string().optional(),
    /** Computed by the indicator's formula, and not reported. It is computed again wherever the document is read. */
    computed: z.boolean().optional(),
  })
  .meta({ id: "ReportedValue" });
export type ReportedValue = z.infer<typeof ReportedValue>;

/** The four columns of values: baseline, end-of-project target, milestone, current progress. */
export const VALUE_COLUMNS = ["baseline", "target", "milestone", "actual"] as const;
/** One of the four columns of values. */
export type ValueColumn = (typeof VALUE_COLUMNS)[number];

/** Which way an indicator should go. */
export const Direction = z.enum(["increase", "decrease", "maintain"]);
export type Direction = z.infer<typeof Direction>;

/**
 * How an indicator is maintained: at least or at most at its target, or within a tolerance on both sides, which is a share of the target
 * (0.05 is 5 %).
 */
export const Maintain = z
  .union([
    z.enum(["at-least", "at-most"]),
    z.object({
      /** Tolerance on both sides as a share of the target: 0.05 is 5 %. */
      within: z.number().nonnegative(),
    }),
  ])
  .meta({ id: "Maintain" });
export type Maintain = z.infer<typeof Maintain>;

/** A value that the project document plans for a point in time. */
export const Milestone = z
  .object({
    /** The point in time as written: `Year 1`, `Mid-term`. Absent where the document names none, or only a date. */
    when: z.string().optional(),
    /** The date that it names: `by June 2020` → `2020-06`. */
    by: PartialDate.optional(),
    /** The value, with its cell as written. */
    value: ReportedValue,
  })
  .meta({ id: "Milestone" });
export type Milestone = z.infer<typeof Milestone>;

/** One indicator of the results framework with its values. */
export const Indicator = z
  .object({
    /** `1.1.1`. */
    code: Code,
    /** The code as the document writes it, where it differs: `1a` for 1.1. */
    writtenCode: z.string().optional(),
    /** Whether the document gives no code and the reader assigned this one by position. */
    codeAssigned: z.boolean().optional(),
    /** What is measured, as written. */
    text: z.string(),
    /** What is counted or measured, where it is known independently of the values: `%`, `personnes`. */
    unit: z.string().optional(),
    /** Read from baseline and target where it is not given. */
    direction: Direction.optional(),
    /** Only for an indicator that is to be maintained. */
    maintain: Maintain.optional(),
    /** How observations of it are combined. */
    measurement: Measurement.optional(),
    /** How its baseline and its actual follow from other indicators, where the document does not state them. */
    formula: Formula.optional(),
    /** Axes that the indicator's text asks for: `sex`, `age`, `socio-economic-group`, `type`. */
    disaggregation: z.array(z.string()).optional(),
    /** Means of verification: `Perception survey report`. */
    means: z.string().optional(),
    /** How often data are collected, as written: `Quarterly`. */
    frequency: z.string().optional(),
    /** What the project document plans to reach by when; `milestone` is the column of a report. */
    milestones: z.array(Milestone).optional(),
    /** The value before the project. */
    baseline: ReportedValue,
    /** The value to be reached at the project's end. */
    target: ReportedValue,
    /** The value to be reached at the end of the reporting period. */
    milestone: ReportedValue,
    /** The value reached so far. */
    actual: ReportedValue,
    /** Reasons for delay or variance. */
    remark: z.string().optional(),
    /** What further columns of the table say, by their heads: `Adjustment of target`. */
    otherColumns: z.record(z.string(), z.string()).optional(),
    ...extensible,
  })
  .meta({ id: "Indicator" });
export type Indicator = z.infer<typeof Indicator>;
