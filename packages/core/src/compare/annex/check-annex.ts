import {
  type BudgetPolicy,
  computeBudget,
  directLines,
  expenditureOf,
  geweOfLines,
  indirectAt,
  PBF_BUDGET_POLICY_2018,
  possibleTotals,
  roundingOf,
  trancheTotals,
} from "../../budget/index.ts";
import type { Finding } from "../../diagnostics/problem.ts";
import { type FrameworkDocument, locationOf } from "../../document/index.ts";
import { type Bilingual, bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { type Money, toMajor } from "../../values/money.ts";
import { names } from "./names.ts";
import {
  alone,
  amount,
  differs,
  keyOf,
  locationText,
  moneyDiffers,
  type Pair,
  sourceOf,
  whole,
} from "./pair.ts";

/** Rates on the cover page are approximate: a difference of so many points counts. */
const POINTS = 0.05;

const GEWE_ALLOCATED = bilingual(en.annexGeweAllocated, fr.annexGeweAllocated);

/** What the cover page and the annex both state, and its name. */
const FACTS = [
  [
    "project/number",
    bilingual(en.annexProjectNumber, fr.annexProjectNumber),
    ({ project }) => project.number,
  ],
  [
    "project/startDate",
    bilingual(en.annexProjectStart, fr.annexProjectStart),
    ({ project }) => project.startDate,
  ],
  ["project/endDate", bilingual(en.annexProjectEnd, fr.annexProjectEnd), ({ project }) => project.endDate],
  [
    "project/genderMarker",
    bilingual(en.annexGenderMarker, fr.annexGenderMarker),
    ({ project }) => project.genderMarker,
  ],
  [
    "budget/deliveryRate",
    bilingual(en.annexImplementationRate, fr.annexImplementationRate),
    ({ budget }) => budget.deliveryRate,
  ],
  ["budget/total", bilingual(en.annexTotalBudget, fr.annexTotalBudget), ({ budget }) => budget.total],
  ["budget/gewe/allocated", GEWE_ALLOCATED, ({ budget }) => budget.gewe.allocated],
  ["budget/gewe/spent", bilingual(en.annexGeweSpent, fr.annexGeweSpent), ({ budget }) => budget.gewe.spent],
  [
    "budget/covidAdjustment",
    bilingual(en.annexCovidAdjustment, fr.annexCovidAdjustment),
    ({ budget }) => budget.covidAdjustment,
  ],
  [
    "budget/evaluation",
    bilingual(en.annexEvaluationBudget, fr.annexEvaluationBudget),
    ({ budget }) => budget.evaluation,
  ],
] as const satisfies readonly (readonly [
  string,
  Bilingual,
  (document: FrameworkDocument) => string | number | Money | null,
])[];

/** Facts that are in both documents. */
function facts(pair: Pair): Finding[] {
  const { report, annex } = pair;
  return FACTS.flatMap(([path, what, of]) => {
    const [is, other] = [of(report), of(annex)];
    const [where, there] = [locationOf(report, path), locationText(locationOf(annex, path))];
    if (is === null || other === null || is === other) return [];
    if (typeof is === "object" && typeof other === "object")
      return moneyDiffers("annex-fact-differs", pair, path, there, what, is, other);
    if (typeof is === "object" || typeof other === "object") return [];
    const both = { found: other, expected: is };
    return [differs("annex-fact-differs", "error", where, there, what, [is, other], both)];
  });
}

/** The sum of the lines against the approved budget, and that of each agency against its share. */
function budgets(pair: Pair): Finding[] {
  const { report, lines } = pair;
  const { total } = report.budget;
  const all = whole(pair, lines, total);
  const what = bilingual(en.annexTotalBudget, fr.annexTotalBudget);
  const there = sourceOf(pair, lines, "amount");
  const agencies = report.project.agencies.flatMap(({ name, budget }) => {
    const own = lines.filter(({ agency }) => keyOf(agency) === keyOf(name));
    const { sum, tolerance } = whole(pair, own, budget);
    const of = bilingual(en.annexAgencyBudget, fr.annexAgencyBudget, name);
    const path = `project/agencies/${name}/budget`;
    const rule = "annex-agency-budget-differs";
    return moneyDiffers(rule, pair, path, sourceOf(pair, own, "amount"), of, budget, sum, tolerance);
  });
  return [
    ...moneyDiffers("annex-budget-differs", pair, "budget/total", there, what, total, all.sum, all.tolerance),
    ...agencies,
  ];
}

/** What the lines put to gender equality, near the reported amount: with indirect costs or without. */
function geweFinding(pair: Pair): Finding[] {
  const { report, lines, rate } = pair;
  const { allocated } = report.budget.gewe;
  const direct = geweOfLines({ lines: directLines(lines) });
  if (allocated === null || direct === null || (pair.annex.budget.unreadable ?? []).length > 0) return [];
  const sums = [direct, ...(rate === null ? [] : [indirectAt(direct, 1 + rate)])];
  // A share is a rounded value: each line may be half a unit off. A cover page has whole units.
  const tolerance = Math.max(lines.length, roundingOf(allocated));
  const distance = (sum: Money) => Math.abs(sum.minor - allocated.minor);
  const [nearest = direct] = [...sums].sort((a, b) => distance(a) - distance(b));
  const source = sourceOf(pair, lines, "gewe");
  return moneyDiffers(
    "annex-gewe-differs",
    pair,
    "budget/gewe/allocated",
    source,
    GEWE_ALLOCATED,
    allocated,
    nearest,
    tolerance,
  );
}

/** The declared gender marker against the share of the lines. Where shares are missing, only what their bounds exclude is reported. */
function markerFinding(pair: Pair): Finding[] {
  const { report, annex, lines } = pair;
  const declared = report.project.genderMarker;
  const { gewe, marker } = computeBudget(
    { ...annex, project: { ...annex.project, genderMarker: declared } },
    { policy: pair.policy },
  );
  if (declared === null || marker.byLines.agrees !== false || marker.byLines.share === null) return [];
  // With as many decimals as it takes: 29.996 % is not shown as 30 %.
  const decimals = String(Number((marker.byLines.share * 100).toFixed(6)));
  const percent = { en: decimals, fr: decimals.replace(".", ",") };
  return [
    differs(
      "annex-marker-contradicted",
      "error",
      locationOf(report, "project/genderMarker"),
      sourceOf(pair, lines, "gewe"),
      bilingual(en.annexGenderMarker, fr.annexGenderMarker),
      [
        declared,
        bilingual(en.annexMarkerByLines, fr.annexMarkerByLines, percent, marker.byLines.computed ?? "–"),
      ],
      { found: marker.byLines.computed, expected: declared },
    ),
  ].filter(() => gewe.from !== null);
}

/** Gender budget and expenditure: what the lines come to against what the report states. */
function spending(pair: Pair): Finding[] {
  const { report, annex, lines } = pair;
  const { gewe, deliveryRate } = report.budget;
  const direct = directLines(lines);
  const { spent: out, withoutSpent } = expenditureOf(annex.budget, direct);
  const first = lines.filter((line) => line.spent !== undefined);
  const there = sourceOf(pair, first.length > 0 ? first : lines, "spent");
  const findings = [...geweFinding(pair), ...markerFinding(pair)];
  if (out === null || withoutSpent > 0 || (annex.budget.unreadable ?? []).length > 0) return findings;
  const rates = possibleTotals(annex.budget, lines, pair.rate)
    .filter((sum) => sum.currency === out.currency && sum.minor > 0)
    .map((sum) => out.minor / sum.minor);
  const [rate] = rates;
  // A rate may be of the direct costs or of the total.
  if (
    deliveryRate !== null &&
    rate !== undefined &&
    rates.every((each) => Math.abs(each - deliveryRate) > POINTS)
  )
    findings.push(
      differs(
        "annex-delivery-differs",
        "warning",
        locationOf(report, "budget/deliveryRate"),
        there,
        bilingual(en.annexImplementationRate, fr.annexImplementationRate),
        [{ share: deliveryRate }, { share: rate }],
        { found: rate, expected: deliveryRate },
      ),
    );
  if (gewe.spent !== null && gewe.spent.currency === out.currency && gewe.spent.minor > out.minor)
    findings.push(
      differs(
        "annex-spent-below-gewe",
        "error",
        locationOf(report, "budget/gewe/spent"),
        there,
        bilingual(en.annexSpentBelowGewe, fr.annexSpentBelowGewe),
        [amount(gewe.spent), amount(out)],
        { found: toMajor(out), expected: toMajor(gewe.spent) },
      ),
    );
  return findings;
}

/** The tranches of each agency against its share, and the first transfer against the day that the report names. */
function tranches(pair: Pair): Finding[] {
  const { report, annex } = pair;
  const all = annex.budget.tranches ?? [];
  const cellOf = (index: number, field: string) =>
    locationText(locationOf(annex, `budget/tranches/${index}/${field}`));
  const sums = trancheTotals(all).flatMap(({ agency, planned }) => {
    const known = report.project.agencies.find(({ name }) => keyOf(name) === keyOf(agency));
    if (known === undefined) return [];
    const index = all.findIndex((tranche) => tranche.agency === agency);
    const what = bilingual(en.annexTranches, fr.annexTranches, agency);
    const path = `project/agencies/${known.name}/budget`;
    return moneyDiffers(
      "annex-tranches-differ",
      pair,
      path,
      cellOf(index, "amount"),
      what,
      known.budget,
      planned,
      // Each tranche is rounded.
      Math.max(
        all.filter((tranche) => tranche.agency === agency).length,
        known.budget === null ? 0 : roundingOf(known.budget),
      ),
    );
  });
  const [first] = all
    .flatMap(({ received }, index) => (received === null ? [] : { received, at: index }))
    .sort((a, b) => (a.received < b.received ? -1 : 1));
  const { startDate } = report.project;
  if (first === undefined || startDate === null || first.received === startDate) return sums;
  const what = bilingual(en.annexFirstTransfer, fr.annexFirstTransfer);
  const where = locationOf(report, "project/startDate");
  const both = [startDate, first.received] as const;
  const values = { found: first.received, expected: startDate };
  return [
    ...sums,
    differs("annex-transfer-differs", "warning", where, cellOf(first.at, "received"), what, both, values),
  ];
}

/** An annex of which no line was read: nothing is compared, and that is stated. */
const withoutLines = ({ annex }: Pair): Finding[] => [
  alone(
    "annex-without-lines",
    "warning",
    locationOf(annex, "budget/lines"),
    bilingual(en.annexWithoutLines, fr.annexWithoutLines),
    { found: 0, expected: "budget lines" },
  ),
];

/**
 * A project's report against its budget annex: facts that are in both, the sum of the lines and of each agency's, agencies, outputs and
 * activities of one that the other lacks, gender budget, expenditure and tranches. Every finding quotes both locations. What one of the documents
 * does not say is no difference. Expense categories are in the annex only; its own rules check them (`check`).
 */
export function checkAnnex(
  report: FrameworkDocument,
  annex: FrameworkDocument,
  { policy = PBF_BUDGET_POLICY_2018 }: { policy?: BudgetPolicy | undefined } = {},
): Finding[] {
  const pair: Pair = { report, annex, lines: annex.budget.lines ?? [], rate: policy.indirectRate, policy };
  const byLines =
    pair.lines.length === 0 ? withoutLines(pair) : [...budgets(pair), ...names(pair), ...spending(pair)];
  return [...facts(pair), ...byLines, ...tranches(pair)];
}
