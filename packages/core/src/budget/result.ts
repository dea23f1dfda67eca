import * as z from "zod";
import { ExpenseCategory, GenderMarker } from "../document/index.ts";

const Amount = z.number().nullable();
const Share = z.number().nullable();
const Bounds = z
  .object({
    /** The least that it can be. */
    low: z.number(),
    /** The most that it can be. */
    high: z.number(),
  })
  .nullable();

const Agreement = z.object({
  /** The share for gender equality that the marker is compared with. */
  share: Share,
  /** The marker that the share alone would suggest; `null` where share or thresholds are unknown. */
  computed: GenderMarker.nullable(),
  /** Whether the share admits the declared marker; `null` where that cannot be said. */
  agrees: z.boolean().nullable(),
});

const Tranche = z.object({
  /** From 1, in the order of transfer. */
  number: z.number(),
  /** What is transferred. */
  amount: Amount,
  /** Share of the agency's budget; `null` where the annex does not say. */
  share: Share,
  /** Day on which the agency received it, ISO 8601; `null`: not yet, or not said. */
  received: z.string().nullable(),
  /** The tranche's part for gender equality, at the share of the agency's lines. */
  gewe: Amount,
});

const Parts = {
  /** Sum of the lines that are not indirect support costs. */
  direct: Amount,
  /** Part of the direct costs for gender equality. */
  gewe: Amount,
  /** The same ÷ direct costs. */
  share: Share,
  /** Expenditure to date; `null` also where some of it is reported only together with other lines. */
  spent: Amount,
  /** Spent on gender equality, at the lines' shares. */
  geweSpent: Amount,
};

/**
 * What a budget comes to. Amounts in major units of `currency`, shares as fractions. `null`: unknown. `gewe` of an agency, output or
 * category is its part of the direct costs; `gewe.allocated` includes indirect costs, as on the cover page and in the annex.
 */
export const BudgetResult = z
  .object({
    /** Approved budget as the cover page states it, otherwise direct and indirect costs. */
    total: Amount,
    /** Sum of the lines that are not indirect support costs; `null` also where a line cannot be read or currencies differ. */
    direct: Amount,
    /** Indirect support costs; `indirectFrom` says by what they are known. */
    indirect: Amount,
    /** Where the indirect costs come from: lines of the budget, the annex's totals, or the policy's rate since neither states them. */
    indirectFrom: z.enum(["lines", "annex", "rate"]).nullable(),
    /** ISO 4217 code of all amounts here; `null` where no amount is known. */
    currency: z.string().nullable(),
    /** Direct costs by currency, where the lines are in several. */
    currencies: z.array(
      z.object({
        /** ISO 4217 code. */
        currency: z.string(),
        /** Direct costs in it, in its major units. */
        direct: z.number(),
      }),
    ),
    /** Sum of the expenditure that is reported; `withoutSpent` lines report none. */
    spent: Amount,
    /** Sum of what is committed and not yet spent; `null` where the lines report none. */
    committed: Amount,
    /** Lines of some money that report no expenditure, neither alone nor together with others. */
    withoutSpent: z.number(),
    /** As the cover page states it, otherwise spent ÷ direct costs. */
    deliveryRate: Share,
    /** Share of the project's time that had passed on the day that the document is about. */
    elapsedShare: Share,
    /** Total adjusted because of COVID-19, as the report states it. */
    covidAdjustment: Amount,
    /** Set aside for the final evaluation, as stated, otherwise the sum of the lines for it. */
    evaluation: Amount,
    /** For monitoring and evaluation, of the direct costs. */
    monitoringAndEvaluation: z.object({
      /** Sum of the lines for monitoring or evaluation. */
      amount: Amount,
      /** The same ÷ direct costs. */
      share: Share,
    }),
    /** Money for gender equality and women's empowerment (GEWE). */
    gewe: z.object({
      /** Part of the total for gender equality, indirect costs included. */
      allocated: Amount,
      /** Allocated ÷ total. */
      share: Share,
      /** Spent on it to date; of the lines, at their shares. */
      spent: Amount,
      /** Spent ÷ allocated. */
      burn: Share,
      /** Spent on gender equality ÷ expenditure. */
      spentShare: Share,
      /**
       * Whether the cover page states the money for gender equality, or it follows from the shares of the lines; `null` where neither does.
       */
      from: z.enum(["cover", "lines"]).nullable(),
      /** The limits of the share, where lines without a share leave it open. */
      bounds: Bounds,
    }),
    /** The gender marker against the share for gender equality, by the thresholds of the policy. */
    marker: z.object({
      /** The marker that the cover page declares; `null` where it declares none. */
      declared: GenderMarker.nullable(),
      /** The marker that the share alone would suggest; `null` where share or thresholds are unknown. */
      computed: GenderMarker.nullable(),
      /** Whether the share admits the declared marker; `null` where that cannot be said. */
      agrees: z.boolean().nullable(),
      /** By the share that the cover page states. */
      byCover: Agreement,
      /** By the share of the lines. */
      byLines: Agreement,
    }),
    /** Each agency, those of the cover page first. */
    byAgency: z.array(
      z.object({
        /** Name of the agency. */
        agency: z.string(),
        /** Its budget as the cover page states it, otherwise its direct and indirect costs. */
        total: Amount,
        ...Parts,
        /** Limits of the expenditure, where the annex reports some of it for several agencies together. */
        spentBounds: Bounds,
        /** The tranches in which it gets its budget. */
        tranches: z.array(Tranche),
        /** Whether enough of the money received is spent for the next tranche; `ready: null`: unknown. */
        nextTranche: z
          .object({
            /** Number of the tranche that it asks for next. */
            number: z.number(),
            /** Spent ÷ received in the tranches before. */
            delivered: Share,
            /** What `delivered` must come to, by the policy. */
            required: z.number(),
            /** Whether it does. */
            ready: z.boolean().nullable(),
          })
          .nullable(),
      }),
    ),
    /** Each output, in the order of its first line; `null`: lines of no output. */
    byOutput: z.array(
      z.object({
        /** Code of the output. */
        output: z.string().nullable(),
        ...Parts,
      }),
    ),
    /** Each activity, and each additional cost by its label, in the order of its first line. */
    byActivity: z.array(
      z.object({
        /** Code of the activity; `null` for an additional cost. */
        activity: z.string().nullable(),
        /** What is done, or the label of an additional cost; `null` where neither is said. */
        title: z.string().nullable(),
        ...Parts,
      }),
    ),
    /** Each category: of the annex's table 2 where it has one, otherwise of the lines. Empty where neither says. */
    byCategory: z.array(
      z.object({
        /** Category of expense; `null`: lines that say none. */
        category: ExpenseCategory.nullable(),
        /** Its costs. */
        amount: z.number(),
        /** Part of them for gender equality; `null` also for amounts of table 2, which has no shares. */
        gewe: Amount,
        /** Expenditure to date, as `gewe`. */
        spent: Amount,
      }),
    ),
    /** How many lines of direct costs there are. */
    lineCount: z.number(),
  })
  .meta({ id: "BudgetResult" });
export type BudgetResult = z.infer<typeof BudgetResult>;
