import { decimalsOf, type Finding, type FrameworkDocument } from "@cadre/core";
import { type BudgetResult, computeBudget } from "@cadre/core/budget";
import type { Plan } from "./plan.ts";
import { truthOf } from "./truth.ts";

/** A value of a workbook that was read: right, unknown to the reader, or wrong with or without a finding. */
export interface Judged {
  name: string;
  verdict: "right" | "unknown" | "wrong" | "wrong-with-finding";
  found: unknown;
  expected: unknown;
}

/** Compares what was read of a generated annex with what it was made from, value by value. */
export function judge(plan: Plan, document: FrameworkDocument, findings: readonly Finding[]): Judged[] {
  const truth = truthOf(plan);
  const result: BudgetResult = computeBudget(document);
  const units = 10 ** decimalsOf(truth.currency);
  const minor = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : Math.round(amount * units);
  const judged: Judged[] = [];
  const reported = findings.some(({ severity }) => severity !== "info");
  const add = (name: string, found: unknown, expected: unknown) => {
    const right = JSON.stringify(found) === JSON.stringify(expected);
    const verdict = right ? "right" : found === null ? "unknown" : reported ? "wrong-with-finding" : "wrong";
    judged.push({ name, verdict, found, expected });
  };
  add("currency", result.currency, truth.currency);
  add("lines", result.lineCount, truth.lines);
  add("direct", minor(result.direct), Number(truth.direct));
  for (const [agency, amount] of Object.entries(truth.byAgency))
    if (amount !== 0n)
      add(
        `agency ${agency}`,
        minor(result.byAgency.find((each) => each.agency === agency)?.direct),
        Number(amount),
      );
  for (const [output, amount] of Object.entries(truth.byOutput))
    if (amount !== 0n)
      add(
        `output ${output}`,
        minor(result.byOutput.find((each) => each.output === output)?.direct),
        Number(amount),
      );
  const share = (more: bigint) => Number(truth.gewe + more * 100n) / Number(truth.direct * 100n);
  const [low, high] = [
    Math.max(0, share(truth.withoutShare.low)),
    Math.min(1, share(truth.withoutShare.high)),
  ];
  if (truth.withoutShare.low === 0n && truth.withoutShare.high === 0n) {
    add("share", near(result.gewe.share, low), true);
    // The marker at the exact share.
    const percent = (bound: bigint) => truth.gewe >= bound * truth.direct;
    const marker = truth.gewe === 0n ? "GM0" : percent(80n) ? "GM3" : percent(30n) ? "GM2" : "GM1";
    add("marker", result.marker.byLines.computed, marker);
  } else {
    add("share", result.gewe.share, null);
    add("bounds", near(result.gewe.bounds?.low, low) && near(result.gewe.bounds?.high, high), true);
  }
  add("spent", minor(result.spent), truth.spent === null ? null : Number(truth.spent));
  add("committed", minor(result.committed), truth.committed === null ? null : Number(truth.committed));
  add("tranches", document.budget.tranches?.length ?? 0, truth.tranches);
  add("activities", document.activities.map(({ code }) => code).sort(), [...truth.activities].sort());
  const shares = new Map(
    plan.outcomes.flatMap(({ outputs }) =>
      outputs.flatMap(({ rows }) => rows.map((row) => [row.code, row] as const)),
    ),
  );
  for (const line of document.budget.lines ?? []) {
    const row = line.activity === null ? undefined : shares.get(line.activity);
    if (row === undefined) continue;
    add(`share of ${line.activity}`, line.gewe, row.share === null ? null : row.share / 100);
    add(`justification of ${line.activity}`, line.justification ?? null, row.justification);
    add(`remark of ${line.activity}`, line.remark ?? null, row.remark);
  }
  if (plan.habits.revised) {
    const approved = (document.budget.lines ?? []).reduce(
      (sum, line) => sum + (line.approved ?? line.amount).minor,
      0,
    );
    const rows = [
      ...plan.additional,
      ...plan.outcomes.flatMap(({ outputs }) => outputs.flatMap(({ rows: own }) => own)),
    ];
    add(
      "approved",
      approved,
      rows.reduce((sum, row) => sum + row.approved.reduce((own, amount) => own + amount, 0), 0),
    );
  }
  return judged;
}

const near = (found: number | null | undefined, expected: number) =>
  found === null || found === undefined ? null : Math.abs(found - expected) < 1e-12;
