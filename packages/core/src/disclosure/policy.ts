import * as z from "zod";

/**
 * When a count of a table that leaves may single somebody out. Every policy is the data owner's: the defaults are common practice, not a rule
 * of the fund.
 */
export const DisclosurePolicy = z
  .object({
    /** Counts from 1 to below this are sensitive. */
    threshold: z.int().min(2).default(5),
    /** Whether a zero is sensitive as well: it shows that nobody of a group was there. */
    zeros: z.boolean().default(false),
    /** A value is sensitive where its largest contributors make more than this share of it. */
    dominance: z
      .object({
        /** How many of the largest contributors are looked at. */
        largest: z.int().positive(),
        /** The share that they may make at most, as a fraction. */
        share: z.number().min(0).max(1),
      })
      .optional(),
    /**
     * How far apart the least and the greatest value of a sensitive cell must be for a reader who solves the published table. Default: the
     * threshold.
     */
    width: z.int().positive().optional(),
  })
  .meta({ id: "DisclosurePolicy" });
export type DisclosurePolicy = z.infer<typeof DisclosurePolicy>;

/** A value of the table, and what its contributors brought to it, where a policy of dominance is to be held. */
export interface SensitiveValue {
  /** The count. */
  value: number;
  /** What each contributor brought to it. Default: not known. */
  contributions?: readonly number[] | undefined;
}

/** Whether a cell by itself must not be published. */
export function isSensitive(
  { value, contributions = [] }: SensitiveValue,
  policy: DisclosurePolicy,
): boolean {
  const { threshold, zeros, dominance } = policy;
  if (value === 0) return zeros;
  if (value < threshold) return true;
  if (dominance === undefined || contributions.length === 0) return false;
  const largest = [...contributions].sort((a, b) => b - a).slice(0, dominance.largest);
  return largest.reduce((sum, each) => sum + each, 0) > dominance.share * value;
}
