import { indicatorsOf } from "../../document/index.ts";
import { axisNames, bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "disaggregation-missing",
  severity: "warning",
  check: (document) =>
    indicatorsOf(document).flatMap(({ indicator }) => {
      const axes = indicator.disaggregation ?? [];
      const shows = (column: "actual" | "target") => {
        const { parts = [], shares = [], suppressed = [] } = indicator[column].breakdown ?? {};
        return [
          ...parts.map(({ label, value }) => `${value} ${label}`),
          ...shares.map(({ label, share }) => `${Number(`${share}e2`)} % ${label}`),
          ...suppressed,
        ];
      };
      // Where there is no value, there is nothing to disaggregate.
      const { value } = indicator.actual;
      const open = value.kind === "tbd" || (value.kind === "none" && value.because !== undefined);
      if (axes.length === 0 || open || shows("actual").length > 0) return [];
      const target = shows("target");
      // A project document has no progress: its targets show what it promises.
      if (
        document.projectDocument !== undefined &&
        (target.length > 0 || /\(/.test(indicator.target.raw ?? ""))
      )
        return [];
      const names = axisNames(axes);
      const message =
        target.length === 0
          ? bilingual(en.disaggregationMissing, fr.disaggregationMissing, indicator.code, names)
          : bilingual(
              en.disaggregationMissingOfProgress,
              fr.disaggregationMissingOfProgress,
              indicator.code,
              names,
              target.join(", "),
            );
      const path = `indicators/${indicator.code}/actual`;
      const found = indicator.actual.raw ?? indicator.actual.value.kind;
      return [
        {
          ...hit(document, path, message, found, axes.join(", ")),
          // Groups named in the target are some disaggregation, so that the gap is then only one of the progress.
          severity: target.length > 0 ? ("info" as const) : ("warning" as const),
        },
      ];
    }),
};
