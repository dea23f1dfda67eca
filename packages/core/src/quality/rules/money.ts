import { geweShares, markerAgreement } from "../../budget/index.ts";
import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import { addMoney, type Money, toMajor } from "../../money.ts";
import type { Rule } from "../rule.ts";

export const markerContradictsShare: Rule = {
  id: "marker-contradicts-share",
  severity: "error",
  about: {
    en: "The declared gender marker agrees with the share of the budget for gender equality",
    fr: "Le marqueur de genre déclaré concorde avec la part du budget pour l’égalité des sexes",
  },
  source: "The budget policy's own source",
  check: (document, policy) => {
    const { share } = geweShares(document.budget);
    const { declared, computed, admitted, agrees } = markerAgreement(
      document.project.genderMarker,
      share,
      policy.budget,
    );
    if (agrees !== false || declared === null || share === null) return [];
    return [
      {
        where: placeIn(document, "project/genderMarker"),
        message: messages.markerContradicts(declared, share, computed ?? admitted.join(", ")),
        found: declared,
        expected: admitted.join(" | "),
      },
    ];
  },
};

export const agencyBudgetsSum: Rule = {
  id: "agency-budgets-sum",
  severity: "error",
  about: {
    en: "The agencies' budgets add up to the total",
    fr: "Les budgets des agences totalisent le budget du projet",
  },
  source: "Template, cover page: total approved budget by recipient organisation",
  check: (document) => {
    const { total } = document.budget;
    const shares = document.project.agencies.map(({ budget }) => budget);
    const known = shares.filter(
      (share): share is Money => share !== null && share.currency === total?.currency,
    );
    const [first, ...others] = known;
    if (total === null || first === undefined || known.length < shares.length) return [];
    const sum = addMoney(first, ...others);
    if (sum.minor === total.minor) return [];
    return [
      {
        where: placeIn(document, "budget/total"),
        message: messages.agencySum(toMajor(sum), toMajor(total), total.currency),
        found: toMajor(sum),
        expected: toMajor(total),
      },
    ];
  },
};

export const geweWithinBudget: Rule = {
  id: "gewe-within-budget",
  severity: "error",
  about: {
    en: "No more is allocated to gender equality than the budget has, and no more spent than allocated",
    fr: "On n’alloue pas à l’égalité des sexes plus que le budget, et on n’y dépense pas plus que l’alloué",
  },
  source: "Template, cover page: gender-responsive budgeting",
  check: (document) => {
    const { total, gewe } = document.budget;
    const over = (part: "allocated" | "spent", amount: Money | null, whole: Money | null) =>
      amount !== null && whole !== null && amount.currency === whole.currency && amount.minor > whole.minor
        ? [
            {
              where: placeIn(document, `budget/gewe/${part}`),
              message: messages.geweExceeds(part, toMajor(amount), toMajor(whole), whole.currency),
              found: toMajor(amount),
              expected: `at most ${toMajor(whole)}`,
            },
          ]
        : [];
    return [...over("allocated", gewe.allocated, total), ...over("spent", gewe.spent, gewe.allocated)];
  },
};
