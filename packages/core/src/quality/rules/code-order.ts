import { compareCodes } from "../../code.ts";
import { rowName, say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { FRAMEWORK } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Outcomes, outputs and indicators stand in the order of their codes",
    fr: "Résultats, produits et indicateurs se suivent dans l’ordre de leurs codes",
  },
  source: FRAMEWORK,
};

export const rule: Rule = {
  id: "code-order",
  severity: "warning",
  check: (document) => {
    const lists = [
      { kind: "outcome", codes: document.outcomes.map(({ code }) => code) },
      ...document.outcomes.flatMap(({ outputs, indicators }) => [
        { kind: "output", codes: outputs.map(({ code }) => code) },
        ...[indicators, ...outputs.map((output) => output.indicators)].map((rows) => ({
          kind: "indicator",
          codes: rows.map(({ code }) => code),
        })),
      ]),
    ];
    return lists.flatMap(({ kind, codes }) =>
      codes.flatMap((code, at) => {
        const before = codes[at - 1];
        if (before === undefined || compareCodes(before, code) <= 0) return [];
        const message = say(
          "{0} {1} stands behind {2}.",
          "{0} {1} se trouve après {2}.",
          rowName(kind),
          code,
          before,
        );
        return [hit(document, `${kind}s/${code}`, message, code, `before ${before}`)];
      }),
    );
  },
};
