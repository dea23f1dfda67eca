import type { BudgetLine, FrameworkDocument, Indicator } from "../src/document/index.ts";
import { money } from "../src/values/money.ts";
import { outputIndicator } from "./sound-document.ts";

/** For tests: a change of a document in place. */
export type Change = (document: FrameworkDocument) => unknown;

/** For tests: one way to break a rule, and one to nearly break it. The first of a rule is its example on the page of rules. */
export interface RuleCase {
  rule: string;
  at: string;
  severity: "error" | "warning" | "info";
  found: unknown;
  expected: unknown;
  /** Spoils the sound document in this rule's sense alone. */
  spoil: Change;
  /** Rules that rightly find the same thing wrong. */
  also?: string[];
  /** As near to it as can be, and still sound. */
  near: Change;
  /** What the previous report was: the sound document with this change. Without it, there is none. */
  before?: Change;
}

/** For tests: the document's report. */
export const reportOf = (document: FrameworkDocument) => {
  if (document.report === null) throw new Error("the sound document has a report");
  return document.report;
};
/** For tests: the change that sets fields of the output indicator. */
export const set =
  (change: Partial<Indicator>): Change =>
  (document) =>
    Object.assign(outputIndicator(document), change);
/** For tests: changes, one after the other. */
export const all =
  (...changes: Change[]): Change =>
  (document) => {
    for (const change of changes) change(document);
  };
/** For tests: a breakdown into so many parts. */
export const parts = (partition: boolean, ...values: number[]) => ({
  partition,
  parts: values.map((value, index) => ({ label: `part ${index}`, value })),
});
/** For tests: a number that prose gives for the output indicator. */
export const claim = (value: number, breakdown?: ReturnType<typeof parts>) => ({
  indicator: "1.1.1",
  value,
  ...(breakdown && { breakdown }),
  evidence: { where: { path: "narrative/overall-status", line: 7 }, quote: `${value} médiateurs` },
});
/** For tests: the change that writes the report's text on a topic. */
export const write =
  (text: string, topic: "overall-status" | "structural-change" | "other-issues" = "overall-status"): Change =>
  (document) => {
    const { narratives } = reportOf(document);
    const found = narratives.find((narrative) => narrative.topic === topic);
    if (found === undefined) narratives.push({ topic, text });
    else found.text = text;
  };
/** For tests: the change that gives the indicator another text. */
export const called = (text: string, change: Partial<Indicator> = {}): Change => set({ text, ...change });
/** For tests: the change that sets fields of the project. */
export const project =
  (change: Partial<FrameworkDocument["project"]>): Change =>
  (document) =>
    Object.assign(document.project, change);
/** For tests: the change that sets fields of the budget. */
export const budget =
  (change: Partial<FrameworkDocument["budget"]>): Change =>
  (document) =>
    Object.assign(document.budget, change);

/** For tests: dollars. */
export const usd = (major: number) => money(major, "USD");
/** For tests: a line of the budget. */
export const line = (
  id: string,
  agency: string,
  amount: number,
  change: Partial<BudgetLine> = {},
): BudgetLine => ({
  id,
  activity: "1.1.1",
  output: "1.1",
  agency,
  category: "travel",
  amount: usd(amount),
  gewe: 0.4,
  ...change,
});
/** For tests: the change that gives the budget lines that come to what the cover page says. The first may be another. */
export const lines =
  (first: Partial<BudgetLine> = {}, ...others: BudgetLine[]): Change =>
  (document) => {
    document.budget.lines = [line("a", "PAM", 600_000, first), line("b", "FAO", 400_000), ...others];
  };
