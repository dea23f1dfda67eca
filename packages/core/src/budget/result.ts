import * as z from "zod";
import { ExpenseCategory, GenderMarker } from "../document/index.ts";

const Amount = z.number().nullable();
const Share = z.number().nullable();
const Bounds = z.object({ low: z.number(), high: z.number() }).nullable();

const Agreement = z.object({
  share: Share,
  computed: GenderMarker.nullable(),
  agrees: z.boolean().nullable(),
});

const Tranche = z.object({
  number: z.number(),
  amount: Amount,
  share: Share,
  received: z.string().nullable(),
  /** The tranche's part for gender equality, at the share of the agency's lines. */
  gewe: Amount,
});

const Parts = { direct: Amount, gewe: Amount, share: Share, spent: Amount, geweSpent: Amount };

/**
 * What a budget comes to. Amounts in major units of `currency`, shares as fractions. `null`: unknown. `gewe` of an agency, output or
 * category is its part of the direct costs; `gewe.allocated` includes indirect costs, as on the cover page and in the annex.
 */
export const BudgetResult = z
  .object({
    total: Amount,
    direct: Amount,
    indirect: Amount,
    /** Where the indirect costs come from: lines of the budget, the annex's totals, or the policy's rate since neither states them. */
    indirectFrom: z.enum(["lines", "annex", "rate"]).nullable(),
    currency: z.string().nullable(),
    /** Direct costs by currency, where the lines are in several. */
    currencies: z.array(z.object({ currency: z.string(), direct: z.number() })),
    /** Sum of the expenditure that is reported; `withoutSpent` lines report none. */
    spent: Amount,
    committed: Amount,
    withoutSpent: z.number(),
    /** As the cover page states it, otherwise spent ÷ direct costs. */
    deliveryRate: Share,
    /** Share of the project's time that had passed on the day that the document is about. */
    elapsedShare: Share,
    covidAdjustment: Amount,
    evaluation: Amount,
    /** For monitoring and evaluation, of the direct costs. */
    monitoringAndEvaluation: z.object({ amount: Amount, share: Share }),
    gewe: z.object({
      allocated: Amount,
      share: Share,
      spent: Amount,
      /** Spent ÷ allocated. */
      burn: Share,
      /** Spent on gender equality ÷ expenditure. */
      spentShare: Share,
      from: z.enum(["cover", "lines"]).nullable(),
      /** The limits of the share, where lines without a share leave it open. */
      bounds: Bounds,
    }),
    marker: z.object({
      declared: GenderMarker.nullable(),
      computed: GenderMarker.nullable(),
      agrees: z.boolean().nullable(),
      byCover: Agreement,
      byLines: Agreement,
    }),
    byAgency: z.array(
      z.object({
        agency: z.string(),
        total: Amount,
        ...Parts,
        /** Limits of the expenditure, where the annex reports some of it for several agencies together. */
        spentBounds: Bounds,
        tranches: z.array(Tranche),
        /** Whether enough of the money received is spent for the next tranche; `ready: null`: unknown. */
        nextTranche: z
          .object({
            number: z.number(),
            delivered: Share,
            required: z.number(),
            ready: z.boolean().nullable(),
          })
          .nullable(),
      }),
    ),
    byOutput: z.array(z.object({ output: z.string().nullable(), ...Parts })),
    byActivity: z.array(
      z.object({ activity: z.string().nullable(), title: z.string().nullable(), ...Parts }),
    ),
    byCategory: z.array(
      z.object({ category: ExpenseCategory.nullable(), amount: z.number(), gewe: Amount, spent: Amount }),
    ),
    lines: z.number(),
  })
  .meta({ id: "BudgetResult" });
export type BudgetResult = z.infer<typeof BudgetResult>;
