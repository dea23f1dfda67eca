import { type FrameworkDocument, type Indicator, indicatorsOf, VALUE_COLUMNS } from "../../document/index.ts";
import { bilingual, columnNames } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { monthsBetween } from "../../values/date.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

const isTbd = (text: string) => /^(tbd|à déterminer|to be determined)\b/i.test(text.trim());

const openIn = (indicator: Indicator): string[] => [
  ...(isTbd(indicator.text) ? ["text"] : []),
  ...VALUE_COLUMNS.filter((column) => indicator[column].value.kind === "tbd"),
];

/** Months that the project had run by the day that the report speaks for. */
const monthsRun = ({ project, report }: FrameworkDocument): number | null =>
  project.startDate === null || report?.asOf == null ? null : monthsBetween(project.startDate, report.asOf);

export const rule: Rule = {
  id: "to-be-determined",
  severity: "info",
  check: (document, { toBeDeterminedMonths, previous }) => {
    const months = monthsRun(document);
    const before = new Map(
      (previous === null ? [] : indicatorsOf(previous)).map(({ indicator }) => [
        indicator.code,
        openIn(indicator),
      ]),
    );
    return indicatorsOf(document).flatMap(({ indicator }) => {
      const open = openIn(indicator);
      const [first] = open;
      if (first === undefined) return [];
      const long = months !== null && months >= toBeDeterminedMonths;
      const waited = open.some((column) => before.get(indicator.code)?.includes(column));
      const message = bilingual(
        en.toBeDetermined,
        fr.toBeDetermined,
        indicator.code,
        columnNames(open),
        months === null || months < 1
          ? ""
          : bilingual(en.toBeDeterminedAfter, fr.toBeDeterminedAfter, months),
        waited ? { en: en.asInPreviousReport, fr: fr.asInPreviousReport } : "",
      );
      return [
        {
          ...hit(document, `indicators/${indicator.code}/${first}`, message, open.join(", ")),
          // An indicator without a text says nothing at all.
          severity: first === "text" || long ? ("warning" as const) : ("info" as const),
        },
      ];
    });
  },
};
