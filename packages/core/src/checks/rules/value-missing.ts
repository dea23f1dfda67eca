import { indicatorsOf } from "../../document/index.ts";
import { bilingual, columnName } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "value-missing",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const { target } = indicator;
      // A milestone on the way to a target that does not apply: one of the two is in the wrong row.
      const noTarget =
        target.value.kind === "none" &&
        (target.value.because === undefined || indicator.milestone.value.kind === "number");
      const asked = noTarget
        ? (["target"] as const)
        : target.value.kind === "number" && document.report !== null
          ? (["baseline", "actual"] as const)
          : (["baseline"] as const);
      return asked
        .filter((column) => {
          const { value } = indicator[column];
          if (noTarget) return true;
          // Not applicable, not started, no data: these are answers.
          return value.kind === "none" && value.because === undefined;
        })
        .map((column) =>
          hit(
            document,
            `indicators/${indicator.code}/${column}`,
            bilingual(en.valueMissing, fr.valueMissing, indicator.code, columnName(column)),
            null,
            "a value",
          ),
        );
    }),
};
