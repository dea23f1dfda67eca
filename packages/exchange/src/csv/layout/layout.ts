import type { DecimalComma } from "../../number.ts";

/** The texts that an observation is made of beside its categories. */
export type TextField = "indicator" | "period" | "source" | "place" | "recordedAt" | "evidence" | "id";

/** Where a text comes from: from a column (of which a name may replace another), or it is the same in all rows. */
export type Origin =
  | {
      column: number;
      /** Column of the other end, where a period is given by its first and last day. */
      until?: number;
      /** What a cell's text is turned into; without it, it is kept unchanged. */
      read?: (text: string) => string;
    }
  | { is: string };

/** Columns that hold a value, and what it is a value of beside what the row says. */
export interface ValueColumns {
  columns: { value?: number; numerator?: number; denominator?: number };
  /** Category by axis of the column: a column “Women” is `female` on the axis `sex`. */
  categories: Readonly<Record<string, string>>;
  indicator?: string;
  period?: string;
}

/** What the columns of a table hold. */
export interface TableLayout {
  /** Columns of a row. */
  columns: number;
  /** Columns without a heading: what is in them is refused. */
  nameless: readonly number[];
  /** Records before the first row of data: headings, hashtags. */
  skip: number;
  texts: Partial<Record<TextField, Origin>>;
  axes: readonly { name: string; origin: Origin }[];
  /** One: every row is an observation. Several: a row is one for each of them that is filled in. */
  values: readonly ValueColumns[];
  /** Columns that say something and are passed over. */
  leftOut?: string[];
  /** What becomes of rows without a value. Default: `refuse` where a row has one value, `leave-out` where it may have several. */
  withoutValue?: "refuse" | "leave-out";
  /** Whether a comma divides whole numbers from decimals. */
  decimalComma: DecimalComma;
}

/** Names of all axes of a layout, those of columns of values among them. */
export const axesOf = ({ axes, values }: TableLayout): string[] => [
  ...new Set([
    ...axes.map(({ name }) => name),
    ...values.flatMap(({ categories }) => Object.keys(categories)),
  ]),
];
