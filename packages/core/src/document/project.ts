import * as z from "zod";
import { CalendarDate } from "../values/date.ts";
import { Money } from "../values/money.ts";
import {
  BudgetLine,
  CategoryAmount,
  IndirectAmount,
  SharedExpenditure,
  Tranche,
  UnreadableLine,
} from "./budget-line.ts";
import { extensible } from "./extensions.ts";

/** Gender marker, declared on the cover page. */
export const GenderMarker = z.enum(["GM0", "GM1", "GM2", "GM3"]);
export type GenderMarker = z.infer<typeof GenderMarker>;

/** Risk marker, declared on the cover page. */
export const RiskMarker = z.enum(["low", "medium", "high"]);
export type RiskMarker = z.infer<typeof RiskMarker>;

/** A recipient organisation (RUNO or NUNO) with its own share of the budget. */
export const Agency = z
  .object({
    /** Its name, by which lines and activities refer to it. */
    name: z.string(),
    /** Recipient UN organisation or non-UN organisation, where the document says so. */
    kind: z.enum(["RUNO", "NUNO"]).optional(),
    /** The convening agency coordinates the others. */
    convening: z.boolean(),
    /** Its share of the budget; `null` where the document does not say. */
    budget: Money.nullable(),
    ...extensible,
  })
  .meta({ id: "Agency" });
export type Agency = z.infer<typeof Agency>;

/** The cover page. `null` where the document does not say. */
export const Project = z
  .object({
    /** As written. */
    title: z.string().nullable(),
    /** As written. */
    country: z.string().nullable(),
    /** At the MPTF Office Gateway, as written. */
    number: z.string().nullable(),
    /** Date of the first transfer of funds. */
    startDate: CalendarDate.nullable(),
    /** The present end date, extensions included. */
    endDate: CalendarDate.nullable(),
    /** The end date before an extension, where the document names both. */
    originalEndDate: CalendarDate.optional(),
    /** The recipient organisations; the convening agency among them. */
    agencies: z.array(Agency),
    /** As declared. */
    genderMarker: GenderMarker.nullable(),
    /** As declared. */
    riskMarker: RiskMarker.nullable(),
    /** Code of the PBF focus area, `1.1` to `4.3`. */
    focusArea: z.string().nullable(),
    ...extensible,
  })
  .meta({ id: "Project" });
export type Project = z.infer<typeof Project>;

/** The money that the report speaks of. `null` where it does not say. */
export const Budget = z
  .object({
    /** The approved budget. */
    total: Money.nullable(),
    /** Approximate implementation rate, as a fraction of the total: 0.2. */
    deliveryRate: z.number().nullable(),
    /** Money for gender equality and women's empowerment (GEWE). */
    gewe: z.object({
      /** Allocated to gender equality and women's empowerment (GEWE) in the project document. */
      allocated: Money.nullable(),
      /** Spent on it to date. */
      spent: Money.nullable(),
    }),
    /** Total adjusted because of COVID-19 (part IV, question 1). */
    covidAdjustment: Money.nullable(),
    /** Set aside for the final evaluation. */
    evaluation: Money.nullable(),
    /** The lines of the budget annex. With the indirect costs they add up to the total. */
    lines: z.array(BudgetLine).optional(),
    /** Indirect support costs, where the annex states them below its lines and not as lines. */
    indirectAmounts: z.array(IndirectAmount).optional(),
    /** Expenditure of several lines together; a line in it has none of its own. */
    shared: z.array(SharedExpenditure).optional(),
    /** Lines whose amounts cannot be read. */
    unreadable: z.array(UnreadableLine).optional(),
    /** The annex's table 2: the costs of the lines by category. */
    categories: z.array(CategoryAmount).optional(),
    /** The tranches in which each agency gets its share. */
    tranches: z.array(Tranche).optional(),
    /** The rates by which amounts were converted, where they were: units of the currency for one unit of `to`. */
    converted: z
      .object({
        /** ISO 4217 code of the currency that amounts were converted to. */
        to: z.string(),
        /** One for each currency and day. */
        rates: z.array(
          z.object({
            /** ISO 4217 code of the currency before. */
            currency: z.string(),
            /** Day that the rate is of. */
            on: CalendarDate,
            /** Units of `currency` for one unit of `to`. */
            rate: z.number().positive(),
          }),
        ),
        /** Where the rates are from. */
        source: z.string().optional(),
      })
      .optional(),
    ...extensible,
  })
  .meta({ id: "Budget" });
export type Budget = z.infer<typeof Budget>;
